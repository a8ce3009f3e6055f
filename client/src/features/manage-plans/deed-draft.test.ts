import { describe, expect, it } from 'vitest';
import { addDays, checkDeed, startDeed } from './deed-draft.js';

const zone = 'Asia/Shanghai';
/** 23:30 on the 22nd in Shanghai: still the 22nd by the county's clock. */
const now = Date.parse('2026-11-22T15:30:00Z');
const draft = startDeed({ documentNumber: null }, now, zone);

describe('a step of the plan', () => {
  it('begins with the county’s days, not those of UTC or of this machine', () => {
    expect(draft).toMatchObject({ from: '2026-11-22', to: '2026-11-28', day: '2026-11-23', time: '00:00' });
    expect(startDeed({ documentNumber: null }, now + 3_600_000, zone).from).toBe('2026-11-23');
  });

  it('counts days over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });

  it('publicises whole days', () => {
    expect(checkDeed('publicise', draft, now, zone)).toEqual({
      fault: null,
      values: { publicisedFrom: '2026-11-21T16:00:00.000Z', publicisedTo: '2026-11-28T15:59:00.000Z' },
    });
    expect(checkDeed('publicise', { ...draft, to: '2026-11-21' }, now, zone).fault).toBe('reversed');
    expect(checkDeed('publicise', { ...draft, to: '' }, now, zone).fault).toBe('missing');
    expect(checkDeed('publicise', { ...draft, to: draft.from }, now, zone).fault).toBeNull();
  });

  it('is sent back and approved only with what has to be stated', () => {
    expect(checkDeed('sendBack', { ...draft, note: '  ' }, now, zone).fault).toBe('missing');
    expect(checkDeed('approve', draft, now, zone).fault).toBe('missing');
    expect(
      checkDeed('approve', { ...draft, documentNumber: ' 枫政发〔2026〕31号 ' }, now, zone).values,
    ).toEqual({
      documentNumber: '枫政发〔2026〕31号',
    });
  });

  it('takes effect at once or at a moment to come', () => {
    expect(checkDeed('publish', draft, now, zone).values).toEqual({ effectiveAt: null });
    const later = { ...draft, isAtOnce: false };
    expect(checkDeed('publish', later, now, zone).values).toEqual({
      effectiveAt: '2026-11-22T16:00:00.000Z',
    });
    expect(checkDeed('publish', { ...later, day: '2026-11-22' }, now, zone).fault).toBe('past');
    expect(checkDeed('publish', { ...later, time: '2pm' }, now, zone).fault).toBe('malformed');
    expect(checkDeed('publish', { ...later, day: '' }, now, zone).fault).toBe('missing');
  });
});
