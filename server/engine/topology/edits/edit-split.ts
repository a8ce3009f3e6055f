import { orientation } from '../../geometry/grid.js';
import { isInRing, isInShape, ringsOfWalk, type Ring } from '../mesh/rings.js';
import { nearestOn } from '../mesh/segments.js';
import type { Step, TilingEdit } from '../tiling.types.js';
import { findContacts, nodeContacts, type Contact } from './line-contacts.js';
import { EditRefusal } from './refusal.js';
import { requireLine, type Pieces, type TilingState } from './tiling-state.js';
import { refuseClashes } from './verify.js';

type Split = Extract<TilingEdit, { kind: 'split' }>;

/**
 * Cuts a grid in two along a line. The parts of the line inside the grid become its new border, with a vertex where
 * they meet the old ones, so that neighbours are noded there too. A line may pass enclaves, as long as two pieces come
 * of it; pieces the line does not touch go to the side they lie on.
 */
export function splitGrid(state: TilingState, { grid, line, into }: Split): Pieces {
  const { mesh } = state;
  const label = state.requireLabel(grid);
  if (into[0] === into[1]) throw new EditRefusal('ID_TAKEN', null, [into[0]]);
  const before = state.shapes[label]!.parts.length;
  const points = requireLine(line);
  if (points.length < 2) throw new EditRefusal('TOO_FEW_VERTICES', points[0] ?? null, [grid]);
  const [left, right] = into.map((id) => state.labelForNew(id, [grid])) as [number, number];

  const isBorder = (e: number) => mesh.label[2 * e] === label || mesh.label[2 * e + 1] === label;
  const contacts = findContacts(state, points, false, isBorder);
  const passages = findPassages(state, label, points, contacts, grid);
  const ends = new Set(passages.flatMap(({ from, to }) => [from, to]));
  nodeContacts(
    state,
    contacts.filter((contact) => ends.has(contact)),
  );
  const paths = passages.map(({ path }) => path.map(([x, y]) => mesh.vertexAt(x, y)));
  layPaths(state, label, paths, grid);

  const tooMany = (at: Step) =>
    new EditRefusal(passages.length > 1 ? 'LINE_CROSSES_TWICE' : 'LINE_DOES_NOT_CROSS', at, [grid]);
  const faces = labelFaces(state, label, paths, left, right, tooMany);
  if (faces.reduce((sum, { pieces }) => sum + pieces, 0) !== before + 1) throw tooMany(passages[0]!.from.at);
  return new Map(faces.map(({ label: side, pieces }) => [side, pieces]));
}

interface Passage {
  from: Contact;
  to: Contact;
  path: Step[];
}

/** The stretches of the line inside the grid, from border to border. */
function findPassages(
  state: TilingState,
  label: number,
  line: readonly Step[],
  contacts: readonly Contact[],
  grid: string,
): Passage[] {
  const shape = state.shapes[label]!;
  const passages: Passage[] = [];
  let along: Step | null = null;
  for (let i = 1; i < contacts.length; i++) {
    const [from, to] = [contacts[i - 1]!, contacts[i]!];
    const path = requireLine([from.at, ...line.slice(from.segment + 1, to.segment + 1), to.at]);
    if (path.length < 2) continue;
    if (path.length === 2 && runsAlong(state, label, from.at, to.at)) {
      along ??= from.at;
      continue;
    }
    const [p, q] = longestOf(path);
    if (isInShape(state.mesh, shape, p[0] + q[0], p[1] + q[1])) passages.push({ from, to, path });
  }
  if (along) throw new EditRefusal('LINE_ALONG_BORDER', along, [grid]);
  if (passages.length === 0)
    throw new EditRefusal('LINE_DOES_NOT_CROSS', contacts[0]?.at ?? line[0]!, [grid]);
  return passages;
}

/** Whether both places lie on one edge of the grid, but for rounding. */
function runsAlong({ mesh }: TilingState, label: number, p: Step, q: Step): boolean {
  const { origin, x, y } = mesh;
  return mesh.index.within(p[0] - 1, p[1] - 1, p[0] + 1, p[1] + 1, []).some((e) => {
    if (mesh.label[2 * e] !== label && mesh.label[2 * e + 1] !== label) return false;
    const [a, b] = [origin[2 * e]!, origin[2 * e + 1]!];
    return [p, q].every((at) => nearestOn(x[a]!, y[a]!, x[b]!, y[b]!, at[0], at[1]).squared <= 1);
  });
}

function longestOf(path: readonly Step[]): [Step, Step] {
  let best: [Step, Step] = [path[0]!, path[1]!];
  let most = -1;
  for (let i = 1; i < path.length; i++) {
    const [p, q] = [path[i - 1]!, path[i]!];
    const length = (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2;
    if (length > most) [best, most] = [[p, q], length];
  }
  return best;
}

/** Puts the new border in, for now with the old grid on both sides. */
function layPaths(state: TilingState, label: number, paths: readonly number[][], grid: string): void {
  const { mesh } = state;
  const seen = new Set<number>();
  for (const path of paths) {
    for (const [i, v] of path.entries()) {
      const isInner = i > 0 && i < path.length - 1;
      if (isInner && (seen.has(v) || mesh.degree(v) > 0))
        throw new EditRefusal('LINE_CROSSES_ITSELF', state.step(v), [grid]);
      if (isInner) seen.add(v);
    }
  }
  const edges: number[] = [];
  for (const path of paths)
    for (let i = 1; i < path.length; i++) {
      state.addEdge(path[i - 1]!, path[i]!, label, label);
      edges.push(mesh.find(path[i - 1]!, path[i]!) >> 1);
    }
  const isLaid = new Set(edges);
  refuseClashes(state, edges, (_, f) => (isLaid.has(f) ? 'LINE_CROSSES_ITSELF' : 'WOULD_CROSS'));
}

interface Side {
  label: number;
  pieces: number;
}

/** Names the faces left and right of the paths, and gives what else the grid has to the side it belongs to. */
function labelFaces(
  state: TilingState,
  label: number,
  paths: readonly number[][],
  left: number,
  right: number,
  tooMany: (at: Step) => EditRefusal,
): Side[] {
  const { mesh } = state;
  const sideOf = new Map<number, number>();
  const walks: { walk: number[]; side: number }[] = [];
  const take = (start: number, side: number) => {
    const known = sideOf.get(start);
    if (known !== undefined && known !== side) throw tooMany(state.step(mesh.origin[start]!));
    if (known !== undefined) return;
    const walk = mesh.walk(start);
    for (const h of walk) sideOf.set(h, side);
    walks.push({ walk, side });
  };
  for (const path of paths) {
    for (let i = 1; i < path.length; i++) {
      const h = mesh.find(path[i - 1]!, path[i]!);
      take(h, left);
      take(h ^ 1, right);
    }
  }
  const shells = walks.flatMap(({ walk, side }) =>
    ringsOfWalk(mesh, walk)
      .filter((ring) => ring.isPositive)
      .map((ring) => ({ ring, side })),
  );
  const holes: { walk: number[]; ring: Ring }[] = [];
  for (const h of mesh.inLabel(label)) {
    if (sideOf.has(h)) continue;
    const walk = mesh.walk(h);
    for (const k of walk) sideOf.set(k, label);
    const rings = ringsOfWalk(mesh, walk);
    const shell = rings.find((ring) => ring.isPositive);
    if (!shell) {
      holes.push({ walk, ring: rings[0]! });
      continue;
    }
    const side = sideOfPath(state, paths, shell.vertices[0]!) < 0 ? right : left;
    shells.push({ ring: shell, side });
    walks.push({ walk, side });
  }
  for (const { walk, ring } of holes) {
    const [v, w] = [ring.vertices[0]!, ring.vertices[1]!];
    const [x, y] = [mesh.x[v]! + mesh.x[w]!, mesh.y[v]! + mesh.y[w]!];
    let home: { ring: Ring; side: number } | null = null;
    for (const shell of shells) {
      if (!isInRing(mesh, shell.ring, x, y)) continue;
      if (!home || shell.ring.box[2] - shell.ring.box[0] < home.ring.box[2] - home.ring.box[0]) home = shell;
    }
    walks.push({ walk, side: home?.side ?? left });
  }
  for (const { walk, side } of walks) for (const h of walk) state.relabel(h, side);
  return [left, right].map((side) => ({
    label: side,
    pieces: shells.filter((shell) => shell.side === side).length,
  }));
}

/** On which side of the nearest stretch of the paths a vertex lies. */
function sideOfPath({ mesh }: TilingState, paths: readonly number[][], v: number): number {
  const { x, y } = mesh;
  let least = Infinity;
  let side = 0;
  for (const path of paths) {
    for (let i = 1; i < path.length; i++) {
      const [a, b] = [path[i - 1]!, path[i]!];
      const { squared } = nearestOn(x[a]!, y[a]!, x[b]!, y[b]!, x[v]!, y[v]!);
      if (squared >= least) continue;
      least = squared;
      side = orientation(x[a]!, y[a]!, x[b]!, y[b]!, x[v]!, y[v]!);
    }
  }
  return side;
}
