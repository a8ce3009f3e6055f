import { buildGraph } from './build-graph.js';
import { Growing } from '../growing.js';
import { PointNumbers } from './point-numbers.js';
import type { StreetAttributes } from '../osm/graph/osm-way.js';
import type { StreetGraph } from './street-graph.js';

/**
 * Several graphs as one: streets of different graphs meet where they have a point in common, even if it was a mere bend in
 * both. Within a graph everything stays as it was. A street that an earlier graph has just so, point for point, is taken once.
 */
export function joinGraphs(graphs: readonly StreetGraph[], version: string): StreetGraph {
  if (graphs.length === 1) return { ...graphs[0]!, version };
  const points = new PointNumbers();
  const flags = new Map<number, number>();
  const starts = new Growing(new Uint32Array(4096));
  const refs = new Growing(new Uint32Array(16384));
  const attributes: StreetAttributes[] = [];
  const lineByKey = new Map<string, number>();
  const linesOf = graphs.map((graph) => {
    const numberOf = numberingFor(graph, points, flags);
    const linesBefore = attributes.length;
    return Uint32Array.from({ length: graph.segmentCount }, (_, segment) => {
      const start = refs.length;
      eachPointNumber(graph, segment, numberOf, (point) => refs.push(point));
      const own = attributesOf(graph, segment);
      const key = `${refs.view().subarray(start).join(' ')} ${Object.values(own).join(' ')}`;
      const known = lineByKey.get(key) ?? Infinity;
      if (known < linesBefore) {
        refs.length = start;
        return known;
      }
      lineByKey.set(key, attributes.length);
      starts.push(start);
      return attributes.push(own) - 1;
    });
  });
  starts.push(refs.length);
  const { graph: joined, firstSegment } = buildGraph(
    { points: points.view(), flags, starts: starts.view(), refs: refs.view(), attributes },
    version,
  );
  const moved = graphs.map((graph, i) => moveRules(graph, linesOf[i]!, firstSegment));
  return {
    ...joined,
    forbiddenTurns: Uint32Array.from(moved.flatMap(({ turns }) => turns)),
    forbiddenPaths: Uint32Array.from(moved.flatMap(({ paths }) => paths)),
  };
}

interface Numbering {
  vertex(vertex: number): number;
  bend(x: number, y: number): number;
}

/** Numbers for one graph's points: those of earlier graphs at the same places, else new ones, all different from each other. */
function numberingFor(graph: StreetGraph, points: PointNumbers, flags: Map<number, number>): Numbering {
  for (let number = 0; number < points.count; number++) points.list(number);
  const bend = (x: number, y: number): number => {
    const known = points.find(x, y);
    return known >= 0 ? known : points.addApart(x, y);
  };
  const vertices = Int32Array.from({ length: graph.vertexCount }, (_, v) => {
    const number = bend(graph.places[2 * v]!, graph.places[2 * v + 1]!);
    const own = graph.vertexFlags[v]!;
    if (own !== 0) flags.set(number, own | (flags.get(number) ?? 0));
    return number;
  });
  return { vertex: (v) => vertices[v]!, bend };
}

function eachPointNumber(
  { ends, firstBend, bends }: StreetGraph,
  segment: number,
  { vertex, bend }: Numbering,
  visit: (point: number) => void,
): void {
  visit(vertex(ends[2 * segment]!));
  for (let i = 2 * firstBend[segment]!; i < 2 * firstBend[segment + 1]!; i += 2)
    visit(bend(bends[i]!, bends[i + 1]!));
  visit(vertex(ends[2 * segment + 1]!));
}

function attributesOf(graph: StreetGraph, segment: number): StreetAttributes {
  return {
    streetClass: graph.classes[segment]!,
    forward: graph.access[segment]! & 15,
    backward: graph.access[segment]! >> 4,
    limit: graph.limits[segment]!,
    name: graph.names[graph.nameOf[segment]!]!,
  };
}

/** Forbidden turns and paths in the edges that the graph's own were cut into. */
function moveRules(
  { forbiddenTurns, forbiddenPaths }: StreetGraph,
  lines: Uint32Array,
  firstSegment: Uint32Array,
): { turns: number[]; paths: number[] } {
  /** In the order of travel. */
  const piecesOf = (edge: number): number[] => {
    const line = lines[edge >> 1]!;
    const pieces = Array.from(
      { length: firstSegment[line + 1]! - firstSegment[line]! },
      (_, i) => 2 * (firstSegment[line]! + i) + (edge & 1),
    );
    return (edge & 1) === 0 ? pieces : pieces.reverse();
  };
  const turns: number[] = [];
  for (let i = 0; i < forbiddenTurns.length; i += 3)
    turns.push(
      piecesOf(forbiddenTurns[i]!).at(-1)!,
      piecesOf(forbiddenTurns[i + 1]!)[0]!,
      forbiddenTurns[i + 2]!,
    );
  const paths: number[] = [];
  for (let i = 0; i < forbiddenPaths.length; i += 2 + forbiddenPaths[i + 1]!) {
    const [first, ...rest] = forbiddenPaths.subarray(i + 2, i + 2 + forbiddenPaths[i + 1]!);
    const last = rest.pop()!;
    const path = [piecesOf(first!).at(-1)!, ...rest.flatMap(piecesOf), piecesOf(last)[0]!];
    paths.push(forbiddenPaths[i]!, path.length, ...path);
  }
  return { turns, paths };
}
