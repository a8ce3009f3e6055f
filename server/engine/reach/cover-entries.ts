/**
 * Entries of lists that share their tails: each says what one origin covers of one segment and which entry comes next.
 * Entries are never changed, so that copies of the lists' heads stay valid whatever is added.
 */
export class CoverEntries {
  count = 0;
  next = new Int32Array(1024);
  /** Twice the origin's slot, plus one when the origin lies on the segment. */
  origin = new Uint32Array(1024);
  fromFirst = new Float32Array(1024);
  fromLast = new Float32Array(1024);

  push(next: number, origin: number, fromFirst: number, fromLast: number): number {
    if (this.count === this.next.length) this.grow();
    const at = this.count++;
    this.next[at] = next;
    this.origin[at] = origin;
    this.fromFirst[at] = fromFirst;
    this.fromLast[at] = fromLast;
    return at;
  }

  private grow(): void {
    const length = 2 * this.count;
    const [next, origin] = [new Int32Array(length), new Uint32Array(length)];
    const [fromFirst, fromLast] = [new Float32Array(length), new Float32Array(length)];
    next.set(this.next);
    origin.set(this.origin);
    fromFirst.set(this.fromFirst);
    fromLast.set(this.fromLast);
    Object.assign(this, { next, origin, fromFirst, fromLast });
  }
}
