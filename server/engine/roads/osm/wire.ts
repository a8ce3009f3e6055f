/** Thrown for bytes that are no protocol-buffer message; the caller adds where in the file they lie. */
export class WireError extends Error {
  override readonly name = 'WireError';
}

const VARINT = 0;
const BYTES = 2;

/**
 * A cursor over one protocol-buffer message (encoding: protobuf.dev/programming-guides/encoding).
 * Numbers are read as doubles: exact to 2^53, which covers OSM ids and nanodegrees, and several
 * times as fast as BigInt. Reading past `end` throws `WireError`.
 */
export class WireReader {
  constructor(
    readonly bytes: Uint8Array,
    public position = 0,
    public end = bytes.length,
  ) {}

  get more(): boolean {
    return this.position < this.end;
  }

  /** The next field's key: field number × 8 + wire type. */
  key(): number {
    return this.varint();
  }

  /** An unsigned varint. Ten-byte (negative int64) values come out approximate and above 2^53. */
  varint(): number {
    const { bytes, end } = this;
    let position = this.position;
    let value = 0;
    let factor = 1;
    for (let count = 0; count < 10; count++) {
      if (position >= end) throw new WireError('a number runs past the end of its message');
      const byte = bytes[position++]!;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) {
        this.position = position;
        return value;
      }
      factor *= 128;
    }
    throw new WireError('a number is longer than ten bytes');
  }

  /** A zigzag-coded signed varint (`sint32`, `sint64`). */
  signed(): number {
    const { bytes, position } = this;
    const byte = bytes[position];
    // Most deltas fit in one or two bytes; the end check of the long way is kept for them too.
    if (byte !== undefined && byte < 0x80 && position < this.end) {
      this.position = position + 1;
      return (byte >>> 1) ^ -(byte & 1);
    }
    const value = this.varint();
    if (value < 0x80000000) return (value >>> 1) ^ -(value & 1);
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** A plain `int64` (used by `offset` fields), negative values included, exact within ±2^53. */
  int64(): number {
    const value = this.varint();
    if (value < 2 ** 63) return value;
    // Ten bytes: read again as two halves, since a double cannot hold 64 bits.
    let low = 0;
    let high = 0;
    const start = this.position - 10;
    for (let i = 0; i < 10; i++) {
      const bits = this.bytes[start + i]! & 0x7f;
      if (i < 4) low += bits * 2 ** (7 * i);
      else high += bits * 2 ** (7 * (i - 4));
    }
    return (high - 2 ** 36) * 2 ** 28 + low;
  }

  /** A length-delimited field as its own cursor over the same bytes. */
  message(): WireReader {
    const length = this.varint();
    const start = this.position;
    if (start + length > this.end) throw new WireError('a field runs past the end of its message');
    this.position = start + length;
    return new WireReader(this.bytes, start, start + length);
  }

  /** A length-delimited field's bytes, not copied. */
  content(): Uint8Array {
    const field = this.message();
    return this.bytes.subarray(field.position, field.end);
  }

  /** Passes over the value of a field whose key has been read. */
  skip(key: number): void {
    const type = key & 7;
    if (type === VARINT) this.varint();
    else if (type === BYTES) this.message();
    else if (type === 1) this.advance(8);
    else if (type === 5) this.advance(4);
    else throw new WireError(`a field has the unknown wire type ${type}`);
  }

  private advance(count: number): void {
    if (this.position + count > this.end) throw new WireError('a field runs past the end of its message');
    this.position += count;
  }
}
