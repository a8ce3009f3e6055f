/**
 * Items by time in a row of buckets (R. B. Dial, "Algorithm 360: Shortest-path forest with topological ordering",
 * CACM 12 (1969)). An item improved since stays in its bucket: who takes it out compares times.
 */
export class BucketQueue {
  heads = new Int32Array(0);
  next = new Int32Array(4096);
  itemOf = new Uint32Array(4096);
  timeOf = new Float64Array(4096);
  bucketCount = 0;
  private count = 0;
  private bucketsPerSecond = 1;

  /** Empties it for times from 0 up to a limit. */
  reset(limitSeconds: number, bucketSeconds: number): void {
    this.bucketCount = Math.floor(limitSeconds / bucketSeconds) + 1;
    if (this.heads.length < this.bucketCount) this.heads = new Int32Array(this.bucketCount);
    this.heads.fill(-1, 0, this.bucketCount);
    this.bucketsPerSecond = 1 / bucketSeconds;
    this.count = 0;
  }

  /** Times below zero lie in the first bucket. */
  push(item: number, time: number): void {
    if (this.count === this.itemOf.length) {
      this.itemOf = doubled(this.itemOf);
      this.timeOf = doubled(this.timeOf);
      this.next = doubled(this.next);
    }
    const bucket = time > 0 ? (time * this.bucketsPerSecond) | 0 : 0;
    const at = this.count++;
    this.itemOf[at] = item;
    this.timeOf[at] = time;
    this.next[at] = this.heads[bucket]!;
    this.heads[bucket] = at;
  }
}

export function doubled<T extends Uint32Array | Int32Array | Float64Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array as never);
  return larger;
}
