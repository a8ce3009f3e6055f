import { isBetween, orientation } from '../../geometry/grid.js';
import type { Mesh } from './mesh.js';

type Step = readonly [x: number, y: number];

/** Whether two edges of a mesh meet anywhere but in a common vertex. */
export function edgesClash(mesh: Mesh, e: number, f: number): boolean {
  const { origin, x, y } = mesh;
  const [a, b, c, d] = [origin[2 * e]!, origin[2 * e + 1]!, origin[2 * f]!, origin[2 * f + 1]!];
  const shared = a === c || a === d ? a : b === c || b === d ? b : -1;
  if (shared < 0) return segmentsMeet(x[a]!, y[a]!, x[b]!, y[b]!, x[c]!, y[c]!, x[d]!, y[d]!);
  const [p, q] = [shared === a ? b : a, shared === c ? d : c];
  const [sx, sy, px, py, qx, qy] = [x[shared]!, y[shared]!, x[p]!, y[p]!, x[q]!, y[q]!];
  if (orientation(sx, sy, px, py, qx, qy) !== 0) return false;
  // On one line: they run along each other unless they lead to opposite sides.
  return px > sx === qx > sx && py > sy === qy > sy && px < sx === qx < sx && py < sy === qy < sy;
}

/** Where two edges that clash do so, in whole steps: an end of one on the other, or about where they cross. */
export function placeOfClash(mesh: Mesh, e: number, f: number): Step {
  const { origin, x, y } = mesh;
  const corners = [2 * e, 2 * e + 1, 2 * f, 2 * f + 1].map((h) => [x[origin[h]!]!, y[origin[h]!]!] as const);
  const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = corners as [Step, Step, Step, Step];
  const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (across !== 0) {
    const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across;
    return [Math.round(ax + t * (bx - ax)), Math.round(ay + t * (by - ay))];
  }
  return isBetween(ax, ay, bx, by, cx, cy) ? [cx, cy] : [ax, ay];
}

/** Whether two segments have a point in common. Exact. */
function segmentsMeet(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const c = orientation(ax, ay, bx, by, cx, cy);
  const d = orientation(ax, ay, bx, by, dx, dy);
  if (c === d && c !== 0) return false;
  const a = orientation(cx, cy, dx, dy, ax, ay);
  const b = orientation(cx, cy, dx, dy, bx, by);
  if (a === b && a !== 0) return false;
  if (a * b < 0 && c * d < 0) return true;
  return (
    (a === 0 && isBetween(cx, cy, dx, dy, ax, ay)) ||
    (b === 0 && isBetween(cx, cy, dx, dy, bx, by)) ||
    (c === 0 && isBetween(ax, ay, bx, by, cx, cy)) ||
    (d === 0 && isBetween(ax, ay, bx, by, dx, dy))
  );
}

/** How far along a–b (0 … 1) the place nearest to p lies, and p's distance from it in steps, squared. */
export function nearestOn(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  px: number,
  py: number,
): { t: number; squared: number } {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
  const [ex, ey] = [px - ax - t * dx, py - ay - t * dy];
  return { t, squared: ex * ex + ey * ey };
}
