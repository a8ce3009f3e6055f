import { rectangle } from '../geometry/curves.js';
import { insideTest } from '../geometry/indexes.js';
import { along, type Point } from '../geometry/plane.js';
import { orientedBox } from '../plan/split-blocks.js';
import type { Block } from './blocks.js';
import { fitIn } from './fit.js';

/** The sports ground of a school block, when one fits. */
export function pitchOf(block: Block): Point[] | null {
  const box = orientedBox(block.polygon);
  const fit = fitIn(insideTest(block.polygon), block.sides);
  for (const size of block.squareMetres > 30_000 ? [1, 0.75, 0.5] : [0.6, 0.45]) {
    for (const shift of [0.28, -0.28, 0.2, -0.2]) {
      const corners = rectangle(
        along(box.centre, box.direction, box.length * shift),
        box.direction,
        120 * size,
        66 * size,
      );
      if (fit(corners)) return corners;
    }
  }
  return null;
}
