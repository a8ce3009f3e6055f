import type { Network } from '../roads/network/network.js';

/** A place on a street: a segment and the share of its length from its first end, 0 to 1. */
export interface StreetPlace {
  readonly segment: number;
  readonly share: number;
}

/** Where a search starts; `seconds` have already gone by there (0 unless said). */
export interface SearchOrigin extends StreetPlace {
  readonly seconds?: number;
}

/**
 * What a search covers of segments it came to, side by side: the share of the length covered from the first end, and that
 * from the last, each at most 1. What lies around an origin is not in it.
 */
export interface EndCover {
  readonly count: number;
  readonly segments: Uint32Array;
  readonly fromFirst: Float64Array;
  readonly fromLast: Float64Array;
}

/** How a street was come to: over the whole of `edge`, or from an origin that lies on it. */
export interface Step {
  /** Of the network: may be a shadow, `streetEdge` says of which edge. */
  readonly edge: number;
  /** Number of the origin; −1: one came over the whole edge. */
  readonly origin: number;
}

/** Finds how soon each edge can be entered from some origins, up to a limit; serves one search after another. */
export interface Search {
  readonly network: Network;
  readonly origins: readonly SearchOrigin[];
  readonly limitSeconds: number;
  /**
   * @param limitSeconds edges entered later, or just then, are left out
   * @param bucketSeconds width of the queue's buckets: matters to speed only
   */
  run(origins: readonly SearchOrigin[], limitSeconds: number, bucketSeconds?: number): void;
  /** Seconds at which the start of an edge is passed; Infinity when that is not within the limit. */
  entrySeconds(edge: number): number;
  /** Number of the origin that an edge is soonest entered from. */
  ownerOf(edge: number): number;
  /** What was travelled just before the start of an edge that was entered; null when it was not. */
  stepBefore(edge: number): Step | null;
  /**
   * What is covered within `seconds` of segments entered from either end, each once; those the search started on are
   * listed too. Valid until the next call or search.
   *
   * @param seconds at most the search's own limit
   */
  endCover(seconds: number): EndCover;
}
