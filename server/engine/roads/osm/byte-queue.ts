/** Reads exact numbers of bytes from a stream of chunks; holds no more than the piece asked for and one chunk. */
export class ByteQueue {
  private readonly source: AsyncIterator<Uint8Array>;
  private readonly parts: Uint8Array[] = [];
  private buffered = 0;
  private ended = false;
  /** Bytes handed out so far: the file position of the next one. */
  offset = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.source = chunks[Symbol.asyncIterator]();
  }

  /** Up to `count` bytes without taking them; fewer only at the end of the stream. */
  async peek(count: number): Promise<Uint8Array> {
    await this.fill(count);
    return this.join(Math.min(count, this.buffered));
  }

  /** Exactly `count` bytes, or null when the stream ends before (then `available` says how many are left). */
  async take(count: number): Promise<Uint8Array | null> {
    await this.fill(count);
    if (this.buffered < count) return null;
    const bytes = this.join(count);
    this.drop(count);
    return bytes;
  }

  get available(): number {
    return this.buffered;
  }

  /** Tells the source that no more will be read, so that it can close its file. */
  async close(): Promise<void> {
    if (!this.ended) await this.source.return?.();
    this.ended = true;
  }

  private async fill(count: number): Promise<void> {
    while (this.buffered < count && !this.ended) {
      const next = await this.source.next();
      if (next.done) {
        this.ended = true;
      } else if (next.value.length > 0) {
        this.parts.push(next.value);
        this.buffered += next.value.length;
      }
    }
  }

  private join(count: number): Uint8Array {
    const first = this.parts[0];
    if (!first) return new Uint8Array(0);
    if (first.length >= count) return first.subarray(0, count);
    const joined = new Uint8Array(count);
    let filled = 0;
    for (const part of this.parts) {
      if (filled === count) break;
      const piece = part.subarray(0, count - filled);
      joined.set(piece, filled);
      filled += piece.length;
    }
    return joined;
  }

  private drop(count: number): void {
    this.offset += count;
    this.buffered -= count;
    let left = count;
    while (left > 0) {
      const first = this.parts[0]!;
      if (first.length > left) {
        this.parts[0] = first.subarray(left);
        return;
      }
      left -= first.length;
      this.parts.shift();
    }
  }
}
