import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DemoStreet } from './county/county.types.js';
import { advance, nearestNode, positionOf, streetNetwork } from './street-walk.js';

const street = (line: DemoStreet['line'], kind: DemoStreet['class'] = 'residential'): DemoStreet => ({
  name: null,
  ref: null,
  class: kind,
  bridge: false,
  oneway: false,
  line,
});

const cross = streetNetwork([
  street([
    [0, 0],
    [0.01, 0],
    [0.02, 0],
  ]),
  street([
    [0.01, 0],
    [0.01, 0.01],
  ]),
]);

describe('a walk along streets', () => {
  it('joins streets where they share a vertex', () => {
    expect(cross.places).toHaveLength(4);
    expect(cross.neighbours[nearestNode(cross, [0.01, 0])]).toHaveLength(3);
  });

  it('leaves footpaths out', () => {
    expect(
      streetNetwork([
        street(
          [
            [0, 0],
            [1, 1],
          ],
          'path',
        ),
      ]).places,
    ).toHaveLength(0);
  });

  it('never leaves the streets', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 5000, noNaN: true }),
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        (metres, chances) => {
          const walk = advance(
            cross,
            { from: 0, to: 1, along: 0 },
            metres,
            () => chances.next().value as number,
          );
          const [x, y] = positionOf(cross, walk).place;
          expect(Math.abs(y) < 1e-9 || Math.abs(x - 0.01) < 1e-9).toBe(true);
          expect(cross.neighbours[walk.from]!.some(({ to }) => to === walk.to)).toBe(true);
        },
      ),
    );
  });

  it('heads east along an eastward street', () => {
    expect(positionOf(cross, { from: 0, to: 1, along: 100 }).headingDegrees).toBeCloseTo(90);
  });
});
