import type { MultiPolygon } from 'geojson';
import { PlaceNumbers, WIDTH } from './place-numbers.js';

type Step = readonly [number, number];
type Edge = readonly [Step, Step];

/** A vertex put into a border is rounded to whole steps: so far it may lie beside the border. */
const BESIDE_STEPS = 1.5;

/**
 * Tells whether a set of grids has another outline than before, without uniting them: along a border inside the set one
 * grid's edge and its neighbour's run against each other, so that counted with their direction they cancel out, and
 * edges of grids that stay as they are cancel between then and now. A vertex more on the same line is no other outline.
 */
export class Outlines {
  private readonly places = new PlaceNumbers();

  /** @param before what the grids that are another now were, all rings directed by one rule; `after`: what they are */
  isAnother(before: readonly MultiPolygon[], after: readonly MultiPolygon[]): boolean {
    const counts = new Map<number, number>();
    this.eachEdge(before, (key, direction) => add(counts, key, direction));
    this.eachEdge(after, (key, direction) => add(counts, key, -direction));
    if (counts.size === 0) return false;
    const left = (shapes: readonly MultiPolygon[]) => {
      const keys = new Set<number>();
      this.eachEdge(shapes, (key) => counts.has(key) && keys.add(key));
      return [...keys].map((key): Edge => [
        this.places.stepOf(Math.floor(key / WIDTH)),
        this.places.stepOf(key % WIDTH),
      ]);
    };
    const [was, is] = [left(before), left(after)];
    return !lieAlong(was, is) || !lieAlong(is, was);
  }

  /** @param visit each edge's key, the same from either side, and 1 or −1 for the side it is seen from */
  private eachEdge(shapes: readonly MultiPolygon[], visit: (key: number, direction: 1 | -1) => void): void {
    for (const { coordinates } of shapes)
      for (const ring of coordinates.flat()) {
        let from = this.places.numberOf(ring[0]!);
        for (let i = 1; i < ring.length; i++) {
          const to = this.places.numberOf(ring[i]!);
          visit(from < to ? from * WIDTH + to : to * WIDTH + from, from < to ? 1 : -1);
          from = to;
        }
      }
  }
}

function add(counts: Map<number, number>, key: number, direction: number): void {
  const count = (counts.get(key) ?? 0) + direction;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/** Whether all vertices of some edges lie on others, to a step. */
const lieAlong = (edges: readonly Edge[], others: readonly Edge[]): boolean =>
  edges.every(([a, b]) => [a, b].every((place) => others.some((other) => isBeside(place, other))));

function isBeside([x, y]: Step, [[ax, ay], [bx, by]]: Edge): boolean {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return Math.hypot(x - ax - share * dx, y - ay - share * dy) <= BESIDE_STEPS;
}
