import type { CoverIndex } from './cover-index.js';
import type { OwnedStreets } from './owners.js';
import type { SegmentTally } from './segment-tally.js';

/** A part of a segment that is drawn in one way. */
export interface DrawnStretch {
  from: number;
  to: number;
  /** Number of the smallest limit (or first tier) that reaches it, from 1; 0: none does. */
  band: number;
  /** Bit i: limit (tier) i + 1 reaches it. Limits are nested, tiers need not be. */
  reachedBy: number;
  /** By how many origins of the last limit it is reached. */
  count: number;
  /** Number of the origin that reaches it first; −1: none, or not asked. */
  owner: number;
}

/** The streets cut exactly where something changes, for drawing. */
export class ShareLists<Key = string> {
  /**
   * @param indexes one a limit, the smallest first, or one a tier; at most 30
   * @param owned who reaches first what the last limit reaches
   */
  constructor(
    private readonly indexes: readonly CoverIndex<Key>[],
    private readonly owned?: OwnedStreets,
  ) {}

  /** All of a segment, from its first end to its last. */
  stretchesOf(segment: number): DrawnStretch[] {
    const tallies = this.indexes.map((index) => copyOf(index.tallyOf(segment)));
    const owners = this.ownersOf(segment);
    const cuts = [...tallies, owners].flatMap(({ bounds }) => bounds);
    const ordered = [...new Set(cuts)].sort((a, b) => a - b);
    const stretches: DrawnStretch[] = [];
    for (let i = 0; i + 1 < ordered.length; i++) {
      const [from, to] = [ordered[i]!, ordered[i + 1]!];
      if (to - from < SHORTEST) continue;
      const middle = (from + to) / 2;
      let reachedBy = 0;
      let band = 0;
      tallies.forEach((tally, index) => {
        if (valueAt(tally, middle) === 0) return;
        reachedBy |= 1 << index;
        if (band === 0) band = index + 1;
      });
      const count = valueAt(tallies.at(-1)!, middle);
      const owner = band === 0 ? -1 : valueAt(owners, middle);
      const last = stretches.at(-1);
      if (last && last.reachedBy === reachedBy && last.count === count && last.owner === owner) last.to = to;
      else stretches.push({ from: last ? last.to : 0, to, band, reachedBy, count, owner });
    }
    if (stretches.length > 0) stretches.at(-1)!.to = 1;
    return stretches;
  }

  private ownersOf(segment: number): Parts {
    const bounds = [0, 1];
    const values = [-1];
    if (!this.owned) return { bounds, values };
    const { first, from, to, owners } = this.owned;
    bounds.pop();
    values.pop();
    for (let i = first[segment]!; i < first[segment + 1]!; i++) {
      if (from[i]! > bounds.at(-1)!) {
        bounds.push(from[i]!);
        values.push(-1);
      }
      bounds.push(to[i]!);
      values.push(owners[i]!);
    }
    if (bounds.at(-1)! < 1) {
      bounds.push(1);
      values.push(-1);
    }
    return { bounds, values };
  }
}

/** Shares nearer to each other than this are one: what is drawn cannot tell them apart, and sums of them differ by as much. */
const SHORTEST = 1e-6;

/** `values[i]` holds from `bounds[i]` to `bounds[i + 1]`. */
interface Parts {
  readonly bounds: number[];
  readonly values: number[];
}

function copyOf({ partCount, bounds, counts }: SegmentTally): Parts {
  return { bounds: [...bounds.subarray(0, partCount + 1)], values: [...counts.subarray(0, partCount)] };
}

function valueAt({ bounds, values }: Parts, share: number): number {
  let i = 0;
  while (i + 1 < values.length && bounds[i + 1]! < share) i++;
  return values[i]!;
}
