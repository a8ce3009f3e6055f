import { describe, expect, it } from 'vitest';
import { deedTargets, getStanding, listAhead, listDeeds } from './workflow.js';

describe('the way of a plan', () => {
  it('offers the next step first and never a step past one', () => {
    expect(listDeeds('DRAFT').map((deed) => deedTargets[deed])).toEqual(['SUBMITTED', 'WITHDRAWN']);
    expect(listDeeds('SUBMITTED')[0]).toBe('publicise');
    expect(listDeeds('PUBLICISED')[0]).toBe('approve');
    expect(listDeeds('APPROVED')[0]).toBe('publish');
    for (const state of ['PUBLISHED', 'HISTORY', 'WITHDRAWN'] as const) expect(listDeeds(state)).toEqual([]);
  });

  it('shows what lies ahead', () => {
    expect(listAhead('DRAFT')).toEqual(['SUBMITTED', 'PUBLICISED', 'APPROVED', 'PUBLISHED']);
    expect(listAhead('SENT_BACK')).toEqual(listAhead('DRAFT'));
    expect(listAhead('APPROVED')).toEqual(['PUBLISHED']);
    expect(listAhead('PUBLISHED')).toEqual([]);
    expect(listAhead('WITHDRAWN')).toEqual([]);
  });

  it('tells published from in force', () => {
    const effectiveAt = '2026-12-01T00:00:00Z';
    const before = Date.parse('2026-11-30T00:00:00Z');
    const after = Date.parse('2026-12-01T00:00:01Z');
    expect(getStanding({ state: 'PUBLISHED', effectiveAt }, before)).toBe('AWAITING_EFFECT');
    expect(getStanding({ state: 'PUBLISHED', effectiveAt }, after)).toBe('IN_FORCE');
    expect(getStanding({ state: 'APPROVED', effectiveAt }, after)).toBe('APPROVED');
  });
});
