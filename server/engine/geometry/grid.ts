import type { Position } from 'geojson';
import { STEPS_PER_DEGREE } from '../coordinates/round.js';

/**
 * Geometry on the 1e-7° grid that all stored coordinates lie on: whole numbers, so that "left of"
 * and "on the line" have exact answers.
 */

/** A ring or line as whole steps: x0, y0, x1, y1, … (±1.8e9 fits an Int32). */
export function toGrid(path: readonly Position[]): Int32Array {
  const grid = new Int32Array(path.length * 2);
  for (let i = 0; i < path.length; i++) {
    grid[2 * i] = Math.round(path[i]![0]! * STEPS_PER_DEGREE);
    grid[2 * i + 1] = Math.round(path[i]![1]! * STEPS_PER_DEGREE);
  }
  return grid;
}

// Shewchuk's bound for a determinant of this shape ("Adaptive Precision Floating-Point Arithmetic
// and Fast Robust Geometric Predicates", 1997): beyond it the double's sign is right.
const ERROR_BOUND = 3.3306690738754716e-16;

/**
 * On which side of the line a → b the point c lies: 1 left (counter-clockwise), -1 right, 0 on it.
 * Exact for whole numbers up to 2^52.
 */
export function orientation(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
): -1 | 0 | 1 {
  const left = (bx - ax) * (cy - ay);
  const right = (by - ay) * (cx - ax);
  const difference = left - right;
  if (Math.abs(difference) > ERROR_BOUND * (Math.abs(left) + Math.abs(right))) return difference > 0 ? 1 : -1;
  // Within 9° of each other both products are exact, and so is a small difference.
  if (Math.abs(left) <= Number.MAX_SAFE_INTEGER && Math.abs(right) <= Number.MAX_SAFE_INTEGER)
    return sign(difference);
  const exact = BigInt(bx - ax) * BigInt(cy - ay) - BigInt(by - ay) * BigInt(cx - ax);
  return exact > 0n ? 1 : exact < 0n ? -1 : 0;
}

function sign(value: number): -1 | 0 | 1 {
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

/** Whether c, already known to be on the line through a and b, lies between them (ends included). */
export function isBetween(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): boolean {
  return cx >= Math.min(ax, bx) && cx <= Math.max(ax, bx) && cy >= Math.min(ay, by) && cy <= Math.max(ay, by);
}
