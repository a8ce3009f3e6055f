import type { MultiPolygon } from 'geojson';
import { PlaceNumbers, WIDTH } from './place-numbers.js';

/**
 * Tells whether a set of grids has another outline than before, without uniting them: along a border inside the set one
 * grid's edge and its neighbour's run against each other, so that counted with their direction they cancel out, and
 * edges of grids that stay as they are cancel between then and now.
 */
export class Outlines {
  private readonly places = new PlaceNumbers();

  /** @param before what the grids that are another now were, all rings directed by one rule; `after`: what they are */
  isAnother(before: readonly MultiPolygon[], after: readonly MultiPolygon[]): boolean {
    const counts = new Map<number, number>();
    for (const shape of before) this.count(shape, 1, counts);
    for (const shape of after) this.count(shape, -1, counts);
    return counts.size > 0;
  }

  private count({ coordinates }: MultiPolygon, sign: 1 | -1, counts: Map<number, number>): void {
    for (const ring of coordinates.flat()) {
      let from = this.places.numberOf(ring[0]!);
      for (let i = 1; i < ring.length; i++) {
        const to = this.places.numberOf(ring[i]!);
        const key = from < to ? from * WIDTH + to : to * WIDTH + from;
        const count = (counts.get(key) ?? 0) + (from < to ? sign : -sign);
        if (count === 0) counts.delete(key);
        else counts.set(key, count);
        from = to;
      }
    }
  }
}
