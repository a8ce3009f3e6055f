import type { DemoStreet, DemoWaterway, Position } from '../county.types.js';
import { edgeKey, nodesOf } from '../geometry/arrangement.js';
import { distance, lengthOf, toPosition, walk, type Point } from '../geometry/plane.js';
import { STREET } from '../geometry/subdivision.js';
import type { Plan } from '../plan/lay-plan.js';
import { OVERSHOOT } from '../plan/town-frame.js';

const BRIDGES: Record<string, string> = {
  解放路: '枫城大桥',
  望枫路: '望枫桥',
  西环路: '西环大桥',
  东环路: '东环大桥',
  梅埠桥路: '梅家埠大桥',
  竹西路: '竹溪口桥',
};

/** Stretches of a plan line inside the county, as node lists; the stubs left by overshooting are cut off. */
export function stretches(plan: Plan, line: number): number[][] {
  const { edgeFlags } = plan.subdivision;
  const runs: number[][] = [];
  let run: number[] = [];
  const path = plan.arrangement.paths[line]!;
  path.forEach((node, i) => {
    if (i > 0 && edgeFlags.has(edgeKey(path[i - 1]!, node))) run.push(node);
    else {
      if (run.length > 1) runs.push(run);
      run = [node];
    }
  });
  if (run.length > 1) runs.push(run);
  return runs;
}

/** Edges at each node, of those with one of the flags. */
function degrees(plan: Plan, wanted: number): Int32Array {
  const result = new Int32Array(plan.arrangement.points.length);
  for (const [key, flags] of plan.subdivision.edgeFlags) {
    if (!(flags & wanted)) continue;
    const [a, b] = nodesOf(key);
    result[a]!++;
    result[b]!++;
  }
  return result;
}

/** A stub runs from a node where no other street is to the first node where anything crosses. */
function withoutStubs(
  run: number[],
  streets: Int32Array,
  all: Int32Array,
  points: readonly Point[],
): number[] {
  let nodes = run;
  for (let side = 0; side < 2; side++) {
    nodes = [...nodes].reverse();
    let length = 0;
    for (let i = 1; i < nodes.length && streets[nodes[0]!] === 1; i++) {
      length += distance(points[nodes[i - 1]!]!, points[nodes[i]!]!);
      if (length > OVERSHOOT * 2.5) break;
      if (all[nodes[i]!]! > 2) {
        nodes = nodes.slice(i);
        break;
      }
    }
  }
  return nodes;
}

/** The streets of the county, cut where a bridge begins and ends. */
export function makeStreets(plan: Plan): DemoStreet[] {
  const { points } = plan.arrangement;
  const atStreets = degrees(plan, STREET);
  const atAll = degrees(plan, ~0);
  const crossings = waterCrossings(plan);
  const streets: DemoStreet[] = [];
  plan.lines.forEach((line, index) => {
    if (line.kind !== 'street') return;
    for (const run of stretches(plan, index)) {
      const nodes = withoutStubs(run, atStreets, atAll, points);
      if (nodes.length < 2) continue;
      for (const piece of cutAtBridges(nodes, points, crossings, line.class === 'path')) {
        const river = piece.bridge === 'river';
        streets.push({
          name: (river && line.name && BRIDGES[line.name]) || line.name,
          ref: line.ref ?? null,
          class: line.class!,
          bridge: piece.bridge !== null,
          oneway: false,
          line: piece.points.map(toPosition),
        });
      }
    }
  });
  return streets;
}

interface Crossing {
  kind: 'river' | 'stream';
  reach: number;
}

function waterCrossings(plan: Plan): Map<number, Crossing> {
  const result = new Map<number, Crossing>();
  plan.lines.forEach((line, index) => {
    if (line.kind !== 'river' && line.kind !== 'stream') return;
    let chainage = 0;
    const path = plan.arrangement.paths[index]!;
    path.forEach((node, i) => {
      if (i > 0) chainage += distance(plan.arrangement.points[path[i - 1]!]!, plan.arrangement.points[node]!);
      const reach = line.kind === 'river' ? plan.waters.riverHalfWidth(chainage) + 9 : 9;
      if (line.kind === 'river' || !result.has(node))
        result.set(node, { kind: line.kind as Crossing['kind'], reach });
    });
  });
  return result;
}

function cutAtBridges(
  nodes: readonly number[],
  points: readonly Point[],
  crossings: Map<number, Crossing>,
  footpath: boolean,
): { points: Point[]; bridge: Crossing['kind'] | null }[] {
  const line = nodes.map((node) => points[node]!);
  const stations: number[] = [0];
  for (let i = 1; i < line.length; i++) stations.push(stations[i - 1]! + distance(line[i - 1]!, line[i]!));
  const total = stations[stations.length - 1]!;
  const spans: { from: number; to: number; kind: Crossing['kind'] }[] = [];
  nodes.forEach((node, i) => {
    const crossing = crossings.get(node);
    if (!crossing || footpath) return;
    // A street that runs along the water has water nodes one after the other: no bridge.
    const along = [nodes[i - 1], nodes[i + 1]].some(
      (next) => next !== undefined && crossings.get(next)?.kind === crossing.kind,
    );
    if (along && crossing.kind === 'stream') return;
    const from = Math.max(0, stations[i]! - crossing.reach, spans[spans.length - 1]?.to ?? 0);
    const to = Math.min(total, stations[i]! + crossing.reach);
    if (to - from > 4) spans.push({ from, to, kind: crossing.kind });
  });
  const result: { points: Point[]; bridge: Crossing['kind'] | null }[] = [];
  let at = 0;
  const part = (from: number, to: number): Point[] => {
    const inner = line.filter((_, i) => stations[i]! > from + 0.6 && stations[i]! < to - 0.6);
    return [
      from <= 0.6 ? line[0]! : walk(line, from).point,
      ...inner,
      to >= total - 0.6 ? line[line.length - 1]! : walk(line, to).point,
    ];
  };
  for (const span of spans) {
    if (span.from - at > 1.5) result.push({ points: part(at, span.from), bridge: null });
    result.push({ points: part(span.from - at > 1.5 ? span.from : at, span.to), bridge: span.kind });
    at = span.to;
  }
  if (total - at > 1.5 || result.length === 0) result.push({ points: part(at, total), bridge: null });
  return result;
}

export function makeWaterways(plan: Plan): DemoWaterway[] {
  return plan.lines.flatMap((line, index): DemoWaterway[] => {
    if (line.kind !== 'river' && line.kind !== 'stream') return [];
    const { kind, name } = line;
    return stretches(plan, index).map((run) => ({ kind, name, line: positions(plan, run) }));
  });
}

export const positions = (plan: Plan, nodes: readonly number[]): Position[] =>
  nodes.map((node) => toPosition(plan.arrangement.points[node]!));

export const metresOf = (plan: Plan, nodes: readonly number[]): number =>
  lengthOf(nodes.map((node) => plan.arrangement.points[node]!));
