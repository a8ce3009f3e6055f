import { describe, expect, it } from 'vitest';
import { getDeadline } from './deadline.js';

const hour = 3_600_000;

describe('a term', () => {
  it('is normal, then nearly over in its last fifth, then over', () => {
    const term = { startedAt: 0, dueAt: 10 * hour };
    expect(getDeadline({ ...term, now: 7.9 * hour }).state).toBe('normal');
    expect(getDeadline({ ...term, now: 8 * hour }).state).toBe('soon');
    expect(getDeadline({ ...term, now: 10 * hour })).toEqual({
      state: 'overdue',
      leftMilliseconds: 0,
      share: 1,
    });
  });

  it('of months is not nearly over for weeks: a day at most', () => {
    const term = { startedAt: 0, dueAt: 60 * 24 * hour };
    expect(getDeadline({ ...term, now: 58 * 24 * hour }).state).toBe('normal');
    expect(getDeadline({ ...term, now: 59 * 24 * hour }).state).toBe('soon');
  });

  it('stands still while paused, even past its end', () => {
    expect(getDeadline({ startedAt: 0, dueAt: hour, now: 5 * hour, isPaused: true }).state).toBe('paused');
  });

  it('without a start, or with one after its end, has no share before it is over', () => {
    expect(getDeadline({ dueAt: 30 * hour, now: 0 })).toMatchObject({ state: 'normal', share: 0 });
    expect(getDeadline({ startedAt: 5 * hour, dueAt: 2 * hour, now: 0 })).toMatchObject({ share: 0 });
  });
});
