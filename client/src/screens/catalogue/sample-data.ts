/** The catalogue's present: 22 November 2026, 14:05 in China. */
export const now = Date.parse('2026-11-22T14:05:00+08:00');
export const hour = 3_600_000;

/** Hours of a county: quiet before dawn, two peaks, some of it urgent. The same at every call. */
export function makeBuckets(from: number, count: number): { from: number; count: number; urgent: number }[] {
  return Array.from({ length: count }, (_, index) => {
    const local = (new Date(from).getUTCHours() + 8 + index) % 24;
    const day = Math.exp(-((local - 10) ** 2) / 14) + 1.2 * Math.exp(-((local - 19) ** 2) / 9);
    const amount = Math.round(34 * day + ((index * 7919) % 6));
    return {
      from: from + index * hour,
      count: amount,
      urgent: Math.round(amount * (((index * 31) % 5) / 16)),
    };
  });
}
