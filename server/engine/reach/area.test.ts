import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesToGraph } from '../roads/graph/lines-to-graph.js';
import { areaAround } from './area.js';
import { nearness } from './nearness.js';

type Position = [number, number];
const attributes = { streetClass: 6, forward: 7, backward: 7, limit: 0, name: '' };

/** Of some length wherever they bend: what has none, to 1e-7°, is no street. */
const arbitraryLines = fc.array(
  fc
    .array(
      fc.tuple(
        fc.double({ min: 119.6, max: 119.63, noNaN: true }),
        fc.double({ min: 29.3, max: 29.32, noNaN: true }),
      ),
      { minLength: 2, maxLength: 4 },
    )
    .filter((line) =>
      line.slice(1).every(([x, y], i) => Math.hypot(x - line[i]![0], y - line[i]![1]) > 1e-6),
    ),
  { minLength: 1, maxLength: 8 },
);

const isInside = ([x, y]: Position, ring: Position[]): boolean => {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
};

const cross = (a: Position, b: Position, c: Position): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

describe('area around streets', () => {
  it('is made of valid rings, holds every street reached and nothing far from one', () => {
    fc.assert(
      fc.property(arbitraryLines, (lines) => {
        const graph = linesToGraph(
          lines.map((coordinates) => ({ coordinates, attributes })),
          '',
        );
        fc.pre(graph.segmentCount > 0);
        const all = Array.from({ length: graph.segmentCount }, (_, segment) => ({ segment, from: 0, to: 1 }));
        const area = areaAround(graph, all, { aroundMetres: 60 })!;
        expect(area.flat(2).length).toBeLessThanOrEqual(4000);
        for (const rings of area) {
          rings.forEach((ring, i) => {
            expect(ring.length).toBeGreaterThanOrEqual(4);
            expect(ring[0]).toEqual(ring.at(-1));
            const area2 = ring
              .slice(1)
              .reduce((sum, b, k) => sum + ring[k]![0] * b[1] - b[0] * ring[k]![1], 0);
            expect(area2 > 0).toBe(i === 0);
            if (i > 0) expect(isInside(ring[0]!, rings[0]!)).toBe(true);
            expect(ring).toEqual(
              ring.map((point) => point.map((degrees) => Math.round(degrees * 1e7) / 1e7)),
            );
          });
          const sides = rings.flatMap((ring) => ring.slice(1).map((b, k) => [ring[k]!, b] as const));
          const some = sides.filter((_, i) => i % 11 === 0);
          const isCrossed = some.some(([a, b]) =>
            sides.some(
              ([c, d]) => cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0,
            ),
          );
          expect(isCrossed).toBe(false);
        }
        const holds = (point: Position): boolean =>
          area.some(
            ([outer, ...holes]) => isInside(point, outer!) && !holes.some((hole) => isInside(point, hole)),
          );
        for (const line of lines) for (const point of line) expect(holds(point)).toBe(true);
        // 0.002° north is beyond 200 m: more than any border reaches.
        const top = lines.flat().reduce((highest, point) => (point[1] > highest[1] ? point : highest));
        expect(holds([top[0], top[1] + 0.002])).toBe(false);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('is nothing where nothing is reached', () => {
    const graph = linesToGraph([{ coordinates: [[119.6, 29.3], [119.61, 29.3]], attributes }], ''); // prettier-ignore
    expect(areaAround(graph, [])).toBeNull();
  });
});

it('nearness is what looking at every mark gives', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0, 0, 0, 1), { minLength: 36, maxLength: 36 }),
      fc.constantFrom(1.2, 2.1, 2.9),
      (cells, reach) => {
        const [inner, margin] = [6, 5];
        const columns = inner + 2 * margin;
        const marks = new Uint8Array(columns * columns);
        cells.forEach((mark, i) => {
          marks[(margin + Math.floor(i / inner)) * columns + margin + (i % inner)] = mark;
        });
        const all = [...marks.keys()].filter((mark) => marks[mark] === 1);
        nearness(marks, columns, reach).forEach((value, cell) => {
          const expected = all.map((mark) =>
            Math.hypot(
              (mark % columns) - (cell % columns),
              Math.floor(mark / columns) - Math.floor(cell / columns),
            ),
          );
          expect(value).toBeCloseTo(reach - Math.min(Math.ceil(reach) + 1, ...expected), 9);
        });
      },
    ),
  );
});
