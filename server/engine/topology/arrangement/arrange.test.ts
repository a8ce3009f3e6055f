import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFault } from '../../geometry/validity.js';
import { containsInRing } from '../../geometry/point-in-polygon.js';
import { arrange, type Arrangement } from './arrange.js';
import { dissolve, regions } from './dissolve.js';
import { verticesAround } from './faces.js';
import { doubledArea } from './ring-area.js';

const ring = (size: number, most: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: size }), fc.integer({ min: 0, max: size })), {
      minLength: 3,
      maxLength: most,
    })
    .map((points) => [...points, points[0]!]);

const areaOf = ({ graph, next, borders }: Arrangement, face: number) =>
  borders[face]!.reduce(
    (sum, border) => sum + doubledArea(graph, verticesAround({ graph, next }, border)),
    0n,
  );

/** The edges of one area after rounding, as a closed chain of every border: found again from the covers. */
function contained(arrangement: Arrangement, area: number): bigint {
  let sum = 0n;
  for (let face = 1; face < arrangement.count; face++)
    if (arrangement.covers[face]!.includes(area)) sum += areaOf(arrangement, face);
  return sum;
}

describe('arrange', () => {
  it('obeys Euler: vertices − edges + faces = 1 + components', () => {
    fc.assert(
      fc.property(fc.array(ring(30, 8), { minLength: 1, maxLength: 6 }), (rings) => {
        const arrangement = arrange(rings.map((points) => ({ points: points.flat(), area: -1, marks: 1 })));
        const { from, to } = arrangement.graph;
        const parent = new Map<number, number>();
        const root = (v: number): number => (parent.has(v) ? root(parent.get(v)!) : v);
        const used = new Set<number>();
        for (let e = 0; e < from.length; e++) {
          used.add(from[e]!).add(to[e]!);
          if (root(from[e]!) !== root(to[e]!)) parent.set(root(from[e]!), root(to[e]!));
        }
        const components = [...used].filter((v) => root(v) === v).length;
        expect(used.size - from.length + arrangement.count).toBe(1 + components);
        // Every half-edge is on a border that is counted: outer borders and holes of all faces cancel.
        let sum = 0n;
        for (let face = 0; face < arrangement.count; face++) sum += areaOf(arrangement, face);
        expect(sum).toBe(0n);
        for (let face = 1; face < arrangement.count; face++)
          expect(areaOf(arrangement, face) > 0n).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('covers faces as the even-odd rule says of rings that need no rounding', () => {
    // Right angles only: crossings are whole.
    const box = fc
      .tuple(
        ...([0, 0, 0, 0].map(() => fc.integer({ min: 0, max: 12 })) as [
          fc.Arbitrary<number>,
          fc.Arbitrary<number>,
          fc.Arbitrary<number>,
          fc.Arbitrary<number>,
        ]),
      )
      .filter(([a, b, c, d]) => a !== c && b !== d)
      .map(([a, b, c, d]) => [a, b, c, b, c, d, a, d, a, b]);
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 8 }), (boxes) => {
        const arrangement = arrange(boxes.map((points, area) => ({ points, area })));
        const places = dissolve(
          arrangement,
          Array.from({ length: arrangement.count }, (_, f) => f - 1),
          arrangement.count - 1,
        );
        // A unit square between the grid's lines lies in one face.
        for (let x = 0; x < 12; x++)
          for (let y = 0; y < 12; y++) {
            const expected = boxes.flatMap((points, area) =>
              containsInRing(
                points.map((v) => 2 * v),
                2 * x + 1,
                2 * y + 1,
              ) === 'inside'
                ? [area]
                : [],
            );
            const face = places.findIndex(([part]) =>
              part!.every((vertices, r) => {
                const around = [...vertices, vertices[0]!].flatMap((v) => [
                  2 * arrangement.graph.xs[v]!,
                  2 * arrangement.graph.ys[v]!,
                ]);
                return containsInRing(around, 2 * x + 1, 2 * y + 1) === (r === 0 ? 'inside' : 'outside');
              }),
            );
            expect(face === -1 ? [] : arrangement.covers[face + 1]).toEqual(expected);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('finds the face of what lies inside without touching, however deep', () => {
    const box = (low: number, high: number) => [low, low, high, low, high, high, low, high, low, low];
    const arrangement = arrange([0, 1, 2, 3, 4].map((i) => ({ points: box(i * 10, 100 - i * 10), area: i })));
    expect(arrangement.covers.map((cover) => cover.join('')).sort()).toEqual([
      '',
      '0',
      '01',
      '012',
      '0123',
      '01234',
    ]);
    expect(arrangement.borders.map((borders) => borders.length)).toEqual([1, 2, 2, 2, 2, 1]);
    expect(contained(arrangement, 2)).toBe(2n * 60n * 60n);
  });
});

describe('dissolve', () => {
  it('makes valid polygons of any set of faces, with the area of the faces', () => {
    fc.assert(
      fc.property(
        fc.array(ring(24, 9), { minLength: 1, maxLength: 5 }),
        fc.infiniteStream(fc.boolean()),
        (rings, chosen) => {
          const arrangement = arrange(
            rings.map((points, area) => ({ points: points.flat(), area, marks: 1 })),
          );
          const groups = Array.from({ length: arrangement.count }, (_, face) =>
            face > 0 && chosen.next().value ? 0 : -1,
          );
          const [parts] = dissolve(arrangement, groups, 1);
          const { xs, ys } = arrangement.graph;
          const closed = parts!.map((part) =>
            part.map((vertices) => [...vertices, vertices[0]!].flatMap((v) => [xs[v]!, ys[v]!])),
          );
          expect(findFault(closed)).toBeNull();
          const sum = parts!
            .flat()
            .reduce((all, vertices) => all + doubledArea(arrangement.graph, vertices), 0n);
          const expected = groups.reduce(
            (all, group, face) => (group === 0 ? all + areaOf(arrangement, face) : all),
            0n,
          );
          expect(sum).toBe(expected);
          const roots = regions(arrangement, groups);
          expect(parts!.length).toBe(
            new Set(groups.flatMap((group, face) => (group === 0 ? [roots[face]] : []))).size,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});
