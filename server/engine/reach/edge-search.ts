import { streetEdge, type Network } from '../roads/network/network.js';
import { BucketQueue, doubled } from './bucket-queue.js';
import { EndCoverList } from './end-cover-list.js';
import type { EndCover, Search, SearchOrigin, Step } from './search.js';

/**
 * Search with labels on edges, not vertices, so that turn costs and forbidden turns are exact. Within a bucket of the
 * queue labels are corrected until none improves, so times are exact whatever its width. Memory: 12 bytes an edge.
 */
export class EdgeSearch implements Search {
  limitSeconds = 0;
  origins: readonly SearchOrigin[] = [];
  private reached = new Uint32Array(1024);
  private reachedCount = 0;
  private readonly entry: Float64Array;
  private readonly owner: Uint32Array;
  private readonly queue = new BucketQueue();
  private readonly cover = new EndCoverList();
  private shadowsReached: number[] = [];
  /** Edges from this number on are shadows. */
  private readonly streetEdges: number;

  constructor(readonly network: Network) {
    this.entry = new Float64Array(network.seconds.length).fill(Infinity);
    this.owner = new Uint32Array(network.seconds.length);
    this.streetEdges = 2 * network.graph.segmentCount;
  }

  entrySeconds(edge: number): number {
    return this.entry[edge]!;
  }

  ownerOf(edge: number): number {
    return this.owner[edge]!;
  }

  endCover(seconds: number): EndCover {
    const { entry, reached, reachedCount, cover } = this;
    const times = this.network.seconds;
    cover.reset(reachedCount + this.origins.length + 1);
    let { count } = cover;
    const { segments, fromFirst, fromLast } = cover;
    for (let i = 0; i < reachedCount; i++) {
      const edge = reached[i]!;
      const twin = edge ^ 1;
      const twinEntry = entry[twin]!;
      const left = seconds - entry[edge]!;
      const leftBack = seconds - twinEntry;
      const here = left <= 0 ? 0 : left >= times[edge]! ? 1 : left / times[edge]!;
      const back = leftBack <= 0 ? 0 : leftBack >= times[twin]! ? 1 : leftBack / times[twin]!;
      // Written in any case and kept where it counts, without branches that a processor could not foresee: of two edges
      // that were both entered the even one speaks for both.
      const even = 1 - (edge & 1);
      segments[count] = edge >> 1;
      fromFirst[count] = even * here + (1 - even) * back;
      fromLast[count] = even * back + (1 - even) * here;
      count += (even | +(twinEntry === Infinity)) & +(here + back > 0);
    }
    cover.count = count;
    cover.addHomes(this.origins, (s) => entry[2 * s]! < seconds || entry[2 * s + 1]! < seconds);
    return cover;
  }

  run(origins: readonly SearchOrigin[], limitSeconds: number, bucketSeconds = 1): void {
    this.begin(origins, limitSeconds, bucketSeconds);
    const { seconds } = this.network;
    const { entry, queue } = this;
    const { heads, bucketCount } = queue;
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      for (let item = heads[bucket]!; item >= 0; item = heads[bucket]!) {
        heads[bucket] = queue.next[item]!;
        const edge = queue.itemOf[item]!;
        const entered = entry[edge]!;
        // The label of an edge that was improved since.
        if (queue.timeOf[item]! !== entered) continue;
        const arrival = entered + seconds[edge]!;
        if (arrival < limitSeconds) this.goOn(edge, arrival, this.owner[edge]!);
      }
    }
    this.takeFromShadows();
  }

  stepBefore(edge: number): Step | null {
    const entered = this.entry[edge]!;
    if (entered === Infinity) return null;
    const { network, entry } = this;
    const { graph, seconds } = network;
    const into = this.travelledAs(edge).find((one) => entry[one] === entered)!;
    for (const [origin, { segment, share, seconds: gone = 0 }] of this.origins.entries())
      for (const [home, rest] of [
        [2 * segment, 1 - share],
        [2 * segment + 1, share],
      ] as const)
        for (const from of this.travelledAs(home))
          if (this.turnsInto(from, into, gone + rest * seconds[home]!, entered))
            return { edge: home, origin };
    const vertex = graph.ends[streetEdge(network, edge)]!;
    for (let i = graph.firstOut[vertex]!; i < graph.firstOut[vertex + 1]!; i++)
      for (const from of this.travelledAs(graph.outEdges[i]! ^ 1))
        if (this.turnsInto(from, into, entry[from]! + seconds[from]!, entered))
          return { edge: from, origin: -1 };
    return null;
  }

  /** The edge itself, or its shadows. */
  private travelledAs(edge: number): readonly number[] {
    return this.network.shadows.of.get(edge) ?? [edge];
  }

  /** Gives edges the soonest times of their shadows, once no search goes on from them. */
  private takeFromShadows(): void {
    const { entry, owner } = this;
    for (const shadow of this.shadowsReached) {
      const edge = streetEdge(this.network, shadow);
      if (entry[edge]! <= entry[shadow]!) continue;
      if (entry[edge] === Infinity) this.list(edge);
      entry[edge] = entry[shadow]!;
      owner[edge] = owner[shadow]!;
    }
  }

  /** Offers all edges that may follow one. */
  private goOn(edge: number, arrival: number, owner: number): void {
    const { firstTurn, turnTo, turnTenths } = this.network;
    const { entry, limitSeconds } = this;
    const end = firstTurn[edge + 1]!;
    for (let turn = firstTurn[edge]!; turn < end; turn++) {
      const next = turnTo[turn]!;
      const time = arrival + turnTenths[turn]! * 0.1;
      const known = entry[next]!;
      if (time >= limitSeconds || known <= time) continue;
      if (known === Infinity) this.list(next);
      entry[next] = time;
      this.owner[next] = owner;
      this.queue.push(next, time);
    }
  }

  private begin(origins: readonly SearchOrigin[], limitSeconds: number, bucketSeconds: number): void {
    for (let i = 0; i < this.reachedCount; i++) this.entry[this.reached[i]!] = Infinity;
    for (const shadow of this.shadowsReached) this.entry[shadow] = Infinity;
    this.reachedCount = 0;
    this.shadowsReached = [];
    this.queue.reset(limitSeconds, bucketSeconds);
    this.origins = origins;
    this.limitSeconds = limitSeconds;
    const { seconds } = this.network;
    origins.forEach(({ segment, share, seconds: gone = 0 }, origin) => {
      for (const [edge, rest] of [
        [2 * segment, 1 - share],
        [2 * segment + 1, share],
      ] as const) {
        // Infinity or NaN where the segment may not be travelled that way: not even from its very end.
        const arrival = gone + rest * seconds[edge]!;
        if (arrival < limitSeconds)
          for (const from of this.travelledAs(edge)) this.goOn(from, arrival, origin);
      }
    });
  }

  private list(edge: number): void {
    if (edge >= this.streetEdges) {
      this.shadowsReached.push(edge);
      return;
    }
    if (this.reachedCount === this.reached.length) this.reached = doubled(this.reached);
    this.reached[this.reachedCount++] = edge;
  }

  /** Whether one who reaches the end of `from` at `arrival` enters `edge` at the very time it was entered. */
  private turnsInto(from: number, edge: number, arrival: number, entered: number): boolean {
    const { firstTurn, turnTo, turnTenths } = this.network;
    for (let turn = firstTurn[from]!; turn < firstTurn[from + 1]!; turn++)
      if (turnTo[turn] === edge && arrival + turnTenths[turn]! * 0.1 === entered) return true;
    return false;
  }
}
