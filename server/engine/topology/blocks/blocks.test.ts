import fc from 'fast-check';
import type { MultiPolygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { distanceMetres } from '../../coordinates/geodesic.js';
import { toGrid } from '../../geometry/grid.js';
import { findFault } from '../../geometry/validity.js';
import { streetBlocks, type CuttingLine } from './street-blocks.js';
import { unite } from './unite.js';

/** About 1 km at 30° north; steps are whole. */
const [west, south, side] = [120, 30, 0.01];
const at = (x: number, y: number): Position => [west + x * side, south + y * side];
const box = (x0: number, y0: number, x1: number, y1: number): Position[] => [
  at(x0, y0),
  at(x1, y0),
  at(x1, y1),
  at(x0, y1),
  at(x0, y0),
];
const scope: MultiPolygon = { type: 'MultiPolygon', coordinates: [[box(0, 0, 1, 1)]] };
const street = (...path: [number, number][]): CuttingLine => ({
  path: path.map(([x, y]) => at(x, y)),
  isStreet: true,
});

/** Checks that no directed edge is there twice; what has no twin is the outer border. */
function outerEdges(parts: number[][][][]): [number, number, number, number][] {
  const edges = new Map<string, [number, number, number, number]>();
  for (const ring of parts.flat(1) as unknown as number[][][])
    for (let i = 1; i < ring.length; i++) {
      const edge = [...ring[i - 1]!, ...ring[i]!] as [number, number, number, number];
      expect(edges.has(edge.join())).toBe(false);
      edges.set(edge.join(), edge);
    }
  return [...edges.values()].filter(([a, b, c, d]) => !edges.has([c, d, a, b].join()));
}

const inSteps = (boundary: MultiPolygon): number[][][][] =>
  boundary.coordinates.map((rings) => rings.map((ring) => ring.map((place) => [...toGrid([place])])));

describe('streetBlocks', () => {
  it('cuts a scope along streets and tells who borders whom', () => {
    const { blocks, adjacency } = streetBlocks(
      [street([-1, 0.5], [2, 0.5]), { path: [at(0.25, 0.5), at(0.25, 1.5)], isStreet: false }],
      scope,
    );
    expect(blocks).toHaveLength(3);
    const total = blocks.reduce((sum, { areaSquareMetres }) => sum + areaSquareMetres, 0);
    const width = distanceMetres(at(0, 0.5), at(1, 0.5));
    const height = distanceMetres(at(0, 0), at(0, 1));
    expect(total / (width * height)).toBeCloseTo(1, 4);
    expect(adjacency).toHaveLength(3);
    expect(adjacency.filter(({ onStreet }) => onStreet)).toHaveLength(2);
    const along = adjacency.find(({ onStreet }) => !onStreet)!;
    expect(along.metres).toBeCloseTo(height / 2, 2);
    expect(blocks.reduce((sum, { streetMetres }) => sum + streetMetres, 0)).toBeCloseTo(width, 2);
    expect(blocks.reduce((sum, { outerMetres }) => sum + outerMetres, 0)).toBeCloseTo(
      2 * width + 2 * height,
      -1,
    );
  });

  it('lets a dead end cut nothing, and counts its length', () => {
    const { blocks, adjacency } = streetBlocks(
      [street([0.2, 0.2], [0.7, 0.2]), street([0.5, 0.2], [0.5, 2])],
      scope,
    );
    expect(blocks).toHaveLength(1);
    expect(adjacency).toEqual([]);
    const expected = distanceMetres(at(0.2, 0.2), at(0.7, 0.2)) + distanceMetres(at(0.5, 0.2), at(0.5, 1));
    expect(blocks[0]!.streetMetres).toBeCloseTo(expected, 2);
    expect(blocks[0]!.boundary.coordinates[0]).toHaveLength(1);
  });

  it('makes a block of what a ring road encloses', () => {
    const { blocks, adjacency } = streetBlocks(
      [street([0.3, 0.3], [0.6, 0.3], [0.6, 0.6], [0.3, 0.3])],
      scope,
    );
    expect(blocks.map(({ boundary }) => boundary.coordinates[0]!.length).sort()).toEqual([1, 2]);
    expect(adjacency).toMatchObject([{ a: 0, b: 1, onStreet: true }]);
  });

  it('joins what lies between two carriageways, and corners too small to be a block', () => {
    // 10 m apart, and a corner of about 50 × 50 m.
    const lines = [
      street([-1, 0.5], [2, 0.5]),
      street([-1, 0.51], [2, 0.51]),
      street([-1, -0.05], [0.5, 1.45]),
    ];
    expect(streetBlocks(lines, scope).blocks).toHaveLength(2);
    expect(streetBlocks(lines, scope, { leastSquareMetres: 0 }).blocks).toHaveLength(3);
    expect(
      streetBlocks(lines, scope, { leastSquareMetres: 0, leastWidthMetres: 0 }).blocks.length,
    ).toBeGreaterThan(3);
  });

  it('leaves what lies outside the scope, its holes too', () => {
    const holed: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [[box(0, 0, 1, 1), box(0.4, 0.4, 0.6, 0.6).reverse()]],
    };
    const { blocks } = streetBlocks([street([-1, 0.5], [2, 0.5]), street([1.2, -1], [1.2, 2])], holed);
    expect(blocks).toHaveLength(2);
    expect(blocks[0]!.boundary.coordinates[0]).toHaveLength(1);
  });

  it('tiles the scope whatever the lines are, and so do districts of its blocks', () => {
    const place = fc.tuple(
      fc.double({ min: -0.2, max: 1.2, noNaN: true }),
      fc.double({ min: -0.2, max: 1.2, noNaN: true }),
    );
    const line = fc.array(place, { minLength: 2, maxLength: 5 }).map((path) => street(...path));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.infiniteStream(fc.nat(3)), (lines, choice) => {
        const { blocks, adjacency } = streetBlocks(lines, scope);
        const tiles = blocks.map(({ boundary }) => inSteps(boundary));
        for (const tile of tiles) {
          expect(tile).toHaveLength(1);
          expect(findFault(tile.map((rings) => rings.map((ring) => ring.flat())))).toBeNull();
        }
        const isOuter = ([a, b, c, d]: number[]) =>
          [a! - 1.2e9, a! - 1.2001e9].some(
            (off, i) => Math.abs(off) <= 1 && Math.abs(c! - 1.2e9 - i * 1e5) <= 1,
          ) ||
          [b! - 3e8, b! - 3.001e8].some((off, i) => Math.abs(off) <= 1 && Math.abs(d! - 3e8 - i * 1e5) <= 1);
        expect(outerEdges(tiles.flat()).every(isOuter)).toBe(true);
        // All blocks hang together through the adjacency.
        const reached = new Set([0]);
        for (let i = 0; i < blocks.length; i++)
          for (const { a, b } of adjacency) if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
        expect(reached.size).toBe(blocks.length);

        const districtOf = blocks.map(() => choice.next().value!);
        const districts = unite(blocks, districtOf);
        for (const parts of districts)
          expect(findFault(parts.map((rings) => rings.map((ring) => ring.flat())))).toBeNull();
        expect(outerEdges(districts.flat() as unknown as number[][][][]).every(isOuter)).toBe(true);
        const size = (parts: readonly (readonly (readonly number[])[])[][]) =>
          parts.flat().reduce((sum, ring) => sum + doubled(ring), 0n);
        districts.forEach((parts, district) => {
          const own = tiles.filter((_, i) => districtOf[i] === district);
          expect(size(parts)).toBe(own.reduce((sum, tile) => sum + size(tile), 0n));
        });
      }),
      { numRuns: 150 },
    );
  });
});

function doubled(ring: readonly (readonly number[])[]): bigint {
  let sum = 0n;
  for (let i = 1; i < ring.length; i++) {
    const [p, q] = [ring[i - 1]!, ring[i]!];
    sum += BigInt(p[0]!) * BigInt(q[1]!) - BigInt(q[0]!) * BigInt(p[1]!);
  }
  return sum;
}
