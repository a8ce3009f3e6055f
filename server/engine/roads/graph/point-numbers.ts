import { Growing } from '../growing.js';

/** Numbers places in steps of 1e-7° in the order they come; the same place gets the same number. About 24 bytes a place. */
export class PointNumbers {
  private readonly places = new Growing(new Int32Array(4096));
  /** Open addressing: number + 1 by hash, at most half full. */
  private slots = new Uint32Array(8192);
  private listed = 0;

  get count(): number {
    return this.places.length / 2;
  }

  /** x0, y0, x1, y1 …; valid until the next place is added. */
  view(): Int32Array {
    return this.places.view();
  }

  /** The number of a place, or −1 when it has none. */
  find(x: number, y: number): number {
    return this.slots[this.slotOf(x, y)]! - 1;
  }

  /** The number of a place, a new one when it has none. */
  numberOf(x: number, y: number): number {
    const slot = this.slotOf(x, y);
    const known = this.slots[slot]! - 1;
    if (known >= 0) return known;
    const number = this.addApart(x, y);
    this.fill(slot, number);
    return number;
  }

  /** A number of its own, even if the place has one already; not found until it is listed. */
  addApart(x: number, y: number): number {
    this.places.push(x);
    this.places.push(y);
    return this.count - 1;
  }

  /** Lets a number that was added apart be found, unless its place has one that can be. */
  list(number: number): void {
    const slot = this.slotOf(this.places.at(2 * number), this.places.at(2 * number + 1));
    if (this.slots[slot] === 0) this.fill(slot, number);
  }

  private fill(slot: number, number: number): void {
    this.slots[slot] = number + 1;
    if (2 * ++this.listed > this.slots.length) this.enlarge();
  }

  private slotOf(x: number, y: number): number {
    const { places } = this;
    const mask = this.slots.length - 1;
    let hash = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    for (let slot = (hash ^ (hash >>> 13)) & mask; ; slot = (slot + 1) & mask) {
      const number = this.slots[slot]! - 1;
      if (number < 0 || (places.at(2 * number) === x && places.at(2 * number + 1) === y)) return slot;
    }
  }

  private enlarge(): void {
    const old = this.slots;
    this.slots = new Uint32Array(2 * old.length);
    for (const entry of old)
      if (entry > 0)
        this.slots[this.slotOf(this.places.at(2 * entry - 2), this.places.at(2 * entry - 1))] = entry;
  }
}
