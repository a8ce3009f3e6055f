import type { LineString, MultiLineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { signedSize } from '../../../geometry/normalise.js';
import type { NodeStore } from './store.js';

/**
 * Node ids → grid steps (x0, y0, x1, y1, …), consecutive equal points once. Missing nodes split the
 * line: each piece has at least two points.
 */
export function gridPieces(
  nodeIds: ArrayLike<number>,
  nodes: NodeStore,
): { pieces: Int32Array[]; missing: number } {
  const pieces: Int32Array[] = [];
  let piece: number[] = [];
  let missing = 0;
  const finish = () => {
    if (piece.length >= 4) pieces.push(Int32Array.from(piece));
    piece = [];
  };
  for (let i = 0; i < nodeIds.length; i++) {
    const index = nodes.find(nodeIds[i]!);
    if (index < 0) {
      missing++;
      finish();
      continue;
    }
    const x = nodes.x(index);
    const y = nodes.y(index);
    if (piece.length > 0 && piece[piece.length - 2] === x && piece[piece.length - 1] === y) continue;
    piece.push(x, y);
  }
  finish();
  return { pieces, missing };
}

/** A closed ring of at least three different points, or null. */
export function gridRing(nodeIds: ArrayLike<number>, nodes: NodeStore): Int32Array | null {
  const { pieces, missing } = gridPieces(nodeIds, nodes);
  const [ring] = pieces;
  if (!ring || missing > 0 || ring.length < 8) return null;
  return ring[0] === ring[ring.length - 2] && ring[1] === ring[ring.length - 1] ? ring : null;
}

export function lineGeometry(pieces: readonly Int32Array[]): LineString | MultiLineString {
  const [only] = pieces;
  if (pieces.length === 1) return { type: 'LineString', coordinates: positions(only!) };
  return { type: 'MultiLineString', coordinates: pieces.map(positions) };
}

/** Shells counter-clockwise, holes clockwise (RFC 7946). */
export function polygonGeometry(parts: readonly Int32Array[][]): Polygon | MultiPolygon {
  const coordinates = parts.map((rings) => rings.map((ring, r) => positions(turned(ring, r === 0))));
  const [only] = coordinates;
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: only! }
    : { type: 'MultiPolygon', coordinates };
}

/** A label point: the middle of the ring's corners. */
export function middleOf(ring: Int32Array): Point {
  let x = 0;
  let y = 0;
  const corners = ring.length / 2 - 1;
  for (let i = 0; i < corners; i++) {
    x += ring[2 * i]!;
    y += ring[2 * i + 1]!;
  }
  return { type: 'Point', coordinates: [Math.round(x / corners) / 1e7, Math.round(y / corners) / 1e7] };
}

const STEP_METRES = 111_320 / 1e7;

/** Square metres of shells minus holes on a flat map at their latitude: within a few per cent, to choose zooms by. */
export function roughSquareMetres(parts: readonly Int32Array[][]): number {
  let sum = 0;
  for (const rings of parts) {
    const shrink = Math.cos(((rings[0]![1]! / 1e7) * Math.PI) / 180) * STEP_METRES ** 2;
    rings.forEach((ring, r) => (sum += (r === 0 ? 1 : -1) * Math.abs(signedSize(ring)) * shrink));
  }
  return sum;
}

/** The first tile zoom at which an area of this size is at least `pixels` wide, if it were square; a vector tile is 512 wide. */
export function zoomForArea(squareMetres: number, pixels: number): number {
  const equatorMetresPerPixel = 78_271.5;
  return Math.ceil(Math.log2((equatorMetresPerPixel * pixels) / Math.sqrt(Math.max(squareMetres, 1))));
}

function turned(ring: Int32Array, counterClockwise: boolean): Int32Array {
  if (signedSize(ring) > 0 === counterClockwise) return ring;
  const turnedRing = new Int32Array(ring.length);
  for (let i = 0; i < ring.length; i += 2) {
    turnedRing[i] = ring[ring.length - 2 - i]!;
    turnedRing[i + 1] = ring[ring.length - 1 - i]!;
  }
  return turnedRing;
}

function positions(grid: Int32Array): Position[] {
  const list: Position[] = new Array<Position>(grid.length / 2);
  for (let i = 0; i < list.length; i++) list[i] = [grid[2 * i]! / 1e7, grid[2 * i + 1]! / 1e7];
  return list;
}
