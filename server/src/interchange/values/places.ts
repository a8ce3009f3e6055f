import { roundCoordinate } from '@maplebridge/engine/coordinates/round';
import type { RowFault } from '../report/row-refusal.js';
import type { SourceRecord } from '../read/source.js';
import type { CellReader } from './columns.js';
import type { SourceSystem } from './systems.js';

export type ReadPlace = { place: [longitude: number, latitude: number] | null } | { fault: RowFault };

/**
 * The point of a record, from two columns or from Point geometry; null where it has none. Zero in both columns is how
 * many systems say "no place".
 */
export function readPlace(
  record: SourceRecord,
  longitude: CellReader | undefined,
  latitude: CellReader | undefined,
  system: SourceSystem,
): ReadPlace {
  if (longitude && latitude) {
    const [x, y] = [longitude(record), latitude(record)];
    if (x === null && y === null) return { place: null };
    return x === null || y === null ? fault('rowHalfAPlace') : fromNumbers(toNumber(x), toNumber(y), system);
  }
  if (record.geometry === null) return { place: null };
  const { type, coordinates } = record.geometry as { type?: unknown; coordinates?: unknown };
  if (type !== 'Point') return fault('rowNotAPoint', { type: String(type).slice(0, 20) });
  const [x, y] = Array.isArray(coordinates) ? (coordinates as unknown[]) : [];
  return fromNumbers(typeof x === 'number' ? x : NaN, typeof y === 'number' ? y : NaN, system);
}

const toNumber = (text: string) => (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN);

function fromNumbers(x: number, y: number, system: SourceSystem): ReadPlace {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return fault('rowCoordinateNotANumber');
  if (x === 0 && y === 0) return { place: null };
  const [longitude, latitude] = system.toWgs84(x, y);
  const inRange = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  if (inRange) return { place: [roundCoordinate(longitude), roundCoordinate(latitude)] };
  if (Math.abs(x) > 360 || Math.abs(y) > 360) return fault('rowNotDegrees', { x, y });
  if (Math.abs(x) <= 90 && Math.abs(y) <= 180) return fault('rowAxesSwapped', { x, y });
  return fault('rowOutOfRange', { x, y });
}

const fault = (reason: RowFault['reason'], parameters: RowFault['parameters'] = {}): { fault: RowFault } => ({
  fault: { reason, parameters },
});
