import { describe, expect, it } from 'vitest';
import { defaultVisibility } from './overlays.js';
import { formatUrlState, parseUrlState } from './url-state.js';

describe('url state', () => {
  it('reads back what it wrote', () => {
    const state = {
      camera: { longitude: 119.6024, latitude: 29.3072, zoom: 14.5 },
      visible: { ...defaultVisibility, coverage: true },
      partition: 'POLICE' as const,
      selected: { kind: 'incident' as const, id: 'a:b' },
      range: { from: '2026-11-21T00:00:00.000Z', to: '2026-11-22T00:00:00.000Z' },
      cover: { where: 'changes.importance.8', scenario: '01a2-b', changes: 'c~01a2' },
      theme: 'light' as const,
      language: 'en' as const,
    };
    expect(parseUrlState(formatUrlState(state))).toEqual(state);
  });

  it('opens the plans for an address that only names a scenario', () => {
    expect(parseUrlState({ scenario: 'x-1' })).toEqual({ cover: { where: 'changes', scenario: 'x-1' } });
    expect(parseUrlState({ cover: '<b>', scenario: 'a b' })).toEqual({ cover: { where: 'changes' } });
  });

  it('leaves defaults out of the address', () => {
    expect(
      formatUrlState({ visible: defaultVisibility, partition: 'SOCIAL', range: { preset: '24h' } }),
    ).toEqual({});
  });

  it.each([
    { view: '14/95/10' },
    { view: '1//2' },
    { view: 'x/y/z' },
    { selected: 'person:1' },
    { selected: 'grid:' },
    { time: '5y' },
    { time: '2026-11-22T00:00:00Z~2026-11-21T00:00:00Z' },
    { theme: 'pink' },
    { lang: 'fr' },
    { view: 7 },
  ])('drops what it cannot read: %o', (search) => {
    expect(parseUrlState(search)).toEqual({});
  });
});
