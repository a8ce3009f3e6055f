import { rectangle } from '../geometry/curves.js';
import { along, left, type Point } from '../geometry/plane.js';
import { orientedBox } from '../plan/split-blocks.js';
import type { Random } from '../random.js';
import type { Block } from './blocks.js';
import type { Fit } from './fit.js';

export interface RowStyle {
  length: [number, number];
  depth: [number, number];
  gap: [number, number];
  lane: [number, number];
  jitter: number;
  /** Share of places left empty. */
  vacancy: number;
}

/** Rows of buildings in the block's own directions, rows running east as Chinese compounds like it. */
export function rows(
  block: Block,
  fit: Fit,
  style: RowStyle,
  random: Random,
  eastward: boolean,
): { corners: Point[]; centre: Point; row: number }[] {
  const box = orientedBox(block.polygon);
  const across = left(box.direction);
  const useLong = eastward ? Math.abs(box.direction[0]) >= Math.abs(across[0]) : true;
  let direction = useLong ? box.direction : across;
  if (direction[0] < 0) direction = [-direction[0], -direction[1]];
  const side = left(direction);
  const [width, height] = useLong ? [box.length, box.width] : [box.width, box.length];
  const result: { corners: Point[]; centre: Point; row: number }[] = [];
  let row = 0;
  for (let v = -height / 2 + 6; v < height / 2; row++) {
    const depth = random.between(...style.depth);
    for (let u = -width / 2 + 5 + random.between(0, 6); u < width / 2;) {
      const length = random.between(...style.length);
      const centre = along(
        along(box.centre, direction, u + length / 2),
        side,
        v + depth / 2 + random.normal() * style.jitter,
      );
      const turned = style.jitter > 1 ? turn(direction, random.normal() * 0.05) : direction;
      const corners = rectangle(centre, turned, length, depth);
      if (random.next() >= style.vacancy && fit(corners)) {
        result.push({ corners, centre, row });
        u += length + random.between(...style.gap);
      } else u += style.vacancy > 0.3 ? length : Math.max(4, length / 5);
    }
    v += depth + random.between(...style.lane);
  }
  return result;
}

const turn = ([x, y]: Point, angle: number): Point => [
  x * Math.cos(angle) - y * Math.sin(angle),
  x * Math.sin(angle) + y * Math.cos(angle),
];
