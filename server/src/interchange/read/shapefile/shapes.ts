import type { Geometry, Position } from 'geojson';
import { Refusal } from '../../../errors.js';

const HEADER_BYTES = 100;

/**
 * The geometries of a `.shp` file in its own coordinates; null where a record has none. Heights and measures are left out
 * (ESRI Shapefile Technical Description, 1998).
 * @param file name for messages
 * @throws Refusal BAD_USER_INPUT when the file is cut off, damaged or holds surfaces in space
 */
export function readShapes(bytes: Buffer, file: string): (Geometry | null)[] {
  if (bytes.length < HEADER_BYTES || bytes.readInt32BE(0) !== 9994)
    throw new Refusal('BAD_USER_INPUT', 'shapefileDamaged', { file, place: 'byte 0' });
  const length = 2 * bytes.readInt32BE(24);
  if (bytes.length < length)
    throw new Refusal('BAD_USER_INPUT', 'shapefileCut', { file, bytes: bytes.length, expected: length });
  const shapes: (Geometry | null)[] = [];
  for (let at = HEADER_BYTES; at < length;) {
    const end = at + 8 + (at + 8 <= length ? 2 * bytes.readInt32BE(at + 4) : NaN);
    try {
      if (!(end > at + 8 && end <= length)) throw new RangeError();
      shapes.push(readShape(bytes.subarray(at + 8, end)));
    } catch {
      throw new Refusal('BAD_USER_INPUT', 'shapefileDamaged', { file, place: `byte ${at}` });
    }
    at = end;
  }
  return shapes;
}

/** @throws RangeError where the record is shorter than what it promises, or of an unknown type */
function readShape(record: Buffer): Geometry | null {
  const type = record.readInt32LE(0);
  if (type === 0) return null;
  // 10 and 20 more: with heights, with measures.
  switch (type % 10) {
    case 1:
      return { type: 'Point', coordinates: positionAt(record, 4) };
    case 3:
      return lineOf(readParts(record));
    case 5:
      return polygonOf(readParts(record));
    case 8:
      return { type: 'MultiPoint', coordinates: positions(record, 40, record.readInt32LE(36)) };
    default:
      throw new RangeError();
  }
}

function readParts(record: Buffer): Position[][] {
  const partCount = record.readInt32LE(36);
  const pointCount = record.readInt32LE(40);
  const pointsAt = 44 + 4 * partCount;
  if (partCount < 0 || pointCount < 0 || pointsAt + 16 * pointCount > record.length) throw new RangeError();
  return Array.from({ length: partCount }, (_, part) => {
    const first = record.readInt32LE(44 + 4 * part);
    const end = part + 1 < partCount ? record.readInt32LE(48 + 4 * part) : pointCount;
    if (!(first >= 0 && first <= end && end <= pointCount)) throw new RangeError();
    return positions(record, pointsAt + 16 * first, end - first);
  });
}

const positions = (record: Buffer, at: number, count: number): Position[] =>
  Array.from({ length: count }, (_, i) => positionAt(record, at + 16 * i));

const positionAt = (record: Buffer, at: number): Position => [
  record.readDoubleLE(at),
  record.readDoubleLE(at + 8),
];

function lineOf(parts: Position[][]): Geometry {
  const [only] = parts;
  return parts.length === 1
    ? { type: 'LineString', coordinates: only! }
    : { type: 'MultiLineString', coordinates: parts };
}

interface Ring {
  ring: Position[];
  /** Above zero: clockwise, which in a shapefile means a shell. */
  size: number;
  box: [number, number, number, number];
}

/** Shells with their holes: each hole goes to the smallest shell whose box holds its own. */
function polygonOf(parts: Position[][]): Geometry {
  const rings = parts.map((ring): Ring => {
    const [xs, ys] = [ring.map(([x]) => x!), ring.map(([, y]) => y!)];
    const box: Ring['box'] = [least(xs), least(ys), -least(xs.map((x) => -x)), -least(ys.map((y) => -y))];
    return { ring, size: clockwiseSize(ring), box };
  });
  const isShell = ({ size }: Ring) => size > 0;
  // Some programs turn all rings the other way.
  const shells = rings.some(isShell) ? rings.filter(isShell) : rings;
  const polygons = new Map(shells.map((shell) => [shell, [shell.ring]]));
  for (const hole of rings) {
    if (polygons.has(hole)) continue;
    const around = shells.filter(
      ({ box }) =>
        box[0] <= hole.box[0] && box[1] <= hole.box[1] && box[2] >= hole.box[2] && box[3] >= hole.box[3],
    );
    const shell = around.sort((a, b) => a.size - b.size)[0];
    if (shell) polygons.get(shell)!.push(hole.ring);
    // A hole in nothing: left to the check of the polygon, which refuses what it makes of it.
    else polygons.set(hole, [hole.ring]);
  }
  const coordinates = [...polygons.values()];
  const [only] = coordinates;
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: only! }
    : { type: 'MultiPolygon', coordinates };
}

const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);

function clockwiseSize(ring: Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[x0, y0], [x1, y1]] = [ring[i - 1]!, ring[i]!];
    sum += (x1! - x0!) * (y1! + y0!);
  }
  return sum;
}
