import { coverOf, type Stretch } from './cover.js';
import type { Search } from './search.js';

/**
 * What one origin covers, kept compactly: of each segment the share covered from its first end and from its last, 1 where
 * that end reaches all of it. 12 bytes a segment.
 */
export interface OriginCover {
  /** Each once, in no order. */
  readonly segments: Uint32Array;
  readonly fromFirst: Float32Array;
  readonly fromLast: Float32Array;
  /** All that is covered of the segments where the origin lies. */
  readonly homes: ReadonlyMap<number, readonly Stretch[]>;
}

/**
 * What the last search covers, to keep beyond the next one.
 *
 * @param seconds at most the search's own limit
 */
export function collectCover(search: Search, seconds = search.limitSeconds): OriginCover {
  const found = search.endCover(seconds);
  const { count } = found;
  const segments = found.segments.slice(0, count);
  const fromFirst = new Float32Array(found.fromFirst.subarray(0, count));
  const fromLast = new Float32Array(found.fromLast.subarray(0, count));
  const homes = new Map<number, readonly Stretch[]>();
  for (const { segment } of search.origins)
    if (!homes.has(segment)) homes.set(segment, coverOf(search, segment, seconds));
  return { segments, fromFirst, fromLast, homes };
}
