import { Refusal } from '../errors.js';
import type { Parameter } from './types.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws Refusal BAD_USER_INPUT unless it looks like one of our ids */
export function requireId(id: unknown): string {
  if (typeof id === 'string' && UUID.test(id)) return id;
  throw new Refusal('BAD_USER_INPUT', 'idUnknown', { id: String(id).slice(0, 80) });
}

/** Collects the parameters of one statement while its text is being put together. */
export class Parameters {
  readonly values: Parameter[] = [];

  /** @param type PostgreSQL type the parameter is cast to @returns the placeholder, e.g. `$3::uuid` */
  add(value: Parameter, type: string): string {
    // Checked here: a malformed id must not become a database error, which the embedded database cannot afford.
    if (type.startsWith('uuid')) for (const id of [value].flat()) requireId(id);
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/** A geometry column as a GeoJSON object with coordinates to 1e-7°. */
export const geoJson = (expression: string) => `ST_AsGeoJSON(${expression}, 7)::json`;

/** An envelope in EPSG:4326 from a filter's `[west, south, east, north]`. */
export function envelope(bbox: readonly number[], parameters: Parameters): string {
  const [west, south, east, north] = bbox as [number, number, number, number];
  const within = bbox.length === 4 && west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (!within || !(west <= east && south <= north)) throw new Refusal('BAD_USER_INPUT', 'bboxMalformed');
  return `ST_MakeEnvelope(${bbox.map((degree) => parameters.add(degree, 'float8')).join(', ')}, 4326)`;
}

/** Text for ILIKE that finds the words anywhere, its own wildcards taken literally. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
