import { describe, expect, it } from 'vitest';
import { matchesIncidentFilter, type IncidentLike } from './incident-filter.js';

const incident: IncidentLike = {
  id: '1',
  kind: 'NOISE',
  source: 'CALL_110',
  status: 'CLOSED',
  priority: 3,
  reportedAt: '2026-11-22T06:00:00Z',
  location: { type: 'Point', coordinates: [119.6, 29.3] },
  grid: { id: 'g1' },
};

describe('matchesIncidentFilter', () => {
  it.each([
    [{}, true],
    [{ from: '2026-11-22T06:00:00Z' }, true],
    [{ from: '2026-11-22T06:00:01Z' }, false],
    [{ to: '2026-11-22T06:00:00Z' }, false],
    [{ priorities: [1, 2] }, false],
    [{ kinds: ['NOISE'] }, true],
    [{ gridId: 'g2' }, false],
    [{ bbox: [119, 29, 120, 30] }, true],
    [{ bbox: [119.7, 29, 120, 30] }, false],
    [{ located: false }, false],
    [{ text: '9901' }, false],
  ])('%o → %s', (filter, expected) => {
    expect(matchesIncidentFilter(incident, filter)).toBe(expected);
  });

  it('keeps an incident without a place out of a list for a box', () => {
    expect(matchesIncidentFilter({ ...incident, location: null }, { bbox: [119, 29, 120, 30] })).toBe(false);
  });
});
