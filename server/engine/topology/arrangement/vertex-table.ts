/** Places in whole steps, each once, numbered in the order they were first met. */
export class VertexTable {
  xs = new Int32Array(1024);
  ys = new Int32Array(1024);
  count = 0;
  /** Open addressing: number of the vertex plus one; 0 is free. */
  private slots = new Int32Array(4096);

  /** The number of a place; a new one when it was not there. */
  add(x: number, y: number): number {
    const at = this.slotOf(x, y);
    if (this.slots[at] !== 0) return this.slots[at]! - 1;
    if (this.count === this.xs.length) this.grow();
    this.xs[this.count] = x;
    this.ys[this.count] = y;
    this.slots[at] = ++this.count;
    if (2 * this.count > this.slots.length) this.rehash();
    return this.count - 1;
  }

  private slotOf(x: number, y: number): number {
    const mask = this.slots.length - 1;
    let hash = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    for (let at = (hash ^ (hash >>> 13)) & mask; ; at = (at + 1) & mask) {
      const found = this.slots[at]! - 1;
      if (found < 0 || (this.xs[found] === x && this.ys[found] === y)) return at;
    }
  }

  private grow(): void {
    const [xs, ys] = [this.xs, this.ys];
    this.xs = new Int32Array(2 * xs.length);
    this.ys = new Int32Array(2 * ys.length);
    this.xs.set(xs);
    this.ys.set(ys);
  }

  private rehash(): void {
    this.slots = new Int32Array(2 * this.slots.length);
    for (let v = 0; v < this.count; v++) this.slots[this.slotOf(this.xs[v]!, this.ys[v]!)] = v + 1;
  }
}
