import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFault, type ValidityFault } from './validity.js';

type Ring = [number, number][];

const box = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const grid = (parts: Ring[][]) => parts.map((rings) => rings.map((ring) => Int32Array.from(ring.flat())));
const reasonOf = (...parts: Ring[][]) => findFault(grid(parts))?.reason ?? 'VALID';

// Each verdict was compared with ST_IsValid of PostGIS 3.3, as were 120,000 random cases of this kind.
const cases: [name: string, expected: ValidityFault | 'VALID', ...parts: Ring[][]][] = [
  ['a square', 'VALID', [box(0, 0, 8)]],
  [
    'a bow tie',
    'SELF_CROSSING',
    [
      [
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
      ],
    ],
  ],
  [
    'a spike, or a ring without area',
    'SELF_CROSSING',
    [
      [
        [0, 0],
        [4, 0],
        [2, 0],
        [0, 0],
      ],
    ],
  ],
  [
    'two squares in one ring, joined at a corner',
    'SELF_TOUCHING',
    [
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [4, 2],
        [4, 4],
        [2, 4],
        [2, 2],
        [0, 2],
        [0, 0],
      ],
    ],
  ],
  ['a hole', 'VALID', [box(0, 0, 8), box(2, 2, 2)]],
  [
    'a hole touching the shell in a point',
    'VALID',
    [
      box(0, 0, 8),
      [
        [0, 4],
        [2, 2],
        [2, 6],
        [0, 4],
      ],
    ],
  ],
  [
    'a hole touching the shell twice',
    'INTERIOR_NOT_CONNECTED',
    [
      box(0, 0, 8),
      [
        [0, 4],
        [4, 2],
        [8, 4],
        [4, 6],
        [0, 4],
      ],
    ],
  ],
  [
    'two holes bridging the shell',
    'INTERIOR_NOT_CONNECTED',
    [
      box(0, 0, 8),
      [
        [0, 4],
        [2, 2],
        [4, 4],
        [0, 4],
      ],
      [
        [4, 4],
        [6, 6],
        [8, 4],
        [4, 4],
      ],
    ],
  ],
  ['a hole sharing an edge with the shell', 'RINGS_OVERLAP', [box(0, 0, 8), box(0, 2, 2)]],
  ['a hole that equals the shell', 'RINGS_OVERLAP', [box(0, 0, 8), box(0, 0, 8)]],
  ['a hole half outside', 'RINGS_CROSS', [box(0, 0, 8), box(6, 6, 4)]],
  ['a hole outside', 'HOLE_OUTSIDE_SHELL', [box(0, 0, 8), box(10, 10, 2)]],
  [
    'a hole leaving the shell through its corners',
    'HOLE_OUTSIDE_SHELL',
    [
      [
        [0, 0],
        [6, 0],
        [6, 6],
        [3, 3],
        [0, 6],
        [0, 0],
      ],
      [
        [3, 1],
        [6, 6],
        [0, 6],
        [3, 1],
      ],
    ],
  ],
  [
    'a hole bridging a notch between two corners',
    'HOLE_OUTSIDE_SHELL',
    [
      [
        [0, 0],
        [6, 0],
        [6, 6],
        [3, 3],
        [0, 6],
        [0, 0],
      ],
      [
        [0, 6],
        [6, 6],
        [3, 4],
        [0, 6],
      ],
    ],
  ],
  ['a hole in a hole', 'NESTED_HOLES', [box(0, 0, 9), box(1, 1, 7), box(3, 3, 2)]],
  ['two shells touching in a point', 'VALID', [box(0, 0, 4)], [box(4, 4, 4)]],
  ['two shells sharing an edge', 'RINGS_OVERLAP', [box(0, 0, 4)], [box(4, 0, 4)]],
  ['two shells crossing', 'RINGS_CROSS', [box(0, 0, 4)], [box(2, 2, 4)]],
  ['a shell in a shell', 'PARTS_OVERLAP', [box(0, 0, 9)], [box(2, 2, 2)]],
  ['a shell around a shell', 'PARTS_OVERLAP', [box(2, 2, 2)], [box(0, 0, 9)]],
  ['an island in a lake', 'VALID', [box(0, 0, 9), box(1, 1, 7)], [box(3, 3, 2)]],
  [
    'an island touching its shore',
    'VALID',
    [box(0, 0, 9), box(1, 1, 7)],
    [
      [
        [1, 4],
        [4, 3],
        [4, 5],
        [1, 4],
      ],
    ],
  ],
];

describe('findFault', () => {
  it.each(cases)('judges %s: %s', (_, expected, ...parts) => {
    expect(reasonOf(...parts)).toBe(expected);
    const reversed = parts.map((rings) => rings.map((ring) => ring.toReversed()));
    expect(reasonOf(...reversed)).toBe(expected);
  });

  it('names the crossing point', () => {
    expect(
      findFault(
        grid([
          [
            [
              [0, 0],
              [20, 20],
              [20, 0],
              [0, 20],
              [0, 0],
            ],
          ],
        ]),
      ),
    ).toMatchObject({ x: 10, y: 10, part: 0, ring: 0 });
    expect(findFault(grid([[box(0, 0, 3)], [box(10, 10, 9), box(40, 40, 2)]]))).toMatchObject({
      part: 1,
      ring: 1,
    });
  });

  it('accepts every ring drawn around a point by rising angle', () => {
    const radii = fc.array(fc.integer({ min: 1000, max: 1_000_000 }), { minLength: 4, maxLength: 300 });
    fc.assert(
      fc.property(radii, (list) => {
        expect(reasonOf([star(list)])).toBe('VALID');
      }),
    );
  });

  it('finds what comparing every edge with every other finds', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.uniqueArray(corner, { minLength: 3, maxLength: 14, selector: String }), (corners) => {
        const ring = [...corners, corners[0]!] as Ring;
        expect(reasonOf([ring]) === 'VALID').toBe(isSimple(ring));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on where the polygon lies on the globe', () => {
    const shift = fc.tuple(
      fc.integer({ min: -1_799_999_000, max: 1_799_999_000 }),
      fc.integer({ min: -899_999_000, max: 899_999_000 }),
    );
    fc.assert(
      fc.property(shift, fc.constantFrom(...cases), ([east, north], [, expected, ...parts]) => {
        const moved = parts.map((rings) =>
          rings.map((ring) => ring.map(([x, y]): [number, number] => [x + east, y + north])),
        );
        expect(reasonOf(...moved)).toBe(expected);
      }),
    );
  });

  it('takes 100,000 corners in well under ten seconds', () => {
    const radii = Array.from({ length: 100_000 }, (_, i) => 500_000_000 + (i % 7) * 1_000);
    const started = performance.now();
    expect(reasonOf([star(radii)])).toBe('VALID');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

function star(radii: number[]): Ring {
  const ring = radii.map((radius, i): [number, number] => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
  });
  return [...ring, ring[0]!];
}

/** The definition itself: no edge meets another but its neighbours, and those only in the common corner. */
function isSimple(ring: Ring): boolean {
  const n = ring.length - 1;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const common = j === i + 1 ? ring[j]! : i === 0 && j === n - 1 ? ring[0]! : null;
      const ends = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
      const on = [
        onEdge(ends[0]!, ends[2]!, ends[3]!),
        onEdge(ends[1]!, ends[2]!, ends[3]!),
        onEdge(ends[2]!, ends[0]!, ends[1]!),
        onEdge(ends[3]!, ends[0]!, ends[1]!),
      ];
      const touching = ends.filter((_, k) => on[k]);
      if (touching.some(([x, y]) => !common || x !== common[0] || y !== common[1])) return false;
      const [a, b, c, d] = ends as [Ring[0], Ring[0], Ring[0], Ring[0]];
      if (cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0) return false;
    }
  }
  return true;
}

function cross([ax, ay]: number[], [bx, by]: number[], [cx, cy]: number[]): number {
  return (bx! - ax!) * (cy! - ay!) - (by! - ay!) * (cx! - ax!);
}

function onEdge(p: number[], a: number[], b: number[]): boolean {
  if (cross(a, b, p) !== 0) return false;
  return (p[0]! - a[0]!) * (p[0]! - b[0]!) <= 0 && (p[1]! - a[1]!) * (p[1]! - b[1]!) <= 0;
}
