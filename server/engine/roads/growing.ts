/** A list of numbers in one typed array that doubles as it fills. */
export class Growing<T extends Int32Array | Uint32Array | Float64Array | Float32Array | Uint8Array> {
  length = 0;

  constructor(private items: T) {}

  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = new (this.items.constructor as new (length: number) => T)(this.length * 2);
      larger.set(this.items as never);
      this.items = larger;
    }
    this.items[this.length++] = value;
  }

  at(index: number): number {
    return this.items[index]!;
  }

  /** The items so far; valid until the next `push`. */
  view(): T {
    return this.items.subarray(0, this.length) as T;
  }
}
