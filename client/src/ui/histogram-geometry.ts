/** What happened in one step of time. Instants are epoch milliseconds everywhere here. */
export interface HistogramBucket {
  from: number;
  count: number;
  /** How many of `count` are urgent. */
  urgent: number;
}

export type TimeWindow = readonly [from: number, to: number];

export interface Bar extends HistogramBucket {
  to: number;
  /** Left edge and width, in pixels. */
  x: number;
  width: number;
  /** Heights of the whole bar and of its urgent part, in pixels. */
  height: number;
  urgentHeight: number;
}

/** Where an instant lies on a plot `width` pixels wide that shows `[from, to]`. */
export function toX(instant: number, [from, to]: TimeWindow, width: number): number {
  return to > from ? ((instant - from) / (to - from)) * width : 0;
}

/** The instant at a place of the plot, kept within it. */
export function toInstant(x: number, [from, to]: TimeWindow, width: number): number {
  const share = width > 0 ? Math.min(1, Math.max(0, x / width)) : 0;
  return from + share * (to - from);
}

/** The least height a bar that stands for anything is drawn with: one event among thousands must not vanish. */
const leastHeight = 2;

/** The bars of a plot; the highest fills `height`. A pixel of air stands between bars that have room for it. */
export function listBars(
  buckets: readonly HistogramBucket[],
  extent: TimeWindow,
  width: number,
  height: number,
): Bar[] {
  const highest = Math.max(1, ...buckets.map(({ count }) => count));
  return buckets.map((bucket, index) => {
    const to = buckets[index + 1]?.from ?? extent[1];
    const left = Math.max(0, toX(bucket.from, extent, width));
    const right = Math.min(width, toX(to, extent, width));
    const air = right - left > 4 ? 1 : 0;
    const tall = (count: number): number =>
      count > 0 ? Math.max(leastHeight, (count / highest) * height) : 0;
    return {
      ...bucket,
      to,
      x: left,
      width: Math.max(0.5, right - left - air),
      height: tall(bucket.count),
      urgentHeight: Math.min(tall(bucket.urgent), tall(bucket.count)),
    };
  });
}

/** Where a window may begin and end: the edges of the buckets, and the end of the plot. */
export function listEdges(buckets: readonly HistogramBucket[], [from, to]: TimeWindow): number[] {
  const inner = buckets.map((bucket) => bucket.from).filter((edge) => edge > from && edge < to);
  return [from, ...inner, to];
}

/** The nearest edge. */
export function snap(instant: number, edges: readonly number[]): number {
  return edges.reduce((best, edge) => (Math.abs(edge - instant) < Math.abs(best - instant) ? edge : best));
}

/** Moves one end by whole steps, never past the other end: at least one step stays between. */
export function stepEnd(
  value: TimeWindow,
  end: 'from' | 'to',
  steps: number,
  edges: readonly number[],
): TimeWindow {
  const at = edges.indexOf(snap(value[end === 'from' ? 0 : 1], edges)) + steps;
  return placeEnd(value, end, edges[Math.min(edges.length - 1, Math.max(0, at))]!, edges);
}

/** Puts one end at the edge nearest to an instant, never past the other end. */
export function placeEnd(
  [from, to]: TimeWindow,
  end: 'from' | 'to',
  instant: number,
  edges: readonly number[],
): TimeWindow {
  if (end === 'from') {
    const last = edges.findLast((edge) => edge < to) ?? edges[0]!;
    return [Math.min(snap(instant, edges), last), to];
  }
  const first = edges.find((edge) => edge > from) ?? edges.at(-1)!;
  return [from, Math.max(snap(instant, edges), first)];
}

/** Moves the whole window by a stretch of time, keeping its length and staying within the plot. */
export function shiftWindow(
  [from, to]: TimeWindow,
  by: number,
  extent: TimeWindow,
  edges: readonly number[],
): TimeWindow {
  const length = to - from;
  // The last edge begins nothing.
  const start = snap(Math.min(extent[1] - length, Math.max(extent[0], from + by)), edges.slice(0, -1));
  return [start, Math.min(extent[1], start + length)];
}

/** The window drawn by dragging between two places: at least the bucket that both lie in. */
export function drawWindow(a: number, b: number, edges: readonly number[]): TimeWindow {
  const [low, high] = a < b ? [a, b] : [b, a];
  const from = edges.slice(0, -1).findLast((edge) => edge <= low) ?? edges[0]!;
  const to = edges.find((edge) => edge >= high && edge > from) ?? edges.at(-1)!;
  return [from, to];
}
