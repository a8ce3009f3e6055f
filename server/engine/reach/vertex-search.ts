import type { Network } from '../roads/network/network.js';
import { BucketQueue, doubled } from './bucket-queue.js';
import { EndCoverList } from './end-cover-list.js';
import type { EndCover, Search, SearchOrigin, Step } from './search.js';

/** What is kept of an edge, so many numbers on. */
const [HEAD, COST, EDGE, BACK, WIDTH] = [0, 1, 2, 3, 4];

/** Search with labels on vertices, for networks where every turn is free. Memory: 12 bytes a vertex, 16 an edge. */
export class VertexSearch implements Search {
  limitSeconds = 0;
  origins: readonly SearchOrigin[] = [];
  private reached = new Uint32Array(1024);
  private reachedCount = 0;
  private readonly time: Float64Array;
  private readonly owner: Uint32Array;
  private readonly queue = new BucketQueue();
  private readonly cover = new EndCoverList();
  /**
   * Edges that can be travelled, by the vertex they leave, side by side for the caches' sake: where one leads (twice the
   * vertex, plus one when it is a dead end), its seconds, the edge, its twin's seconds.
   */
  private readonly first: Uint32Array;
  private readonly whole: Uint32Array;
  private readonly real: Float32Array;

  constructor(readonly network: Network) {
    const { graph, seconds } = network;
    this.time = new Float64Array(graph.vertexCount).fill(Infinity);
    this.owner = new Uint32Array(graph.vertexCount);
    this.first = new Uint32Array(graph.vertexCount + 1);
    this.whole = new Uint32Array(WIDTH * seconds.length);
    this.real = new Float32Array(this.whole.buffer);
    let at = 0;
    for (let v = 0; v < graph.vertexCount; v++) {
      for (let i = graph.firstOut[v]!; i < graph.firstOut[v + 1]!; i++) {
        const edge = graph.outEdges[i]!;
        if (seconds[edge] === Infinity) continue;
        const head = graph.ends[edge ^ 1]!;
        this.whole[at + HEAD] = 2 * head + +isDeadEnd(network, head, v);
        this.real[at + COST] = seconds[edge]!;
        this.whole[at + EDGE] = edge;
        this.real[at + BACK] = seconds[edge ^ 1]!;
        at += WIDTH;
      }
      this.first[v + 1] = at;
    }
  }

  entrySeconds(edge: number): number {
    return this.network.seconds[edge] === Infinity ? Infinity : this.time[this.network.graph.ends[edge]!]!;
  }

  ownerOf(edge: number): number {
    return this.owner[this.network.graph.ends[edge]!]!;
  }

  /** Vertices reached within the limit, each once; valid until the next search. */
  reachedVertices(): Uint32Array {
    return this.reached.subarray(0, this.reachedCount);
  }

  secondsAt(vertex: number): number {
    return this.time[vertex]!;
  }

  endCover(limit: number): EndCover {
    const { first, whole, real, reached, reachedCount, time, cover } = this;
    let most = WIDTH * (this.origins.length + 1);
    for (let i = 0; i < reachedCount; i++) most += first[reached[i]! + 1]! - first[reached[i]!]!;
    cover.reset(most / WIDTH);
    let { count } = cover;
    const { segments, fromFirst, fromLast } = cover;
    for (let i = 0; i < reachedCount; i++) {
      const vertex = reached[i]!;
      const left = limit - time[vertex]!;
      if (left <= 0) continue;
      const end = first[vertex + 1]!;
      for (let j = first[vertex]!; j < end; j += WIDTH) {
        const edge = whole[j + EDGE]!;
        const leftBack = limit - time[whole[j + HEAD]! >>> 1]!;
        const cost = real[j + COST]!;
        const costBack = real[j + BACK]!;
        // 0 where the twin may not be travelled: it takes for ever.
        const back = leftBack > 0 ? (leftBack >= costBack ? 1 : leftBack / costBack) : 0;
        const share = left >= cost ? 1 : left / cost;
        // Written in any case and kept where it counts, without branches that a processor could not foresee: of two edges
        // that were both entered the even one speaks for both.
        const even = 1 - (edge & 1);
        segments[count] = edge >> 1;
        fromFirst[count] = even * share;
        fromLast[count] = even * back + (1 - even) * share;
        count += even | +(back === 0);
      }
    }
    cover.count = count;
    const isEntered = (edge: number): boolean => this.entrySeconds(edge) < limit;
    cover.addHomes(this.origins, (s) => isEntered(2 * s) || isEntered(2 * s + 1));
    return cover;
  }

  run(origins: readonly SearchOrigin[], limitSeconds: number, bucketSeconds = 2): void {
    this.begin(origins, limitSeconds, bucketSeconds);
    const { time, owner, queue, first, whole, real } = this;
    const { heads: buckets, bucketCount } = queue;
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      for (let item = buckets[bucket]!; item >= 0; item = buckets[bucket]!) {
        buckets[bucket] = queue.next[item]!;
        const vertex = queue.itemOf[item]!;
        const passed = time[vertex]!;
        // The label of a vertex that was improved since.
        if (queue.timeOf[item]! !== passed) continue;
        const end = first[vertex + 1]!;
        for (let i = first[vertex]!; i < end; i += WIDTH) {
          const arrival = passed + real[i + COST]!;
          if (arrival >= limitSeconds) continue;
          const head = whole[i + HEAD]!;
          const next = head >>> 1;
          const known = time[next]!;
          if (known <= arrival) continue;
          if (known === Infinity) this.list(next);
          time[next] = arrival;
          owner[next] = owner[vertex]!;
          // From a dead end there is only the way back.
          if ((head & 1) === 0) queue.push(next, arrival);
        }
      }
    }
  }

  stepBefore(edge: number): Step | null {
    const passed = this.entrySeconds(edge);
    if (passed === Infinity) return null;
    const { graph, seconds } = this.network;
    const vertex = graph.ends[edge]!;
    for (const [origin, { segment, share, seconds: gone = 0 }] of this.origins.entries()) {
      const [onward, back] = [2 * segment, 2 * segment + 1];
      if (graph.ends[back] === vertex && gone + (1 - share) * seconds[onward]! === passed)
        return { edge: onward, origin };
      if (graph.ends[onward] === vertex && gone + share * seconds[back]! === passed)
        return { edge: back, origin };
    }
    for (let i = graph.firstOut[vertex]!; i < graph.firstOut[vertex + 1]!; i++) {
      const before = graph.outEdges[i]! ^ 1;
      if (this.entrySeconds(before) + seconds[before]! === passed) return { edge: before, origin: -1 };
    }
    return null;
  }

  private begin(origins: readonly SearchOrigin[], limitSeconds: number, bucketSeconds: number): void {
    for (let i = 0; i < this.reachedCount; i++) this.time[this.reached[i]!] = Infinity;
    this.reachedCount = 0;
    this.queue.reset(limitSeconds, bucketSeconds);
    this.origins = origins;
    this.limitSeconds = limitSeconds;
    const { graph, seconds } = this.network;
    origins.forEach(({ segment, share, seconds: gone = 0 }, origin) => {
      // Infinity or NaN where the segment may not be travelled that way: not even from its very end.
      this.offer(graph.ends[2 * segment + 1]!, gone + (1 - share) * seconds[2 * segment]!, origin);
      this.offer(graph.ends[2 * segment]!, gone + share * seconds[2 * segment + 1]!, origin);
    });
  }

  private offer(vertex: number, time: number, origin: number): void {
    if (!(time < this.limitSeconds)) return;
    const known = this.time[vertex]!;
    if (known <= time) return;
    if (known === Infinity) this.list(vertex);
    this.time[vertex] = time;
    this.owner[vertex] = origin;
    this.queue.push(vertex, time);
  }

  private list(vertex: number): void {
    if (this.reachedCount === this.reached.length) this.reached = doubled(this.reached);
    this.reached[this.reachedCount++] = vertex;
  }
}

/** Whether all that can be travelled from a vertex leads back to where one came from. */
function isDeadEnd({ graph, seconds }: Network, vertex: number, from: number): boolean {
  for (let i = graph.firstOut[vertex]!; i < graph.firstOut[vertex + 1]!; i++) {
    const edge = graph.outEdges[i]!;
    if (seconds[edge]! < Infinity && graph.ends[edge ^ 1] !== from) return false;
  }
  return true;
}
