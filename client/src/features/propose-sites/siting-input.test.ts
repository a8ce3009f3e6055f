import { describe, expect, it } from 'vitest';
import { defaultForm, findProblem, getGap, toInput } from './siting-input.js';

const place = { longitude: 119.6, latitude: 29.3 };

describe('the question for sites', () => {
  it('needs something to cover, and as many places drawn as sites asked for', () => {
    expect(findProblem(defaultForm)).toBeNull();
    expect(findProblem({ ...defaultForm, householdWeight: 0 })).toBe('noWeight');
    const drawn = { ...defaultForm, candidates: 'DRAWN' as const, sites: 2 };
    expect(findProblem({ ...drawn, drawn: [place] })).toBe('tooFewDrawn');
    expect(findProblem({ ...drawn, drawn: [place, place] })).toBeNull();
  });

  it('sends drawn places only where they count', () => {
    expect(toInput({ ...defaultForm, drawn: [place] }, 8)).not.toHaveProperty('drawn');
    expect(toInput({ ...defaultForm, drawn: [place], candidates: 'DRAWN' }, null)).toMatchObject({
      drawn: [place],
      hour: null,
      keepExisting: true,
      backup: false,
    });
  });

  it('tells how far the answer may be from the best', () => {
    expect(getGap(98, 100)).toBeCloseTo(0.02);
    expect(getGap(100.0001, 100)).toBe(0);
    expect(getGap(98, null)).toBeNull();
    expect(getGap(0, 0)).toBeNull();
  });
});
