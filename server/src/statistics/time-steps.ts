import type { Period } from '../period.js';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** Steps that people read time in; weeks begin on Monday. */
const STEPS_MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720].concat(
  [1, 2, 7, 14, 28, 56, 91, 182, 364, 728].map((days) => days * DAY_MINUTES),
);

/** The shortest readable step of which `buckets` reach over the period. */
export function stepMinutes({ from, to }: Period, buckets: number): number {
  const minutes = (to.getTime() - from.getTime()) / MINUTE_MS;
  return STEPS_MINUTES.find((step) => step * buckets >= minutes) ?? STEPS_MINUTES.at(-1)!;
}
