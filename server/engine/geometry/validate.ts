import type {
  LineString,
  MultiLineString,
  MultiPoint,
  MultiPolygon,
  Point,
  Polygon,
  Position,
} from 'geojson';
import { roundCoordinate, type LonLat } from '../coordinates/round.js';
import { toGrid } from './grid.js';
import { findFault, type ValidityFault } from './validity.js';

/** The geometries we take in. A collection or a feature is not one of them. */
export type PlainGeometry = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon;

/** Why a geometry was refused; the screens render these in the reader's language. */
export type GeometryFault =
  | 'GEOMETRY_MISSING'
  | 'NOT_A_GEOMETRY'
  | 'TYPE_NOT_SUPPORTED'
  | 'EMPTY'
  | 'NOT_A_POSITION'
  | 'NOT_A_NUMBER'
  /** Numbers far beyond 360: metres of some projection, not degrees. */
  | 'NOT_DEGREES'
  | 'OUT_OF_RANGE'
  /** Latitude stands first: it is only right the other way round. */
  | 'AXES_SWAPPED'
  | 'RING_NOT_CLOSED'
  | 'TOO_FEW_POINTS'
  | ValidityFault;

export type GeometryCheck<G extends PlainGeometry = PlainGeometry> =
  | { readonly valid: true; readonly geometry: G }
  | {
      readonly valid: false;
      readonly reason: GeometryFault;
      /** The place of the fault in degrees, where there is one (a crossing, a bad corner). */
      readonly where?: Position;
      /** The part of the input, such as `coordinates[0][3]`. */
      readonly path?: string;
    };

export interface CheckOptions {
  /** Where the geometry should lie, [west, south, east, north] in degrees: lets swapped axes show that would be in range. */
  readonly expected?: readonly [west: number, south: number, east: number, north: number];
  /** Polygons may cross themselves, for somebody repairs them. */
  readonly mayCross?: boolean;
}

/**
 * Checks GeoJSON geometry (RFC 7946) from outside, in WGS84 degrees. On the way coordinates are
 * rounded to 1e-7°, heights dropped and repeated points removed; the type stays. Polygons must then be
 * valid under OGC Simple Features (`findFault`), exactly, with any direction of rings. Never throws.
 */
export function checkGeometry(input: unknown, options: CheckOptions = {}): GeometryCheck {
  try {
    const geometry = readGeometry(input);
    refuseSwappedAxes(geometry, options.expected);
    if (options.mayCross) return { valid: true, geometry };
    if (geometry.type === 'Polygon') refuseFaults([geometry.coordinates], 'coordinates');
    if (geometry.type === 'MultiPolygon') refuseFaults(geometry.coordinates, 'coordinates', true);
    return { valid: true, geometry };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { reason, where, path } = error;
    return { valid: false, reason, ...(where && { where }), ...(path && { path }) };
  }
}

/** Ends the reading at the first fault; never leaves this file. */
class Refusal extends Error {
  constructor(
    readonly reason: GeometryFault,
    readonly path?: string,
    readonly where?: Position,
  ) {
    super(reason);
  }
}

function readGeometry(input: unknown): PlainGeometry {
  if (input === null || input === undefined) throw new Refusal('GEOMETRY_MISSING');
  if (typeof input !== 'object' || Array.isArray(input)) throw new Refusal('NOT_A_GEOMETRY');
  const { type, coordinates } = input as { type?: unknown; coordinates?: unknown };
  if (typeof type !== 'string') throw new Refusal('NOT_A_GEOMETRY', 'type');
  const path = 'coordinates';
  switch (type) {
    case 'Point':
      if (Array.isArray(coordinates) && coordinates.length === 0) throw new Refusal('EMPTY', path);
      return { type, coordinates: readPosition(coordinates, path) };
    case 'MultiPoint':
      return { type, coordinates: readList(coordinates, path, readPosition) };
    case 'LineString':
      return { type, coordinates: readLine(coordinates, path) };
    case 'MultiLineString':
      return { type, coordinates: readList(coordinates, path, readLine) };
    case 'Polygon':
      return { type, coordinates: readList(coordinates, path, readRing) };
    case 'MultiPolygon':
      return { type, coordinates: readList(coordinates, path, (part, at) => readList(part, at, readRing)) };
    default:
      throw new Refusal('TYPE_NOT_SUPPORTED', 'type');
  }
}

function readList<T>(input: unknown, path: string, read: (item: unknown, path: string) => T): T[] {
  if (!Array.isArray(input)) throw new Refusal('NOT_A_GEOMETRY', path);
  if (input.length === 0) throw new Refusal('EMPTY', path);
  return input.map((item, i) => read(item, `${path}[${i}]`));
}

function readPosition(input: unknown, path: string): LonLat {
  if (!Array.isArray(input) || input.length < 2) throw new Refusal('NOT_A_POSITION', path);
  const [x, y] = input as unknown[];
  // Numbers as text are refused too: guessing would hide that a column was mapped wrongly.
  if (typeof x !== 'number' || typeof y !== 'number') throw new Refusal('NOT_A_NUMBER', path);
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Refusal('NOT_A_NUMBER', path);
  const position: LonLat = [roundCoordinate(x), roundCoordinate(y)];
  if (Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90) return position;
  if (Math.abs(x) > 360 || Math.abs(y) > 360) throw new Refusal('NOT_DEGREES', path, [x, y]);
  const swapped = Math.abs(position[1]) <= 180 && Math.abs(position[0]) <= 90;
  throw new Refusal(swapped ? 'AXES_SWAPPED' : 'OUT_OF_RANGE', path, position);
}

function readLine(input: unknown, path: string): LonLat[] {
  const line = withoutRepeats(readList(input, path, readPosition));
  if (line.length < 2) throw new Refusal('TOO_FEW_POINTS', path, line[0]);
  return line;
}

function readRing(input: unknown, path: string): LonLat[] {
  const ring = readList(input, path, readPosition);
  const [first] = ring;
  if (!samePlace(first!, ring[ring.length - 1]!)) throw new Refusal('RING_NOT_CLOSED', path, first);
  const cleaned = withoutRepeats(ring);
  // A triangle has four positions, the last one being the first again.
  if (cleaned.length < 4) throw new Refusal('TOO_FEW_POINTS', path, first);
  return cleaned;
}

function withoutRepeats(path: LonLat[]): LonLat[] {
  return path.filter((position, i) => i === 0 || !samePlace(position, path[i - 1]!));
}

function samePlace(a: LonLat, b: LonLat): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function refuseSwappedAxes(geometry: PlainGeometry, expected: CheckOptions['expected']): void {
  if (!expected) return;
  const [west, south, east, north] = expected;
  const isIn = (x: number, y: number) => x >= west && x <= east && y >= south && y <= north;
  let first: Position | null = null;
  for (const position of eachPosition(geometry.coordinates)) {
    const [x, y] = position as LonLat;
    if (isIn(x, y) || !isIn(y, x)) return;
    first ??= position;
  }
  throw new Refusal('AXES_SWAPPED', 'coordinates', first!);
}

type Nested = Position | readonly Nested[];

function* eachPosition(coordinates: Nested): Generator<Position> {
  if (typeof coordinates[0] === 'number') yield coordinates as Position;
  else for (const inner of coordinates as readonly Nested[]) yield* eachPosition(inner);
}

function refuseFaults(parts: Position[][][], path: string, multi = false): void {
  const fault = findFault(parts.map((rings) => rings.map(toGrid)));
  if (!fault) return;
  const where = [roundCoordinate(fault.x / 1e7), roundCoordinate(fault.y / 1e7)];
  throw new Refusal(fault.reason, `${path}${multi ? `[${fault.part}]` : ''}[${fault.ring}]`, where);
}
