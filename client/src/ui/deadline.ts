export type DeadlineState = 'normal' | 'soon' | 'overdue' | 'paused';

export interface DeadlineTimes {
  /** Epoch milliseconds, as everything here. Without a start there is no share to show. */
  startedAt?: number;
  dueAt: number;
  now: number;
  /** The clock stands still: the state says so, whatever the hour. */
  isPaused?: boolean;
  /** How long before its end a term is nearly over. */
  soonBeforeMilliseconds?: number;
}

export interface Deadline {
  state: DeadlineState;
  /** Time left; negative once it is over. */
  leftMilliseconds: number;
  /** How much of the term has passed, 0 to 1. */
  share: number;
}

const day = 86_400_000;

/**
 * How a term stands. Nearly over is its last fifth, at most the last day; a term without a known start, the
 * last day.
 */
export function getDeadline({
  startedAt,
  dueAt,
  now,
  isPaused = false,
  soonBeforeMilliseconds = startedAt === undefined ? day : Math.min(day, (dueAt - startedAt) / 5),
}: DeadlineTimes): Deadline {
  const leftMilliseconds = dueAt - now;
  const length = startedAt === undefined ? 0 : dueAt - startedAt;
  const passed = startedAt === undefined || length <= 0 ? 0 : (now - startedAt) / length;
  const share = leftMilliseconds <= 0 ? 1 : Math.min(1, Math.max(0, passed));
  if (isPaused) return { state: 'paused', leftMilliseconds, share };
  if (leftMilliseconds <= 0) return { state: 'overdue', leftMilliseconds, share };
  return { state: leftMilliseconds <= soonBeforeMilliseconds ? 'soon' : 'normal', leftMilliseconds, share };
}
