import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesToGraph } from './graph/lines-to-graph.js';
import { localMetres } from './graph/local-metres.js';
import { eachPoint, StreetLocator } from './locate.js';

const attributes = { streetClass: 6, forward: 7, backward: 7, limit: 0, name: '' };
const position = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))
  .map(([x, y]) => [119.6 + x / 10_000, 29.3 + y / 10_000]);
const streets = fc
  .array(fc.array(position, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 12 })
  .map((lines) =>
    linesToGraph(
      lines.map((coordinates) => ({ coordinates, attributes })),
      '',
    ),
  );

/** Metres from a place to a segment, by walking along it in small steps. */
function steppedMetres(graph: ReturnType<typeof linesToGraph>, segment: number, [x, y]: number[]): number {
  const points: [number, number][] = [];
  eachPoint(graph, segment, (px, py) => points.push([px, py]));
  let best = Infinity;
  for (let i = 1; i < points.length; i++)
    for (let k = 0; k <= 400; k++) {
      const at = (j: 0 | 1) => points[i - 1]![j] + ((points[i]![j] - points[i - 1]![j]) * k) / 400;
      best = Math.min(best, localMetres(at(0), at(1), x! * 1e7, y! * 1e7));
    }
  return best;
}

it('finds the nearest street, as looking at every one does', () => {
  fc.assert(
    fc.property(streets, position, fc.constantFrom(50, 300, 3000), (graph, [x, y], within) => {
      fc.pre(graph.segmentCount > 0);
      const found = new StreetLocator(graph).nearest([x!, y!], within, () => true);
      const best = Math.min(
        ...Array.from({ length: graph.segmentCount }, (_, segment) =>
          steppedMetres(graph, segment, [x!, y!]),
        ),
      );
      // A step of the walk is 14 m at most, so half of it the most that it can miss; the plane is off by less than 1 ‰.
      if (!found) expect(best).toBeGreaterThan(within * 0.999);
      else {
        expect(found.distanceMetres).toBeLessThanOrEqual(Math.min(within, best * 1.001));
        expect(found.distanceMetres).toBeGreaterThan(best - 8);
      }
    }),
  );
});

it('names each segment whose box touches a box once', () => {
  fc.assert(
    fc.property(streets, position, position, (graph, p, q) => {
      // Between the places that streets can have: just at the border rounding decides.
      const [a, b] = [p, q].map((corner) => corner.map((degrees) => degrees + 0.00005)) as [
        number[],
        number[],
      ];
      const [west, east] = [Math.min(a[0]!, b[0]!), Math.max(a[0]!, b[0]!)];
      const [south, north] = [Math.min(a[1]!, b[1]!), Math.max(a[1]!, b[1]!)];
      const expected = Array.from({ length: graph.segmentCount }, (_, segment) => segment).filter(
        (segment) => {
          const [xs, ys]: [number[], number[]] = [[], []];
          eachPoint(graph, segment, (x, y) => void [xs.push(x / 1e7), ys.push(y / 1e7)]);
          const touches = Math.max(...xs) >= west && Math.min(...xs) <= east;
          return touches && Math.max(...ys) >= south && Math.min(...ys) <= north;
        },
      );
      const found = [...new StreetLocator(graph).segmentsIn(west, south, east, north)];
      expect(found.sort((p, q) => p - q)).toEqual(expected);
    }),
  );
});

it('answers null where there is no street at all', () => {
  const locator = new StreetLocator(linesToGraph([], ''));
  expect(locator.nearest([119.6, 29.3], 20_000, () => true)).toBeNull();
  expect([...locator.segmentsIn(119, 29, 120, 30)]).toEqual([]);
});
