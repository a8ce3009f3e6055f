import { classNumber, type StreetClass } from '../graph/street-class.js';
import { accessFlag, vertexFlag, type StreetGraph } from '../graph/street-graph.js';
import type { Profile, ProfileName } from './profile.js';
import { wayRules, type Shadows } from './shadow-edges.js';

/**
 * A graph as one kind of traveller meets it at one time of day: seconds an edge, and which turns follow which edge at
 * what cost. Search runs on this.
 */
export interface Network {
  readonly graph: StreetGraph;
  readonly profile: Profile;
  /** Seconds along each edge, then along each shadow; Infinity where it may not be travelled. */
  readonly seconds: Float32Array;
  /** Most often there are none. */
  readonly shadows: Shadows;
  /** Edges that may follow edge e: `turnTo[firstTurn[e]] … turnTo[firstTurn[e + 1] - 1]`. */
  readonly firstTurn: Uint32Array;
  readonly turnTo: Uint32Array;
  /** Tenths of a second each turn costs. */
  readonly turnTenths: Uint8Array;
  /** Whether any turn costs something, or is forbidden where an edge goes on. */
  readonly hasTurnRules: boolean;
}

const barrierBit: Record<ProfileName, number> = {
  driving: vertexFlag.noDriving,
  cycling: vertexFlag.noCycling,
  walking: vertexFlag.noWalking,
};

/**
 * Works out a network.
 *
 * @param slowdown factor on the seconds of each class at this time of day (1 = free flow)
 * @throws RangeError for a speed that is not above zero
 */
export function buildNetwork(
  graph: StreetGraph,
  profile: Profile,
  slowdown: Readonly<Partial<Record<StreetClass, number>>> = {},
): Network {
  const seconds = edgeSeconds(graph, profile, slowdown);
  return { graph, profile, ...listTurns(graph, profile, seconds) };
}

/** The graph's edge that an edge or a shadow of a network is. */
export function streetEdge({ graph, shadows }: Network, edge: number): number {
  const count = 2 * graph.segmentCount;
  return edge < count ? edge : shadows.edges[edge - count]!;
}

function edgeSeconds(
  graph: StreetGraph,
  profile: Profile,
  slowdown: Readonly<Partial<Record<StreetClass, number>>>,
): Float32Array {
  const { lengths, classes, limits, access, segmentCount } = graph;
  const metresPerSecond = new Float64Array(16);
  const factors = new Float64Array(16).fill(1);
  for (const [name, speed] of Object.entries(profile.speeds) as [StreetClass, number][]) {
    if (!(speed > 0)) throw new RangeError(`speed on ${name} must be above zero, not ${speed}`);
    metresPerSecond[classNumber[name]] = speed / 3.6;
  }
  for (const [name, factor] of Object.entries(slowdown) as [StreetClass, number][]) {
    if (!(factor > 0)) throw new RangeError(`slowdown on ${name} must be above zero, not ${factor}`);
    factors[classNumber[name]] = factor;
  }
  const flag = accessFlag[profile.name];
  const seconds = new Float32Array(2 * segmentCount).fill(Infinity);
  for (let s = 0; s < segmentCount; s++) {
    let speed = metresPerSecond[classes[s]!]!;
    if (speed === 0) continue;
    const limit = (limits[s]! * profile.shareOfLimit) / 3.6;
    if (limit > 0) speed = limit;
    const time = (lengths[s]! / speed) * factors[classes[s]!]!;
    const forward = (access[s]! & flag) !== 0;
    const backward = ((access[s]! >> 4) & flag) !== 0;
    if (forward || (!profile.keepsDirection && backward)) seconds[2 * s] = time;
    if (backward || (!profile.keepsDirection && forward)) seconds[2 * s + 1] = time;
  }
  return seconds;
}

function listTurns(
  graph: StreetGraph,
  profile: Profile,
  streetSeconds: Float32Array,
): Omit<Network, 'graph' | 'profile'> {
  const { ends, firstOut, outEdges, vertexFlags } = graph;
  const flag = profile.keepsDirection ? accessFlag[profile.name] : 0;
  const forbidden = forbiddenPairs(graph, flag);
  const { shadows, next: follow } = wayRules(graph, flag);
  const seconds = withShadows(streetSeconds, shadows);
  const headings = edgeHeadings(graph);
  const costs = tenthsOf(profile);
  const blocked = barrierBit[profile.name];
  const firstTurn = new Uint32Array(seconds.length + 1);
  let turnTo = new Uint32Array(4 * seconds.length);
  let turnTenths = new Uint8Array(4 * seconds.length);
  let count = 0;
  let hasTurnRules = forbidden.size > 0 || shadows.edges.length > 0;
  for (let from = 0; from < seconds.length; from++) {
    firstTurn[from] = count;
    if (seconds[from] === Infinity || shadows.of.has(from)) continue;
    const e = from < streetSeconds.length ? from : shadows.edges[from - streetSeconds.length]!;
    const vertex = ends[e ^ 1]!;
    const firstEdge = firstOut[vertex]!;
    const endEdge = firstOut[vertex + 1]!;
    const stops = (vertexFlags[vertex]! & blocked) !== 0;
    const signal = vertexFlags[vertex]! & vertexFlag.signal ? costs.signal : 0;
    const isJunction = endEdge - firstEdge > 2;
    const out = forbidden.get(e);
    const before = count;
    let isHeld = false;
    if (count + (endEdge - firstEdge) > turnTo.length) {
      turnTo = grown(turnTo);
      turnTenths = grown(turnTenths);
    }
    if (stops) hasTurnRules = true;
    else
      for (let i = firstEdge; i < endEdge; i++) {
        const onward = outEdges[i]!;
        if (onward === (e ^ 1) || streetSeconds[onward] === Infinity || out?.includes(onward)) continue;
        const next = follow(from, onward);
        if (next < 0) {
          isHeld = true;
          continue;
        }
        const turn = isJunction ? turnCost(headings[e ^ 1]!, headings[onward]!, costs) : 0;
        turnTo[count] = next;
        turnTenths[count++] = turn + signal;
        if (turn + signal > 0) hasTurnRules = true;
      }
    // Where nothing else goes on, one turns round; but a shadow never goes where its edge would not.
    const back = count > before || isHeld ? -1 : follow(from, e ^ 1);
    if (back >= 0 && streetSeconds[e ^ 1] !== Infinity && !out?.includes(e ^ 1)) {
      turnTo[count] = back;
      turnTenths[count++] = costs.uTurn;
    }
  }
  firstTurn[seconds.length] = count;
  return {
    ...{ seconds, shadows, firstTurn, hasTurnRules },
    turnTo: turnTo.slice(0, count),
    turnTenths: turnTenths.slice(0, count),
  };
}

/** Seconds of the edges, then those of the shadows. */
function withShadows(seconds: Float32Array, { edges, of }: Shadows): Float32Array {
  if (edges.length === 0) return seconds;
  const all = new Float32Array(seconds.length + edges.length).fill(Infinity);
  all.set(seconds);
  for (const [edge, shadows] of of) for (const shadow of shadows) all[shadow] = seconds[edge]!;
  return all;
}

function grown<T extends Uint32Array | Uint8Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array as never);
  return larger;
}

/** Edge in → edges out that it must not take. */
function forbiddenPairs({ forbiddenTurns }: StreetGraph, flag: number): Map<number, number[]> {
  const pairs = new Map<number, number[]>();
  for (let i = 0; i < forbiddenTurns.length; i += 3) {
    if ((forbiddenTurns[i + 2]! & flag) === 0) continue;
    const edge = forbiddenTurns[i]!;
    const list = pairs.get(edge);
    if (list) list.push(forbiddenTurns[i + 1]!);
    else pairs.set(edge, [forbiddenTurns[i + 1]!]);
  }
  return pairs;
}

/** Direction in which each edge leaves its start, in 256ths of a circle, counter-clockwise from east. */
function edgeHeadings({ ends, places, firstBend, bends, segmentCount }: StreetGraph): Uint8Array {
  const headings = new Uint8Array(2 * segmentCount);
  for (let e = 0; e < headings.length; e++) {
    const s = e >> 1;
    const start = 2 * ends[e]!;
    const bendCount = firstBend[s + 1]! - firstBend[s]!;
    const isForward = (e & 1) === 0;
    let x: number;
    let y: number;
    if (bendCount > 0) {
      const bend = 2 * (isForward ? firstBend[s]! : firstBend[s + 1]! - 1);
      x = bends[bend]!;
      y = bends[bend + 1]!;
    } else {
      const end = 2 * ends[e ^ 1]!;
      x = places[end]!;
      y = places[end + 1]!;
    }
    const shrink = Math.cos((places[start + 1]! / 1e7 / 180) * Math.PI);
    const angle = Math.atan2(y - places[start + 1]!, (x - places[start]!) * shrink);
    headings[e] = Math.round((angle / (2 * Math.PI)) * 256) & 255;
  }
  return headings;
}

interface Tenths {
  readonly right: number;
  readonly left: number;
  readonly uTurn: number;
  readonly signal: number;
}

function tenthsOf({ turns }: Profile): Tenths {
  const tenths = (seconds: number): number => Math.max(0, Math.min(120, Math.round(seconds * 10)));
  const [right, left] = turns.drivesOnLeft
    ? [turns.leftSeconds, turns.rightSeconds]
    : [turns.rightSeconds, turns.leftSeconds];
  return {
    right: tenths(right),
    left: tenths(left),
    uTurn: tenths(turns.uTurnSeconds),
    signal: tenths(turns.signalSeconds),
  };
}

/** Within 35° of straight on costs nothing. */
const STRAIGHT = 25;

/** @param back heading of the way one came from, seen from the junction; `onward` that of the way one goes */
function turnCost(back: number, onward: number, costs: Tenths): number {
  // 128 = straight on; less = turning right, more = turning left, in 256ths of a circle.
  const turn = (onward - back) & 255;
  if (Math.abs(turn - 128) <= STRAIGHT) return 0;
  return turn < 128 ? costs.right : costs.left;
}
