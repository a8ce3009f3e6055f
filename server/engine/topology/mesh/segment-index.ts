/** Cells of level l are 2^(10 + 2l) steps wide: 11 m of latitude, 46 m, … up to a third of the world. */
const LEAST_SHIFT = 10;
const TOP_LEVEL = 10;
const FREE = 255;
/** Of so few cells none can be left out. */
const SHORT = 2 * 2 ** LEAST_SHIFT;

/**
 * Where the segments are: a hashed grid of several cell sizes. A segment lies in the one cell of its box's
 * south-west corner, at the level whose cells are at least as wide as the box; so putting in and taking out
 * are a few writes, and a query looks one cell further to the south-west at each level in use
 * ("loose" grids: T. Ulrich, Loose Octrees, Game Programming Gems, 2000).
 */
export class SegmentIndex {
  private boxes = new Int32Array(4 * 64);
  private levels = new Uint8Array(64).fill(FREE);
  private nextInCell = new Int32Array(64);
  private previousInCell = new Int32Array(64);
  private heads = new Int32Array(64).fill(-1);
  private readonly counts = new Int32Array(TOP_LEVEL + 1);
  private size = 0;

  /** Makes room for segments numbered below `count`. */
  reserve(count: number): void {
    const capacity = this.levels.length;
    if (count <= capacity) return;
    const more = Math.max(count, 2 * capacity);
    const grown = (from: Int32Array, length: number) => {
      const to = new Int32Array(length);
      to.set(from);
      return to;
    };
    this.boxes = grown(this.boxes, 4 * more);
    this.nextInCell = grown(this.nextInCell, more);
    this.previousInCell = grown(this.previousInCell, more);
    const levels = new Uint8Array(more).fill(FREE);
    levels.set(this.levels);
    this.levels = levels;
    this.rehash(more);
  }

  /** Puts in segment `e`, which must not be there. */
  insert(e: number, ax: number, ay: number, bx: number, by: number): void {
    this.reserve(e + 1);
    const { boxes } = this;
    boxes[4 * e] = Math.min(ax, bx);
    boxes[4 * e + 1] = Math.min(ay, by);
    boxes[4 * e + 2] = Math.max(ax, bx);
    boxes[4 * e + 3] = Math.max(ay, by);
    const extent = Math.max(Math.abs(ax - bx), Math.abs(ay - by));
    let level = 0;
    while (level < TOP_LEVEL && extent > 2 ** shiftOf(level)) level++;
    this.levels[e] = level;
    this.counts[level]!++;
    this.size++;
    this.link(e);
  }

  remove(e: number): void {
    const [next, previous] = [this.nextInCell[e]!, this.previousInCell[e]!];
    if (next >= 0) this.previousInCell[next] = previous;
    if (previous >= 0) this.nextInCell[previous] = next;
    else this.heads[this.bucketOf(e)] = next;
    this.counts[this.levels[e]!]!--;
    this.levels[e] = FREE;
    this.size--;
  }

  /** Adds to `found` each segment whose box meets the box given, once. */
  within(west: number, south: number, east: number, north: number, found: number[]): number[] {
    for (let level = 0; level <= TOP_LEVEL; level++) {
      if (this.counts[level] === 0) continue;
      const shift = shiftOf(level);
      const [fromX, toX] = [cellBefore(west, level, shift), cellOf(east, shift)];
      const [fromY, toY] = [cellBefore(south, level, shift), cellOf(north, shift)];
      if ((toX - fromX + 1) * (toY - fromY + 1) > this.size + 16) {
        for (let e = 0; e < this.levels.length; e++)
          if (this.levels[e] === level && this.meets(e, west, south, east, north)) found.push(e);
        continue;
      }
      for (let cx = fromX; cx <= toX; cx++)
        for (let cy = fromY; cy <= toY; cy++)
          this.collect(level, shift, cx, cy, west, south, east, north, found);
    }
    return found;
  }

  /** The same for the boxes met by the cells along a line a–b: fewer than in the whole box of a long line. */
  along(ax: number, ay: number, bx: number, by: number, found: number[]): number[] {
    if (ax > bx) return this.along(bx, by, ax, ay, found);
    const south = Math.min(ay, by);
    const north = Math.max(ay, by);
    if (bx - ax <= SHORT && north - south <= SHORT) return this.within(ax, south, bx, north, found);
    for (let level = 0; level <= TOP_LEVEL; level++) {
      if (this.counts[level] === 0) continue;
      const shift = shiftOf(level);
      const width = 2 ** shift;
      const toX = cellOf(bx, shift);
      for (let cx = cellBefore(ax, level, shift); cx <= toX; cx++) {
        // What lies in this column of cells reaches over two columns at most.
        const [y1, y2] =
          level === TOP_LEVEL || bx === ax
            ? [south, north]
            : [heightAt(cx * width, ax, ay, bx, by), heightAt((cx + 2) * width, ax, ay, bx, by)];
        const low = Math.max(south, Math.floor(Math.min(y1, y2)) - 1);
        const high = Math.min(north, Math.ceil(Math.max(y1, y2)) + 1);
        const toY = cellOf(high, shift);
        for (let cy = cellBefore(low, level, shift); cy <= toY; cy++)
          this.collect(level, shift, cx, cy, ax, south, bx, north, found);
      }
    }
    return found;
  }

  private collect(
    level: number,
    shift: number,
    cx: number,
    cy: number,
    west: number,
    south: number,
    east: number,
    north: number,
    found: number[],
  ): void {
    const { boxes } = this;
    for (let e = this.heads[this.hash(level, cx, cy)]!; e >= 0; e = this.nextInCell[e]!) {
      // Other cells may share the bucket.
      if (this.levels[e] !== level || boxes[4 * e]! >> shift !== cx || boxes[4 * e + 1]! >> shift !== cy)
        continue;
      if (this.meets(e, west, south, east, north)) found.push(e);
    }
  }

  private meets(e: number, west: number, south: number, east: number, north: number): boolean {
    const { boxes } = this;
    return (
      boxes[4 * e]! <= east &&
      boxes[4 * e + 2]! >= west &&
      boxes[4 * e + 1]! <= north &&
      boxes[4 * e + 3]! >= south
    );
  }

  private link(e: number): void {
    const bucket = this.bucketOf(e);
    const head = this.heads[bucket]!;
    this.nextInCell[e] = head;
    this.previousInCell[e] = -1;
    if (head >= 0) this.previousInCell[head] = e;
    this.heads[bucket] = e;
  }

  private bucketOf(e: number): number {
    const level = this.levels[e]!;
    const shift = shiftOf(level);
    return this.hash(level, this.boxes[4 * e]! >> shift, this.boxes[4 * e + 1]! >> shift);
  }

  private hash(level: number, cx: number, cy: number): number {
    const mixed = Math.imul(cx, 0x9e3779b1) ^ Math.imul(cy, 0x85ebca6b) ^ Math.imul(level + 1, 0xc2b2ae35);
    return (mixed ^ (mixed >>> 15)) & (this.heads.length - 1);
  }

  private rehash(count: number): void {
    let buckets = 64;
    while (buckets < count) buckets *= 2;
    this.heads = new Int32Array(buckets).fill(-1);
    for (let e = 0; e < this.levels.length; e++) if (this.levels[e] !== FREE) this.link(e);
  }
}

const shiftOf = (level: number) => LEAST_SHIFT + 2 * level;

/** Numbers beyond 32 bits come in when a place is far out; cells end there. */
const cellOf = (value: number, shift: number) => clamp(value) >> shift;

/** Boxes of the top level may be wider than a cell: it is searched from its beginning. */
const cellBefore = (value: number, level: number, shift: number) =>
  level === TOP_LEVEL ? -0x80000000 >> shift : cellOf(value - 2 ** shift, shift);

const clamp = (value: number) => Math.max(-0x80000000, Math.min(0x7fffffff, value));

const heightAt = (x: number, ax: number, ay: number, bx: number, by: number) =>
  ay + ((Math.max(ax, Math.min(bx, x)) - ax) / (bx - ax)) * (by - ay);
