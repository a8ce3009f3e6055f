import type { Stretch } from './cover.js';
import { CoverEntries } from './cover-entries.js';
import type { OriginCover } from './coverage.js';
import { addSegment, copyTotals, emptyTotals, mostCounted, type CoverTotals } from './cover-totals.js';
import type { Demand } from './demand.js';
import { SegmentTally } from './segment-tally.js';

export interface CoverChange<Key> {
  readonly remove?: Iterable<Key>;
  /** An origin already there is replaced. */
  readonly add?: Iterable<readonly [Key, OriginCover]>;
}

/** What `isTouched` says: what the segment counted for is taken away already, or need not be as long as it stays so. */
const [TAKEN_AWAY, SATURATED] = [1, 2];

/** Entries of a fork are numbered from here on, those it shares from 0. */
const FORK_START = 2 ** 30;

/**
 * The covers of many origins, one for each (one limit, or each origin its own), and what their union amounts to. A change
 * costs what the changed origins cover, not what all do; totals are exactly those of an index built anew.
 *
 * Of origins that cover all of a segment only the number is kept there; the few that cover a part of it are listed.
 */
export class CoverIndex<Key = string> {
  totals: CoverTotals;
  /** By segment: how many origins cover all of it; the list of the others, −1 when there are none. */
  private readonly wholes: Uint32Array;
  private readonly heads: Int32Array;
  private entries = new CoverEntries();
  /** Those of the index this is a fork of. */
  private shared: CoverEntries | null = null;
  private slots: (OriginCover | undefined)[] = [];
  private slotOf = new Map<Key, number>();
  private freeSlots: number[] = [];
  private liveEntries = 0;
  private readonly tally = new SegmentTally();
  private readonly isTouched: Uint8Array;
  private touched: number[] = [];

  /** @param lengths metres of each segment */
  constructor(
    readonly lengths: Float32Array,
    readonly demand: Demand,
  ) {
    this.wholes = new Uint32Array(lengths.length);
    this.heads = new Int32Array(lengths.length).fill(-1);
    this.isTouched = new Uint8Array(lengths.length);
    this.totals = emptyTotals(demand);
  }

  keys(): IterableIterator<Key> {
    return this.slotOf.keys();
  }

  has(key: Key): boolean {
    return this.slotOf.has(key);
  }

  add(key: Key, cover: OriginCover): void {
    this.apply({ add: [[key, cover]] });
  }

  remove(key: Key): void {
    this.apply({ remove: [key] });
  }

  /** Makes changes together: each segment is counted once, however many of them touch it. */
  apply({ remove = [], add = [] }: CoverChange<Key>): void {
    for (const key of remove) this.takeOut(key);
    for (const [key, cover] of add) {
      this.takeOut(key);
      this.putIn(key, cover);
    }
    for (const segment of this.touched) {
      const wasSaturated = this.isTouched[segment] === SATURATED;
      this.isTouched[segment] = 0;
      if (wasSaturated && this.wholes[segment]! >= mostCounted) continue;
      if (wasSaturated) {
        this.tally.setWhole(mostCounted);
        this.book(segment, this.tally, -1);
      }
      this.book(segment, this.tallyOf(segment), 1);
    }
    this.touched = [];
    if (!this.shared && this.entries.count > 2 * this.liveEntries + 65_536) this.compact();
  }

  /** A copy that is changed without changing this one, and the other way round. Costs little: lists are shared. */
  fork(): CoverIndex<Key> {
    if (this.shared) throw new Error('a fork is not forked again');
    const copy = new CoverIndex<Key>(this.lengths, this.demand);
    copy.wholes.set(this.wholes);
    copy.heads.set(this.heads);
    copy.totals = copyTotals(this.totals);
    copy.slots = [...this.slots];
    copy.slotOf = new Map(this.slotOf);
    copy.freeSlots = [...this.freeSlots];
    copy.shared = this.entries;
    return copy;
  }

  /** How often the parts of a segment are covered; valid until the next call. */
  tallyOf(segment: number): SegmentTally {
    const { tally } = this;
    tally.reset(this.wholes[segment]!);
    for (let entry = this.heads[segment]!; entry >= 0;) {
      const from = this.entriesWith(entry);
      const at = entry % FORK_START;
      const origin = from.origin[at]!;
      if (origin & 1) tally.addHome(this.homeOf(origin >> 1, segment));
      else tally.addEnds(from.fromFirst[at]!, from.fromLast[at]!);
      entry = from.next[at]!;
    }
    tally.finish();
    return tally;
  }

  private entriesWith(entry: number): CoverEntries {
    return this.shared && entry < FORK_START ? this.shared : this.entries;
  }

  private homeOf(slot: number, segment: number): readonly Stretch[] {
    return this.slots[slot]!.homes.get(segment)!;
  }

  private takeOut(key: Key): void {
    const slot = this.slotOf.get(key);
    if (slot === undefined) return;
    const cover = this.slots[slot]!;
    const { segments } = cover;
    for (let i = 0; i < segments.length; i++) {
      const segment = segments[i]!;
      this.touch(segment);
      if (isWhole(cover, i)) this.wholes[segment]!--;
      else {
        this.heads[segment] = this.without(this.heads[segment]!, slot);
        this.liveEntries--;
      }
    }
    this.slotOf.delete(key);
    this.slots[slot] = undefined;
    this.freeSlots.push(slot);
  }

  private putIn(key: Key, cover: OriginCover): void {
    const slot = this.freeSlots.pop() ?? this.slots.length;
    this.slots[slot] = cover;
    this.slotOf.set(key, slot);
    const { segments, fromFirst, fromLast, homes } = cover;
    for (let i = 0; i < segments.length; i++) {
      const segment = segments[i]!;
      this.touch(segment);
      if (isWhole(cover, i)) this.wholes[segment]!++;
      else {
        const origin = 2 * slot + (homes.has(segment) ? 1 : 0);
        this.heads[segment] = this.push(this.heads[segment]!, origin, fromFirst[i]!, fromLast[i]!);
        this.liveEntries++;
      }
    }
  }

  /** A list without an origin's entry: what stands before it is written anew, what comes after it is shared. */
  private without(head: number, slot: number): number {
    const before: number[] = [];
    let entry = head;
    let from = this.entriesWith(entry);
    while (from.origin[entry % FORK_START]! >> 1 !== slot) {
      before.push(entry);
      entry = from.next[entry % FORK_START]!;
      from = this.entriesWith(entry);
    }
    let list = from.next[entry % FORK_START]!;
    for (let i = before.length - 1; i >= 0; i--) {
      const at = before[i]! % FORK_START;
      const kept = this.entriesWith(before[i]!);
      list = this.push(list, kept.origin[at]!, kept.fromFirst[at]!, kept.fromLast[at]!);
    }
    return list;
  }

  private push(next: number, origin: number, fromFirst: number, fromLast: number): number {
    return this.entries.push(next, origin, fromFirst, fromLast) + (this.shared ? FORK_START : 0);
  }

  /**
   * Before a segment is changed the first time, what it counted for is taken away; unless all of it counts as often as is
   * told, which most often it still does afterwards.
   */
  private touch(segment: number): void {
    if (this.isTouched[segment] !== 0) return;
    this.touched.push(segment);
    const isSaturated = this.wholes[segment]! >= mostCounted;
    this.isTouched[segment] = isSaturated ? SATURATED : TAKEN_AWAY;
    if (!isSaturated) this.book(segment, this.tallyOf(segment), -1);
  }

  private book(segment: number, tally: SegmentTally, sign: 1 | -1): void {
    addSegment(this.totals, this.demand, segment, this.lengths[segment]!, tally, sign);
  }

  /** Writes all lists anew, without what no list leads to any more. Forks keep what they share. */
  private compact(): void {
    const old = this.entries;
    this.entries = new CoverEntries();
    for (let segment = 0; segment < this.heads.length; segment++) {
      let head = -1;
      for (let at = this.heads[segment]!; at >= 0; at = old.next[at]!)
        head = this.entries.push(head, old.origin[at]!, old.fromFirst[at]!, old.fromLast[at]!);
      this.heads[segment] = head;
    }
  }
}

/** Whether an origin that lies elsewhere covers all of its i-th segment. */
function isWhole({ segments, fromFirst, fromLast, homes }: OriginCover, i: number): boolean {
  return fromFirst[i]! + fromLast[i]! >= 1 && !homes.has(segments[i]!);
}
