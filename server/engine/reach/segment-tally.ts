import type { Stretch } from './cover.js';

/**
 * How often each part of one segment is covered: parts `bounds[i] … bounds[i + 1]`, covered `counts[i]` times, for i below
 * `partCount`.
 */
export class SegmentTally {
  partCount = 1;
  /** Origins that cover all of it. */
  whole = 0;
  bounds = new Float64Array(64);
  counts = new Uint32Array(64);
  private from = new Float64Array(32);
  private to = new Float64Array(32);
  private stretchCount = 0;

  /** @param whole how many origins cover all of it, to begin with */
  reset(whole = 0): void {
    this.whole = whole;
    this.stretchCount = 0;
  }

  /** So many origins cover all of it, and no others any. */
  setWhole(whole: number): void {
    this.reset(whole);
    this.finish();
  }

  /** An origin that covers so much from either end. */
  addEnds(fromFirst: number, fromLast: number): void {
    if (fromFirst + fromLast >= 1) {
      this.whole++;
      return;
    }
    if (fromFirst > 0) this.push(0, fromFirst);
    if (fromLast > 0) this.push(1 - fromLast, 1);
  }

  /** An origin on the segment itself. @param stretches in order, not touching */
  addHome(stretches: readonly Stretch[]): void {
    for (const [from, to] of stretches)
      if (from <= 0 && to >= 1) this.whole++;
      else if (to > from) this.push(from, to);
  }

  /** Works out the parts. */
  finish(): void {
    const { stretchCount, bounds, counts } = this;
    bounds[0] = 0;
    if (stretchCount === 0) {
      bounds[1] = 1;
      counts[0] = this.whole;
      this.partCount = 1;
      return;
    }
    const from = this.from.subarray(0, stretchCount).sort();
    const to = this.to.subarray(0, stretchCount).sort();
    let part = 0;
    let count = this.whole;
    let at = 0;
    for (let i = 0, j = 0; j < stretchCount;) {
      const opens = i < stretchCount && from[i]! < to[j]!;
      const next = opens ? from[i++]! : to[j++]!;
      if (next > at) {
        counts[part] = count;
        bounds[++part] = next;
        at = next;
      }
      count += opens ? 1 : -1;
    }
    if (at < 1) {
      counts[part] = count;
      bounds[++part] = 1;
    }
    this.partCount = part;
  }

  /** How often a place is covered; ends of stretches belong to them. */
  countAt(share: number): number {
    let most = 0;
    for (let i = 0; i < this.partCount; i++)
      if (this.bounds[i]! <= share && share <= this.bounds[i + 1]!) most = Math.max(most, this.counts[i]!);
    return most;
  }

  /** Share of the segment covered between two shares of it. */
  coveredWithin(from: number, to: number): number {
    let covered = 0;
    for (let i = 0; i < this.partCount; i++) {
      if (this.counts[i] === 0) continue;
      const overlap = Math.min(to, this.bounds[i + 1]!) - Math.max(from, this.bounds[i]!);
      if (overlap > 0) covered += overlap;
    }
    return covered;
  }

  private push(from: number, to: number): void {
    const at = this.stretchCount++;
    if (at === this.from.length) {
      const length = 2 * at;
      this.from = enlarged(this.from, length);
      this.to = enlarged(this.to, length);
      this.bounds = new Float64Array(2 * length);
      this.counts = new Uint32Array(2 * length);
    }
    this.from[at] = from;
    this.to[at] = to;
  }
}

function enlarged(array: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(length);
  larger.set(array);
  return larger;
}
