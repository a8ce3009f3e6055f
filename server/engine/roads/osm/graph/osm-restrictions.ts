import type { OsmMember, OsmTags } from '../visitor.js';
import { accessFlag, type StreetGraph } from '../../graph/street-graph.js';

/** A turn restriction of OpenStreetMap, by the ids of its members. */
export interface Restriction {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** A node, or the ways between the two. */
  readonly via: { readonly node: number } | { readonly ways: readonly number[] };
  /** `only`: everything else is forbidden. `uTurn`: only turning round is, from and to being most often one way. */
  readonly rule: 'no' | 'only' | 'uTurn';
  /** Bits of `accessFlag`. */
  readonly binds: number;
}

/** Why a restriction is not in the graph: it holds at times only, or its members do not say where. */
export type RestrictionRefusal = 'conditional' | 'unclear';

const { driving, cycling } = accessFlag;

/** Keys that say whom a restriction binds, the general one last (OSM wiki, "Relation:restriction"). */
const keys: readonly (readonly [string, number])[] = [
  ['restriction:motorcar', driving],
  ['restriction:motor_vehicle', driving],
  ['restriction:vehicle', driving | cycling],
  ['restriction:bicycle', cycling],
  ['restriction', driving | cycling],
];

/** What `except` lets off. */
const exceptions: Record<string, number | undefined> = {
  motorcar: driving,
  motor_vehicle: driving,
  vehicle: driving | cycling,
  bicycle: cycling,
};

/** Reads a relation; null when it restricts no turn, or only of vehicles that are not ours, as buses and lorries. */
export function restrictionOf(
  members: readonly OsmMember[],
  tags: OsmTags,
): Restriction | RestrictionRefusal | null {
  if (tags.type !== 'restriction') return null;
  const told = keys.filter(([key]) => tags[key] !== undefined);
  const value = told.length > 0 ? tags[told[0]![0]]! : '';
  if (!/^(no|only)_/.test(value))
    return keys.some(([key]) => tags[`${key}:conditional`] !== undefined) ? 'conditional' : null;
  const bound = told.filter(([key]) => tags[key] === value).reduce((bits, [, some]) => bits | some, 0);
  const excepted = (tags.except ?? '')
    .split(';')
    .reduce((bits, mode) => bits | (exceptions[mode.trim()] ?? 0), 0);
  const binds = bound & ~excepted;
  if (binds === 0) return null;
  const waysAs = (role: string) =>
    members.filter((member) => member.role === role && member.type === 'way').map(({ id }) => id);
  const [from, to] = [waysAs('from'), waysAs('to')];
  const via = viaOf(members);
  if (!via || from.length === 0 || to.length === 0) return 'unclear';
  const rule = value.startsWith('only_') ? 'only' : value === 'no_u_turn' ? 'uTurn' : 'no';
  return { from, to, via, rule, binds };
}

function viaOf(members: readonly OsmMember[]): Restriction['via'] | null {
  const [via, ...more] = members.filter(({ role }) => role === 'via');
  if (via?.type === 'node') return more.length === 0 ? { node: via.id } : null;
  const areWays = via && [via, ...more].every(({ type }) => type === 'way');
  return areWays ? { ways: [via, ...more].map(({ id }) => id) } : null;
}

/** Where ids of the file came to lie in a graph. */
export interface Places {
  /** Segments of a way, from the first up to but without the second; undefined when the graph does not have it. */
  segmentsOf(way: number): readonly [number, number] | undefined;
  /** Vertex of a node, −1 when it is none. */
  vertexOf(node: number): number;
}

/** Restrictions as a graph holds them, and how many of them do not say which turn is meant. */
export function resolveRestrictions(
  graph: StreetGraph,
  restrictions: readonly Restriction[],
  places: Places,
): Pick<StreetGraph, 'forbiddenTurns' | 'forbiddenPaths'> & { unclear: number } {
  const turns: number[] = [];
  const paths: number[] = [];
  let unclear = 0;
  for (const restriction of restrictions) {
    const { via, binds } = restriction;
    const ways =
      'node' in via
        ? overNode(graph, restriction, via.node, places)
        : overWays(graph, restriction, via.ways, places);
    if (!ways) unclear++;
    for (const way of ways ?? [])
      if (way.length === 2) turns.push(...way, binds);
      else paths.push(binds, way.length, ...way);
  }
  return { forbiddenTurns: Uint32Array.from(turns), forbiddenPaths: Uint32Array.from(paths), unclear };
}

/** Forbidden pairs of edges; none where the turn cannot be made anyhow; null where it is not clear which is meant. */
function overNode(
  graph: StreetGraph,
  { from, to, rule, binds }: Restriction,
  via: number,
  { segmentsOf, vertexOf }: Places,
): number[][] | null {
  const vertex = vertexOf(via);
  if (vertex < 0) return null;
  const out = leaving(graph, vertex);
  const edgesOf = (way: number) => out.filter(isOn(segmentsOf(way)));
  const ways = { from: from.map(edgesOf), to: to.map(edgesOf) };
  const isHere = (edges: number[]) => edges.length > 0;
  if (!ways.from.some(isHere) || !ways.to.some(isHere)) return null;
  const goals = ways.to.map((edges) => edges.filter((edge) => canTravel(graph, edge, binds)));
  const allGoals = new Set(goals.flat());
  const turns: number[][] = [];
  for (const backs of ways.from) {
    const arrivals = backs.map((edge) => edge ^ 1).filter((edge) => canTravel(graph, edge, binds));
    const roundTurns = arrivals.filter((edge) => allGoals.has(edge ^ 1));
    if (rule === 'uTurn' && roundTurns.length > 0) {
      // From a way back into itself: it may run on through the junction, and going on along it stays allowed.
      for (const edge of roundTurns) turns.push([edge, edge ^ 1]);
      continue;
    }
    // A way that comes to the junction from two sides, or leaves it to two, does not say which of them is meant.
    if (arrivals.length > 1 || (rule !== 'only' && goals.some(({ length }) => length > 1))) return null;
    for (const edge of arrivals) turns.push(...forbiddenAfter([edge], out, allGoals, rule));
  }
  return turns;
}

const MOST_TRIES = 1000;

/** As `overNode`, for a restriction over ways: sequences of three edges or more, found by going along those ways. */
function overWays(
  graph: StreetGraph,
  { from, to, rule, binds }: Restriction,
  via: readonly number[],
  { segmentsOf }: Places,
): number[][] | null {
  const isOnAny = (ways: readonly number[]) => {
    const tests = ways.map((way) => isOn(segmentsOf(way)));
    return (edge: number) => tests.some((test) => test(edge)) && canTravel(graph, edge, binds);
  };
  const [isVia, isGoal] = [isOnAny(via), isOnAny(to)];
  const after = (edge: number) => leaving(graph, graph.ends[edge ^ 1]!).filter((next) => next !== (edge ^ 1));
  const starts = from.map((way) =>
    edgesOn(segmentsOf(way)).filter((edge) => canTravel(graph, edge, binds) && after(edge).some(isVia)),
  );
  if (starts.some(({ length }) => length > 1)) return null;
  const found: number[][] = [];
  const open = starts.flat().map((edge) => [edge]);
  let tries = 0;
  for (let path = open.pop(); path; path = open.pop()) {
    // Ways that cross and cross again are no way from here to there.
    if (++tries > MOST_TRIES) return null;
    const onward = after(path.at(-1)!);
    const goals = new Set(onward.filter(isGoal));
    if (path.length > 1 && goals.size > 0) found.push(...forbiddenAfter(path, onward, goals, rule));
    else
      for (const next of onward)
        if (isVia(next) && !path.includes(next) && !path.includes(next ^ 1)) open.push([...path, next]);
  }
  return found.length > 0 ? found : null;
}

/** What must not follow a way: the goals, or, where only they may, everything else, turning round apart. */
function forbiddenAfter(
  way: readonly number[],
  out: readonly number[],
  goals: ReadonlySet<number>,
  rule: Restriction['rule'],
): number[][] {
  if (rule !== 'only') return [...goals].map((edge) => [...way, edge]);
  if (goals.size === 0) return [];
  const back = way.at(-1)! ^ 1;
  return out.filter((edge) => !goals.has(edge) && edge !== back).map((edge) => [...way, edge]);
}

const leaving = ({ outEdges, firstOut }: StreetGraph, vertex: number): number[] => [
  ...outEdges.subarray(firstOut[vertex], firstOut[vertex + 1]),
];

const canTravel = ({ access }: StreetGraph, edge: number, binds: number): boolean =>
  ((access[edge >> 1]! >> (4 * (edge & 1))) & binds) !== 0;

const isOn =
  ([first, end]: readonly [number, number] = [0, 0]) =>
  (edge: number): boolean =>
    edge >> 1 >= first && edge >> 1 < end;

const edgesOn = ([first, end]: readonly [number, number] = [0, 0]): number[] =>
  Array.from({ length: 2 * (end - first) }, (_, i) => 2 * first + i);
