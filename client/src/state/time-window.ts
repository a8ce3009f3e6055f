/** The ranges offered by one press, in hours. */
export const presetHours = { '1h': 1, '8h': 8, '24h': 24, '7d': 168, '30d': 720, '90d': 2160 } as const;
export type TimePreset = keyof typeof presetHours;
export const timePresets = Object.keys(presetHours) as TimePreset[];

/** Either a preset that ends now, or fixed instants (ISO 8601, `to` exclusive). */
export type TimeRange = { preset: TimePreset } | { from: string; to: string };

/** What queries and tiles are asked for; `to: null` means up to now and live. */
export interface TimeWindow {
  from: string;
  to: string | null;
}

/** How far a live window's start may lag: a coarser step keeps tile and query caches warm. */
const stepMilliseconds = 5 * 60_000;

/** The instant a live window is cut from: `nowMilliseconds` rounded down to the step. */
function quantiseNow(nowMilliseconds: number): number {
  return Math.floor(nowMilliseconds / stepMilliseconds) * stepMilliseconds;
}

/** Resolves a range to instants. Live windows start on a five-minute step, so that they change rarely. */
export function resolveWindow(range: TimeRange, nowMilliseconds: number): TimeWindow {
  if ('from' in range) return { from: range.from, to: range.to };
  const start = quantiseNow(nowMilliseconds) - presetHours[range.preset] * 3_600_000;
  return { from: new Date(start).toISOString(), to: null };
}
