import type { Tiling } from '@maplebridge/engine/topology/tiling';
import type { GridId, Step, TilingEdit } from '@maplebridge/engine/topology/tiling.types';
import { ringsOf } from './border-points.js';
import { distance, isSame } from './steps.js';

/** A place on a border: a vertex of it, or one that has to be put in between two neighbours first. */
export interface Anchor {
  at: Step;
  between: readonly [a: Step, b: Step] | null;
  grids: readonly GridId[];
}

/** A piece of border, and how many nodes lie between its ends. */
export interface Stretch {
  path: Step[];
  nodes: number;
}

type Borders = Pick<Tiling, 'nearestVertex' | 'nearestBorder'>;

/** The place on a border that is meant; the outer border is not to be changed. */
export function findAnchor(
  tiling: Borders,
  at: Step,
  vertexSteps: number,
  borderSteps: number,
): Anchor | null {
  const vertex = tiling.nearestVertex(at, vertexSteps);
  if (vertex) return { at: vertex.at, between: null, grids: vertex.grids };
  const border = tiling.nearestBorder(at, borderSteps);
  if (!border || border.isOuter) return null;
  const { a, b, at: place, grids } = border;
  return { at: place, between: [a, b], grids };
}

/**
 * The border between two places of it, ends included: along a ring of a grid that both lie on, the shorter way, but
 * rather one without nodes, which no edit can go over. null: they lie on no common border.
 */
export function findStretch(
  tiling: Pick<Tiling, 'boundary' | 'has' | 'vertices'>,
  from: Anchor,
  to: Anchor,
): Stretch | null {
  let best: (Stretch & { length: number }) | null = null;
  for (const id of from.grids.filter((each) => to.grids.includes(each) && tiling.has(each))) {
    const nodes = new Set(tiling.vertices(id).flatMap(({ at, isNode }) => (isNode ? [at.join()] : [])));
    for (const ring of ringsOf(tiling, id)) {
      for (const path of waysBetween(putIn(ring, [from, to]), from.at, to.at)) {
        const found = {
          path,
          nodes: path.slice(1, -1).filter((place) => nodes.has(place.join())).length,
          length: lengthOf(path),
        };
        const isBetter =
          !best || found.nodes < best.nodes || (found.nodes === best.nodes && found.length < best.length);
        if (isBetter) best = found;
      }
    }
  }
  return best && { path: best.path, nodes: best.nodes };
}

/** A ring with the places that are no vertices of it yet. */
function putIn(ring: readonly Step[], anchors: readonly Anchor[]): Step[] {
  return ring.flatMap((place, i) => {
    const next = ring[i + 1];
    if (!next) return [place];
    const here = anchors.filter(
      ({ between }) =>
        between &&
        ((isSame(between[0], place) && isSame(between[1], next)) ||
          (isSame(between[1], place) && isSame(between[0], next))),
    );
    const places = here.map(({ at }) => at).filter((at) => !isSame(at, place) && !isSame(at, next));
    return [place, ...places.sort((a, b) => distance(place, a) - distance(place, b))];
  });
}

/** Both ways round a closed ring. */
function waysBetween(ring: readonly Step[], from: Step, to: Step): Step[][] {
  const open = ring.slice(0, -1);
  const indexOf = (place: Step): number => open.findIndex((each) => isSame(each, place));
  const [i, j] = [indexOf(from), indexOf(to)];
  if (i < 0 || j < 0 || i === j) return [];
  const ahead = i < j ? open.slice(i, j + 1) : [...open.slice(i), ...open.slice(0, j + 1)];
  const back = j < i ? open.slice(j, i + 1) : [...open.slice(j), ...open.slice(0, i + 1)];
  return [ahead, back.reverse()];
}

/** The edits that make vertices of two places of a border. */
export function insertAnchors(from: Anchor, to: Anchor): TilingEdit[] {
  const edits: TilingEdit[] = [];
  if (from.between) edits.push({ kind: 'insert', a: from.between[0], b: from.between[1], at: from.at });
  if (!to.between) return edits;
  let [a, b] = to.between;
  // Both on one edge: by the time of the second, the first stands between.
  if (from.between && from.between.every((end) => isSame(end, a) || isSame(end, b))) {
    if (distance(a, to.at) < distance(a, from.at)) b = from.at;
    else a = from.at;
  }
  edits.push({ kind: 'insert', a, b, at: to.at });
  return edits;
}

function lengthOf(path: readonly Step[]): number {
  let length = 0;
  for (let i = 1; i < path.length; i++) length += distance(path[i - 1]!, path[i]!);
  return length;
}

/**
 * The edits that put a path in place of a stretch. A stretch with nothing between its ends is given a vertex first: the
 * engine names a stretch by what it passes through.
 */
export function replaceStretch(stretch: readonly Step[], path: readonly Step[]): TilingEdit[] {
  const [from, to] = [stretch[0]!, stretch.at(-1)!];
  const between = stretch.slice(1, -1);
  const middle: Step = [Math.round((from[0] + to[0]) / 2), Math.round((from[1] + to[1]) / 2)];
  const through = between[Math.floor(between.length / 2)] ?? middle;
  return [
    ...(between.length === 0 ? [{ kind: 'insert' as const, a: from, b: to, at: middle }] : []),
    path.length === 0
      ? { kind: 'straighten', from, through, to }
      : { kind: 'reroute', from, through, to, path },
  ];
}
