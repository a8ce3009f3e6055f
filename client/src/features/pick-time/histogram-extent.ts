const hour = 3_600_000;
const spans = [24, 7 * 24, 30 * 24, 90 * 24, 365 * 24].map((hours) => hours * hour);
/** The server counts over 400 days at most. */
const longest = 399 * 24 * hour;

/**
 * The time a histogram shows around a window: up to now, and enough before the window to see what it is chosen
 * from. Epoch milliseconds.
 */
export function getHistogramExtent(window: readonly [number, number], now: number): [number, number] {
  const wanted = Math.max(now - window[0], hour) * 1.4;
  const span = spans.find((each) => each >= wanted) ?? Math.min(wanted, longest);
  return [now - span, now];
}
