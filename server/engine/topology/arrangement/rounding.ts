import { orientation } from '../../geometry/grid.js';

/**
 * The pieces of snap rounding: J. D. Hobby, "Practical segment intersection with finite precision output",
 * Computational Geometry 13 (1999); L. J. Guibas and D. H. Marimont, "Rounding arrangements dynamically",
 * IJCGA 8 (1998). The pixel of a place reaches half a step to each side; its west and south sides belong to it.
 */

/** Differences up to here (3.3°) make products and their sums exact in doubles. */
const EXACT_SPAN = 2 ** 25;

/**
 * Whether the segment a → b passes through the pixel around c, which is neither of its ends. All in whole steps; exact.
 */
export function passesPixel(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): boolean {
  if (cx < Math.min(ax, bx) || cx > Math.max(ax, bx) || cy < Math.min(ay, by) || cy > Math.max(ay, by))
    return false;
  if (ax === bx || ay === by) return true;
  // Everything is doubled, so that the pixel's corners are whole numbers, and odd: no end lies on its sides.
  const corner = (x: number, y: number) =>
    orientation(2 * ax, 2 * ay, 2 * bx, 2 * by, 2 * cx + x, 2 * cy + y);
  const southWest = corner(-1, -1);
  const northEast = corner(1, 1);
  if (southWest * northEast < 0) return true;
  const northWest = corner(-1, 1);
  const southEast = corner(1, -1);
  const isLeft = southWest > 0 || northEast > 0 || northWest > 0 || southEast > 0;
  const isRight = southWest < 0 || northEast < 0 || northWest < 0 || southEast < 0;
  // A line that only touches the square does so in a corner; of those the south-west one belongs to the pixel.
  return (isLeft && isRight) || southWest === 0;
}

/** The pixel that holds the point where the segments a → b and c → d cross; they must cross inside both. */
export function roundedCrossing(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): [x: number, y: number] {
  const [ux, uy, vx, vy, wx, wy] = [bx - ax, by - ay, dx - cx, dy - cy, cx - ax, cy - ay];
  const span = Math.max(Math.abs(ux), Math.abs(uy), Math.abs(vx), Math.abs(vy), Math.abs(wx), Math.abs(wy));
  if (span < EXACT_SPAN) {
    const part = (wx * vy - wy * vx) / (ux * vy - uy * vx);
    const x = part * ux + 0.5;
    const y = part * uy + 0.5;
    // Away from the pixel's side the double is certain.
    if (Math.abs(x - Math.round(x)) > 1e-6 && Math.abs(y - Math.round(y)) > 1e-6)
      return [ax + Math.floor(x), ay + Math.floor(y)];
  }
  const [p, q, r, s] = [BigInt(ux), BigInt(uy), BigInt(vx), BigInt(vy)];
  const numerator = BigInt(wx) * s - BigInt(wy) * r;
  const denominator = p * s - q * r;
  return [ax + roundedShare(p, numerator, denominator), ay + roundedShare(q, numerator, denominator)];
}

/** floor(length · numerator / denominator + ½) */
function roundedShare(length: bigint, numerator: bigint, denominator: bigint): number {
  let [above, below] = [2n * length * numerator + denominator, 2n * denominator];
  if (below < 0n) [above, below] = [-above, -below];
  const quotient = above / below;
  return Number(above < 0n && above % below !== 0n ? quotient - 1n : quotient);
}
