import { distanceToSegment, mix, type Point } from '../geometry/plane.js';
import type { BlockSide } from './blocks.js';

export type Fit = (corners: readonly Point[]) => boolean;

/** Whether a footprint lies in the block, its walls back from the streets. */
export function fitIn(inside: (point: Point) => boolean, sides: readonly BlockSide[]): Fit {
  return (corners) => {
    for (const corner of corners) if (!inside(corner)) return false;
    for (const { from, to, setback } of sides) {
      const reach = setback + Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]);
      const [x, y] = corners[0]!;
      if (Math.abs(x - from[0]) > reach + 130 || Math.abs(y - from[1]) > reach + 130) continue;
      for (let i = 0; i < corners.length; i++) {
        const corner = corners[i]!;
        if (distanceToSegment(corner, from, to) < setback) return false;
        // Long walls may bulge over a bend of the street between their corners.
        const next = corners[(i + 1) % corners.length]!;
        if (Math.abs(corner[0] - next[0]) + Math.abs(corner[1] - next[1]) < 25) continue;
        if (distanceToSegment(mix(corner, next, 0.5), from, to) < setback) return false;
      }
    }
    return true;
  };
}
