import type { Stretch } from './cover.js';
import { CoverEntries } from './cover-entries.js';
import type { OriginCover } from './coverage.js';
import { addSegment, copyTotals, emptyTotals, type CoverTotals } from './cover-totals.js';
import type { Demand } from './demand.js';
import { SegmentTally } from './segment-tally.js';

export interface CoverChange<Key> {
  readonly remove?: Iterable<Key>;
  /** An origin already there is replaced. */
  readonly add?: Iterable<readonly [Key, OriginCover]>;
}

interface Slot {
  readonly segments: Uint32Array;
  readonly homes: OriginCover['homes'];
}

/** Entries of a fork are numbered from here on, those it shares from 0. */
const FORK_START = 2 ** 30;

/**
 * The covers of many origins, one for each (one limit, or each origin its own), and what their union amounts to. A change
 * costs what the changed origins cover, not what all do; totals are exactly those of an index built anew.
 * About 20 bytes for each origin and segment it covers.
 */
export class CoverIndex<Key = string> {
  totals: CoverTotals;
  private readonly heads: Int32Array;
  private entries = new CoverEntries();
  /** Those of the index this is a fork of. */
  private shared: CoverEntries | null = null;
  private slots: (Slot | undefined)[] = [];
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
    this.heads = new Int32Array(lengths.length).fill(-1);
    this.isTouched = new Uint8Array(lengths.length);
    this.totals = emptyTotals(demand);
  }

  get size(): number {
    return this.slotOf.size;
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
      this.isTouched[segment] = 0;
      this.book(segment, 1);
    }
    this.touched = [];
    if (!this.shared && this.entries.count > 2 * this.liveEntries + 65_536) this.compact();
  }

  /** A copy that is changed without changing this one, and the other way round. Costs little: lists are shared. */
  fork(): CoverIndex<Key> {
    if (this.shared) throw new Error('a fork is not forked again');
    const copy = new CoverIndex<Key>(this.lengths, this.demand);
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
    tally.reset();
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

  /** By how many origins a place is reached. */
  countAt(segment: number, share: number): number {
    return this.tallyOf(segment).countAt(share);
  }

  /** The origins that reach a place, in no order. */
  keysAt(segment: number, share: number): Key[] {
    const found = new Set<number>();
    for (let entry = this.heads[segment]!; entry >= 0;) {
      const from = this.entriesWith(entry);
      const at = entry % FORK_START;
      const origin = from.origin[at]!;
      const isReached =
        origin & 1
          ? this.homeOf(origin >> 1, segment).some(([a, b]) => a <= share && share <= b)
          : share <= from.fromFirst[at]! || share >= 1 - from.fromLast[at]!;
      if (isReached) found.add(origin >> 1);
      entry = from.next[at]!;
    }
    return [...this.slotOf].filter(([, slot]) => found.has(slot)).map(([key]) => key);
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
    const { segments } = this.slots[slot]!;
    for (const segment of segments) {
      this.touch(segment);
      this.heads[segment] = this.without(this.heads[segment]!, slot);
    }
    this.liveEntries -= segments.length;
    this.slotOf.delete(key);
    this.slots[slot] = undefined;
    this.freeSlots.push(slot);
  }

  private putIn(key: Key, { segments, fromFirst, fromLast, homes }: OriginCover): void {
    const slot = this.freeSlots.pop() ?? this.slots.length;
    this.slots[slot] = { segments, homes };
    this.slotOf.set(key, slot);
    for (let i = 0; i < segments.length; i++) {
      const segment = segments[i]!;
      this.touch(segment);
      const origin = 2 * slot + (homes.has(segment) ? 1 : 0);
      this.heads[segment] = this.push(this.heads[segment]!, origin, fromFirst[i]!, fromLast[i]!);
    }
    this.liveEntries += segments.length;
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

  /** Before a segment's list is changed the first time, what it counted for is taken away. */
  private touch(segment: number): void {
    if (this.isTouched[segment]) return;
    this.isTouched[segment] = 1;
    this.touched.push(segment);
    if (this.heads[segment]! >= 0) this.book(segment, -1);
  }

  private book(segment: number, sign: 1 | -1): void {
    addSegment(this.totals, this.demand, segment, this.lengths[segment]!, this.tallyOf(segment), sign);
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
