import type { EndCover, SearchOrigin } from './search.js';

/** An `EndCover` that grows as it is written and is used again for the next. */
export class EndCoverList implements EndCover {
  count = 0;
  segments = new Uint32Array(1024);
  fromFirst = new Float64Array(1024);
  fromLast = new Float64Array(1024);

  /** Empties it and makes room for so many. */
  reset(most: number): void {
    this.count = 0;
    if (this.segments.length >= most) return;
    const length = Math.max(most, 2 * this.segments.length);
    this.segments = new Uint32Array(length);
    this.fromFirst = new Float64Array(length);
    this.fromLast = new Float64Array(length);
  }

  /** Lists segments that a search started on and came back to from neither end. */
  addHomes(origins: readonly SearchOrigin[], isListed: (segment: number) => boolean): void {
    const homes = new Set(origins.map(({ segment }) => segment));
    for (const segment of homes) {
      if (isListed(segment)) continue;
      const at = this.count++;
      this.segments[at] = segment;
      this.fromFirst[at] = 0;
      this.fromLast[at] = 0;
    }
  }
}
