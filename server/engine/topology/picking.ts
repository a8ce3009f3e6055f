import { OUTSIDE } from './mesh/mesh.js';
import { nearestOn } from './mesh/segments.js';
import type { TilingState } from './edits/tiling-state.js';
import type { BorderVertex, NearBorder, NearVertex, Step } from './tiling.types.js';

/** What a vertex is to someone who drags it. */
export function describeVertex(state: TilingState, v: number): BorderVertex {
  return { at: state.step(v), isNode: state.mesh.degree(v) > 2, isOuter: state.mesh.isOuter(v) };
}

/** The vertex nearest to a place, not farther than so many steps in a straight line; ties go west, then south. */
export function findNearestVertex(state: TilingState, at: Step, withinSteps: number): NearVertex | null {
  const { mesh } = state;
  let best = -1;
  let least = withinSteps * withinSteps;
  search(state, at, withinSteps, (e) => {
    for (const v of [mesh.origin[2 * e]!, mesh.origin[2 * e + 1]!]) {
      const squared = (mesh.x[v]! - at[0]) ** 2 + (mesh.y[v]! - at[1]) ** 2;
      if (squared > least || (squared === least && best >= 0 && !isBefore(state, v, best))) continue;
      [best, least] = [v, squared];
    }
    return Math.sqrt(least);
  });
  return best < 0 ? null : { ...describeVertex(state, best), grids: state.gridsAt(best) };
}

/** The border nearest to a place, not farther than so many steps, and the place on it. */
export function findNearestBorder(state: TilingState, at: Step, withinSteps: number): NearBorder | null {
  const { mesh } = state;
  const { origin, x, y } = mesh;
  let best = -1;
  let bestT = 0;
  let least = withinSteps * withinSteps;
  search(state, at, withinSteps, (e) => {
    const [a, b] = [origin[2 * e]!, origin[2 * e + 1]!];
    const { t, squared } = nearestOn(x[a]!, y[a]!, x[b]!, y[b]!, at[0], at[1]);
    if (squared < least || (squared === least && (best < 0 || isBefore(state, a, origin[2 * best]!))))
      [best, bestT, least] = [e, t, squared];
    return Math.sqrt(least);
  });
  if (best < 0) return null;
  const [a, b] = [state.step(origin[2 * best]!), state.step(origin[2 * best + 1]!)];
  const labels = state.gridsBeside(2 * best);
  const place: Step = [Math.round(a[0] + bestT * (b[0] - a[0])), Math.round(a[1] + bestT * (b[1] - a[1]))];
  return { a, b, at: place, isOuter: labels.includes(OUTSIDE), grids: state.idsOf(labels) };
}

/** Visits edges in growing squares around a place until nothing nearer can come; `visit` returns the reach still of use. */
function search(
  { mesh }: TilingState,
  [x, y]: Step,
  withinSteps: number,
  visit: (e: number) => number,
): void {
  let reach = withinSteps;
  let most = withinSteps;
  const least = 2_048;
  for (let half = Math.min(least, withinSteps); ; half *= 4) {
    const side = Math.min(half, most);
    for (const e of mesh.index.within(x - side, y - side, x + side, y + side, [])) reach = visit(e);
    most = Math.min(withinSteps, reach);
    if (side >= most) return;
  }
}

function isBefore({ mesh }: TilingState, v: number, w: number): boolean {
  return mesh.x[v]! < mesh.x[w]! || (mesh.x[v] === mesh.x[w] && mesh.y[v]! < mesh.y[w]!);
}
