import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';

/** A true tiling made at random: wobbly quadrangles about 200 m wide near 30° north, on the 1e-7° grid. */
export interface RandomTiling {
  readonly areas: { id: string; boundary: Polygon }[];
}

const SIZE = 20_000;

export const randomTiling = (most = 4): fc.Arbitrary<RandomTiling> =>
  fc
    .record({
      columns: fc.integer({ min: 1, max: most }),
      rows: fc.integer({ min: 1, max: most }),
      seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    })
    .map(({ columns, rows, seed }) => makeTiling(columns, rows, pseudoRandom(seed)));

/** Numbers in [0, 1) that a seed fixes (Lehmer's generator). */
export function pseudoRandom(seed: number): () => number {
  let state = seed % 2_147_483_647 || 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Corners wander by an eighth of the width, borders between them by a twentieth: nothing can cross. */
export function makeTiling(columns: number, rows: number, random: () => number): RandomTiling {
  const within = (reach: number) => Math.round((2 * random() - 1) * reach * SIZE);
  const [west, south] = [1_200_000_000 + within(0.5), 300_000_000 + within(0.5)];
  const corners = Array.from({ length: (columns + 1) * (rows + 1) }, (_, i) => [
    west + (i % (columns + 1)) * SIZE + within(0.12),
    south + Math.floor(i / (columns + 1)) * SIZE + within(0.12),
  ]);
  const borders = new Map<string, number[][]>();
  /** From one corner up to the other, that one not included. */
  const border = (from: number, to: number): number[][] => {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const key = `${low} ${high}`;
    let path = borders.get(key);
    if (!path) {
      const [a, b] = [corners[low]!, corners[high]!];
      const inner = Math.floor(random() * 4);
      const middle = Array.from({ length: inner }, (_, k) =>
        [0, 1].map((i) => Math.round(a[i]! + ((b[i]! - a[i]!) * (k + 1)) / (inner + 1)) + within(0.035)),
      );
      path = [a, ...middle, b];
      borders.set(key, path);
    }
    return (from < to ? path : path.toReversed()).slice(0, -1);
  };
  const areas = Array.from({ length: columns * rows }, (_, i) => {
    const a = Math.floor(i / columns) * (columns + 1) + (i % columns);
    const around = [a, a + 1, a + columns + 2, a + columns + 1, a];
    const ring = around.slice(1).flatMap((corner, k) => border(around[k]!, corner));
    const degrees = [...ring, ring[0]!].map((place): Position => place.map((value) => value / 1e7));
    return { id: `g${i}`, boundary: { type: 'Polygon' as const, coordinates: [degrees] } };
  });
  return { areas };
}
