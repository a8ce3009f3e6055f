import { insideTest } from '../geometry/indexes.js';
import type { Point } from '../geometry/plane.js';
import type { Block } from './blocks.js';

export interface Locator {
  /** Index of the block around a place, -1 outside the county. */
  blockAt(point: Point): number;
  insideBlock(block: number, point: Point): boolean;
}

const SIZE = 300;

export function createLocator(blocks: readonly Block[]): Locator {
  const cells = new Map<number, number[]>();
  const key = (i: number, j: number): number => (i + 200) * 500 + j + 200;
  const cellOf = (metres: number): number => Math.floor(metres / SIZE);
  blocks.forEach(({ polygon }, index) => {
    const xs = polygon.map((p) => p[0]);
    const ys = polygon.map((p) => p[1]);
    for (let i = cellOf(Math.min(...xs)); i <= cellOf(Math.max(...xs)); i++) {
      for (let j = cellOf(Math.min(...ys)); j <= cellOf(Math.max(...ys)); j++) {
        const cell = cells.get(key(i, j));
        if (cell) cell.push(index);
        else cells.set(key(i, j), [index]);
      }
    }
  });
  const tests: ((point: Point) => boolean)[] = [];
  const insideBlock = (block: number, point: Point): boolean =>
    (tests[block] ??= insideTest(blocks[block]!.polygon))(point);
  return {
    insideBlock,
    blockAt: (point) =>
      (cells.get(key(cellOf(point[0]), cellOf(point[1]))) ?? []).find((block) => insideBlock(block, point)) ??
      -1,
  };
}
