import { Growing } from '../roads/growing.js';
import type { Demand } from './demand.js';
import type { Search, SearchOrigin } from './search.js';

/**
 * Which of a search's origins reaches each part of the streets first: parts of segment s are `first[s] … first[s + 1] - 1`,
 * in order, not overlapping.
 */
export interface OwnedStreets {
  readonly first: Uint32Array;
  readonly from: Float32Array;
  readonly to: Float32Array;
  /** Numbers of the search's origins. */
  readonly owners: Uint32Array;
}

/**
 * Divides all that is reached within `seconds` among the origins of the last search, each place to whom it takes least.
 * For origins that share one network; together the parts are the union of what each covers.
 */
export function collectOwners(search: Search, seconds = search.limitSeconds): OwnedStreets {
  const { segmentCount } = search.network.graph;
  const homes = new Map<number, [number, SearchOrigin][]>();
  search.origins.forEach((origin, number) => {
    const list = homes.get(origin.segment);
    if (list) list.push([number, origin]);
    else homes.set(origin.segment, [[number, origin]]);
  });
  const { count, segments } = search.endCover(seconds);
  const ordered = segments.slice(0, count).sort();
  const parts = new Parts();
  const first = new Uint32Array(segmentCount + 1);
  for (const segment of ordered) {
    const before = parts.count;
    parts.begin();
    const starters = homes.get(segment);
    if (starters) divideHome(search, segment, seconds, starters, parts);
    else divide(search, segment, seconds, parts);
    first[segment + 1] = parts.count - before;
  }
  for (let s = 0; s < segmentCount; s++) first[s + 1]! += first[s]!;
  return {
    first,
    from: parts.from.view().slice(),
    to: parts.to.view().slice(),
    owners: parts.owners.view().slice(),
  };
}

/** Parts of one segment after another. */
class Parts {
  readonly from = new Growing(new Float32Array(4096));
  readonly to = new Growing(new Float32Array(4096));
  readonly owners = new Growing(new Uint32Array(4096));
  private lastTo = NaN;
  private lastOwner = NaN;

  get count(): number {
    return this.owners.length;
  }

  begin(): void {
    this.lastTo = NaN;
  }

  push(from: number, to: number, owner: number): void {
    if (!(to > from)) return;
    if (this.lastTo === from && this.lastOwner === owner) this.to.length--;
    else {
      this.from.push(from);
      this.owners.push(owner);
    }
    this.to.push(to);
    this.lastTo = to;
    this.lastOwner = owner;
  }
}

/** Metres and points (weight by kind) that each origin reaches first. */
export interface FirstReached {
  readonly metres: number;
  readonly weightByKind: Float64Array;
}

export function tallyOwners(
  { first, from, to, owners }: OwnedStreets,
  originCount: number,
  lengths: Float32Array,
  { points, kindCount }: Demand,
): FirstReached[] {
  const tallies = Array.from({ length: originCount }, () => ({
    metres: 0,
    weightByKind: new Float64Array(kindCount),
  }));
  for (let s = 0; s + 1 < first.length; s++) {
    for (let i = first[s]!; i < first[s + 1]!; i++)
      tallies[owners[i]!]!.metres += (to[i]! - from[i]!) * lengths[s]!;
    for (let p = points.first[s]!; p < points.first[s + 1]!; p++) {
      const share = points.shares[p]!;
      for (let i = first[s]!; i < first[s + 1]!; i++) {
        if (share < from[i]! || share > to[i]!) continue;
        tallies[owners[i]!]!.weightByKind[points.kinds[p]!]! += points.weights[p]!;
        break;
      }
    }
  }
  return tallies;
}

/** A segment that is entered at its ends only. */
function divide(search: Search, segment: number, limit: number, parts: Parts): void {
  const [onward, back] = [2 * segment, 2 * segment + 1];
  const pace = search.network.seconds[onward]!;
  const paceBack = search.network.seconds[back]!;
  const start = search.entrySeconds(onward);
  const startBack = search.entrySeconds(back);
  const border = meet(0, 1, start, startBack, pace, paceBack);
  if (start < limit) parts.push(0, Math.min(border, (limit - start) / pace), search.ownerOf(onward));
  if (startBack < limit)
    parts.push(Math.max(border, 1 - (limit - startBack) / paceBack), 1, search.ownerOf(back));
}

/**
 * Where one who comes from `from` and one who comes from `to` meet, at `seconds` and `secondsBack` there; an end that
 * nobody comes from (Infinity) is where the other gets to.
 */
function meet(
  from: number,
  to: number,
  seconds: number,
  secondsBack: number,
  pace: number,
  paceBack: number,
): number {
  if (secondsBack === Infinity || paceBack === Infinity) return to;
  if (seconds === Infinity || pace === Infinity) return from;
  // seconds + (x − from) pace = secondsBack + (to − x) paceBack
  const x = (secondsBack - seconds + to * paceBack + from * pace) / (pace + paceBack);
  return Math.max(from, Math.min(to, x));
}

/** A traveller on a segment: where (share), when, which origin. */
interface Traveller {
  at: number;
  seconds: number;
  owner: number;
}

/**
 * A segment that origins lie on. All go at the same pace in one direction, so the one who leads at a share leads onwards
 * until somebody ahead has started sooner.
 */
function divideHome(
  search: Search,
  segment: number,
  limit: number,
  homes: readonly [number, SearchOrigin][],
  parts: Parts,
): void {
  const [onward, back] = [2 * segment, 2 * segment + 1];
  const pace = search.network.seconds[onward]!;
  const paceBack = search.network.seconds[back]!;
  const starters = homes
    .map(([owner, { share, seconds = 0 }]): Traveller => ({ at: share, seconds, owner }))
    .sort((a, b) => a.at - b.at || a.seconds - b.seconds);
  const cuts = [0, ...starters.map(({ at }) => at), 1];
  // Who leads towards the last end just after each cut, towards the first end just before each.
  const ahead: Traveller[] = [{ at: 0, seconds: search.entrySeconds(onward), owner: search.ownerOf(onward) }];
  for (const starter of starters) ahead.push(soonest(ahead.at(-1)!, starter, pace));
  const behind: Traveller[] = [{ at: 1, seconds: search.entrySeconds(back), owner: search.ownerOf(back) }];
  for (const starter of starters.toReversed()) behind.push(soonest(behind.at(-1)!, starter, paceBack));
  behind.reverse();
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i]!, cuts[i + 1]!];
    const start = arrival(ahead[i]!, from, pace);
    const startBack = arrival(behind[i]!, to, paceBack);
    const border = meet(from, to, start, startBack, pace, paceBack);
    if (start < limit) parts.push(from, Math.min(border, from + (limit - start) / pace), ahead[i]!.owner);
    if (startBack < limit)
      parts.push(Math.max(border, to - (limit - startBack) / paceBack), to, behind[i]!.owner);
  }
}

function soonest(comer: Traveller, starter: Traveller, pace: number): Traveller {
  return arrival(comer, starter.at, pace) <= starter.seconds ? comer : starter;
}

/** Seconds at which a traveller passes a share; where none goes at all (pace Infinity), only where one stands. */
function arrival({ at, seconds }: Traveller, share: number, pace: number): number {
  return share === at ? seconds : seconds + Math.abs(share - at) * pace;
}
