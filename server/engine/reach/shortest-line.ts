import type { StreetGraph } from '../roads/graph/street-graph.js';
import { BucketQueue } from './bucket-queue.js';
import type { PathPiece } from './path.js';
import type { StreetPlace } from './search.js';

const METRES_A_BUCKET = 20;

/**
 * The shortest line along streets between two places on them, whoever may travel there and in whichever direction: what a
 * border follows, not what a car drives. (E. W. Dijkstra, 1959, over buckets.)
 *
 * @param withinMetres longer lines are not looked for
 * @returns null when there is none
 */
export function shortestLine(
  graph: StreetGraph,
  from: StreetPlace,
  to: StreetPlace,
  withinMetres: number,
): PathPiece[] | null {
  const { ends, firstOut, outEdges, lengths } = graph;
  const metres = new Float64Array(graph.vertexCount).fill(Infinity);
  const edgeInto = new Int32Array(graph.vertexCount).fill(-1);
  const queue = new BucketQueue();
  queue.reset(withinMetres, METRES_A_BUCKET);
  const reach = (vertex: number, distance: number, edge: number) => {
    if (distance >= metres[vertex]! || distance > withinMetres) return;
    metres[vertex] = distance;
    edgeInto[vertex] = edge;
    queue.push(vertex, distance);
  };

  const [toStart, toEnd] = [ends[2 * to.segment]!, ends[2 * to.segment + 1]!];
  const length = lengths[to.segment]!;
  const lastMetres = () =>
    Math.min(metres[toStart]! + to.share * length, metres[toEnd]! + (1 - to.share) * length);
  // −1: the line starts on the way to this vertex.
  reach(ends[2 * from.segment]!, from.share * lengths[from.segment]!, -1);
  reach(ends[2 * from.segment + 1]!, (1 - from.share) * lengths[from.segment]!, -1);
  for (let bucket = 0; bucket < queue.bucketCount && bucket * METRES_A_BUCKET <= lastMetres(); bucket++)
    for (let at = queue.heads[bucket]!; at >= 0; at = queue.heads[bucket]!) {
      queue.heads[bucket] = queue.next[at]!;
      const vertex = queue.itemOf[at]!;
      const distance = queue.timeOf[at]!;
      if (distance > metres[vertex]!) continue;
      for (let i = firstOut[vertex]!; i < firstOut[vertex + 1]!; i++) {
        const edge = outEdges[i]!;
        reach(ends[edge ^ 1]!, distance + lengths[edge >> 1]!, edge);
      }
    }

  const around = lastMetres();
  if (
    from.segment === to.segment &&
    Math.abs(from.share - to.share) * length <= Math.min(around, withinMetres)
  )
    return [{ segment: to.segment, from: from.share, to: to.share }];
  if (around > withinMetres) return null;
  const isFromStart = metres[toStart]! + to.share * length <= metres[toEnd]! + (1 - to.share) * length;
  const pieces: PathPiece[] = [{ segment: to.segment, from: isFromStart ? 0 : 1, to: to.share }];
  let vertex = isFromStart ? toStart : toEnd;
  for (let edge = edgeInto[vertex]!; edge >= 0; edge = edgeInto[vertex]!) {
    pieces.push({ segment: edge >> 1, from: edge & 1, to: 1 - (edge & 1) });
    vertex = ends[edge]!;
  }
  pieces.push({
    segment: from.segment,
    from: from.share,
    to: ends[2 * from.segment] === vertex ? firstSide() : 1,
  });
  return pieces.reverse();

  /** Both ends of a loop are one vertex: the nearer side is meant. */
  function firstSide(): number {
    const isLoop = ends[2 * from.segment] === ends[2 * from.segment + 1];
    return isLoop && from.share > 0.5 ? 1 : 0;
  }
}
