import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBetween, orientation } from '../../geometry/grid.js';
import { passesPixel, roundedCrossing } from './rounding.js';
import { snapRound, type NodedSegments } from './snap-round.js';

type Segment = [ax: number, ay: number, bx: number, by: number];

const segmentsWithin = (size: number, most: number) => {
  const value = fc.integer({ min: -size, max: size });
  return fc.array(fc.tuple(value, value, value, value), { minLength: 1, maxLength: most });
};

/** Two edges that meet elsewhere than in a vertex of both, found by trying all. */
function badPair({ vertices: { xs, ys }, from, to }: NodedSegments): string | null {
  const ends = (e: number): Segment => [xs[from[e]!]!, ys[from[e]!]!, xs[to[e]!]!, ys[to[e]!]!];
  for (let e = 0; e < from.length; e++)
    for (let f = 0; f < from.length; f++) {
      if (e === f) continue;
      const [ax, ay, bx, by] = ends(e);
      const [cx, cy, dx, dy] = ends(f);
      for (const [x, y] of [
        [cx, cy],
        [dx, dy],
      ] as const) {
        const isEnd = (x === ax && y === ay) || (x === bx && y === by);
        if (!isEnd && orientation(ax, ay, bx, by, x, y) === 0 && isBetween(ax, ay, bx, by, x, y))
          return `${x},${y} on ${ends(e).join()}`;
      }
      const sides = [
        orientation(ax, ay, bx, by, cx, cy) * orientation(ax, ay, bx, by, dx, dy),
        orientation(cx, cy, dx, dy, ax, ay) * orientation(cx, cy, dx, dy, bx, by),
      ];
      if (sides[0]! < 0 && sides[1]! < 0) return `${ends(e).join()} × ${ends(f).join()}`;
    }
  return null;
}

function chainsOf(noded: NodedSegments, count: number): [number, number][][] {
  const { vertices, from, to, starts, halves } = noded;
  const place = (v: number): [number, number] => [vertices.xs[v]!, vertices.ys[v]!];
  return Array.from({ length: count }, (_, s) => {
    const chain: [number, number][] = [];
    for (let i = starts[s]!; i < starts[s + 1]!; i++) {
      const half = noded.halves[i]!;
      if (i === starts[s]) chain.push(place(half & 1 ? to[half >> 1]! : from[half >> 1]!));
      else
        expect(half & 1 ? to[half >> 1] : from[half >> 1]).toBe(
          halves[i - 1]! & 1 ? from[halves[i - 1]! >> 1] : to[halves[i - 1]! >> 1],
        );
      chain.push(place(half & 1 ? from[half >> 1]! : to[half >> 1]!));
    }
    return chain;
  });
}

describe('snapRound', () => {
  it.each([4, 12, 60, 100_000])('leaves no crossing among random segments within ±%i steps', (size) => {
    fc.assert(
      fc.property(segmentsWithin(size, 30), (segments) => {
        const noded = snapRound(segments.flat());
        expect(badPair(noded)).toBeNull();
        expect(new Set(noded.from.map((a, e) => `${a} ${noded.to[e]}`)).size).toBe(noded.from.length);
      }),
      { numRuns: 300 },
    );
  });

  it('leads each segment from its start to its end through pixels it passes', () => {
    fc.assert(
      fc.property(segmentsWithin(15, 25), (segments) => {
        chainsOf(snapRound(segments.flat()), segments.length).forEach((chain, s) => {
          const [ax, ay, bx, by] = segments[s]!;
          if (ax === bx && ay === by) return expect(chain).toEqual([]);
          expect(chain[0]).toEqual([ax, ay]);
          expect(chain.at(-1)).toEqual([bx, by]);
          for (const [x, y] of chain.slice(1, -1)) expect(passesPixel(ax, ay, bx, by, x, y)).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('leaves alone what meets in its ends only', () => {
    const noded = snapRound([0, 0, 10, 0, 10, 0, 10, 10, 10, 10, 0, 0]);
    expect(noded.from.length).toBe(3);
    expect(noded.vertices.count).toBe(3);
  });

  it('nodes segments that lie upon each other once', () => {
    const noded = snapRound([0, 0, 10, 0, 8, 0, 4, 0, 10, 0, 0, 0, 3, 3, 3, 3]);
    expect(noded.from.length).toBe(3);
    expect(chainsOf(noded, 4)[2]).toEqual([
      [10, 0],
      [8, 0],
      [4, 0],
      [0, 0],
    ]);
  });
});

describe('rounding', () => {
  const place = (size: number) =>
    fc.tuple(fc.integer({ min: -size, max: size }), fc.integer({ min: -size, max: size }));

  it.each([6, 5_000, 1_800_000_000])('rounds crossings exactly, within ±%i steps', (size) => {
    fc.assert(
      fc.property(
        place(size),
        place(size),
        place(size),
        place(size),
        ([ax, ay], [bx, by], [cx, cy], [dx, dy]) => {
          fc.pre(orientation(ax, ay, bx, by, cx, cy) * orientation(ax, ay, bx, by, dx, dy) < 0);
          fc.pre(orientation(cx, cy, dx, dy, ax, ay) * orientation(cx, cy, dx, dy, bx, by) < 0);
          const [x, y] = roundedCrossing(ax, ay, bx, by, cx, cy, dx, dy);
          // a + n/d · (b − a) within [x − ½, x + ½), all times 2d.
          const [ux, uy, vx, vy] = [bx - ax, by - ay, dx - cx, dy - cy].map(BigInt) as [
            bigint,
            bigint,
            bigint,
            bigint,
          ];
          let d = ux * vy - uy * vx;
          let n = BigInt(cx - ax) * vy - BigInt(cy - ay) * vx;
          if (d < 0n) [d, n] = [-d, -n];
          for (const [start, u, rounded] of [
            [ax, ux, x],
            [ay, uy, y],
          ] as const) {
            const off = 2n * (BigInt(start - rounded) * d + n * u);
            expect(off >= -d && off < d).toBe(true);
          }
          // So its pixel is passed by both.
          for (const [px, py, qx, qy] of [
            [ax, ay, bx, by],
            [cx, cy, dx, dy],
          ] as const)
            if (!(x === px && y === py) && !(x === qx && y === qy))
              expect(passesPixel(px, py, qx, qy, x, y)).toBe(true);
        },
      ),
    );
  });

  it('agrees with walking along the segment in small steps about the pixels it passes', () => {
    fc.assert(
      fc.property(place(5), place(5), place(5), ([ax, ay], [bx, by], [cx, cy]) => {
        fc.pre((ax !== bx || ay !== by) && (cx !== ax || cy !== ay) && (cx !== bx || cy !== by));
        // With spans up to 10 the places where a segment enters a pixel are multiples of 1/2 · 1/span: 5040 hits all of them.
        const parts = 10_080;
        let isMet = false;
        for (let i = 0; i <= parts && !isMet; i++) {
          const x = ax * parts + (bx - ax) * i;
          const y = ay * parts + (by - ay) * i;
          const [left, low] = [(2 * cx - 1) * parts, (2 * cy - 1) * parts];
          isMet = 2 * x >= left && 2 * x < left + 2 * parts && 2 * y >= low && 2 * y < low + 2 * parts;
        }
        expect(passesPixel(ax, ay, bx, by, cx, cy)).toBe(isMet);
      }),
      { numRuns: 300 },
    );
  });
});
