import { describe, expect, it } from 'vitest';
import type { TravelSettingsFieldsFragment } from '../../graphql/generated/travel/graphql.js';
import { listFaults, readNumber, toDraft, toInput } from './draft-settings.js';

const settings: TravelSettingsFieldsFragment = {
  speeds: [
    { profile: 'DRIVING', streetClass: 'primary', kilometresPerHour: 50 },
    { profile: 'WALKING', streetClass: 'steps', kilometresPerHour: 2.5 },
  ],
  slots: [{ fromHour: 22, toHour: 6, factor: 0.9 }],
  tiers: [
    { tier: 1, seconds: 60, postKinds: ['VOLUNTEER_TEAM'], units: false, profile: 'CYCLING' },
    { tier: 2, seconds: 180, postKinds: [], units: true, profile: 'DRIVING' },
    { tier: 3, seconds: 300, postKinds: ['STATION'], units: false, profile: 'DRIVING' },
  ],
  turnSeconds: { right: 1.5, left: 3.5, uTurn: 8, signal: 6 },
  snapMetres: 300,
  staleFixSeconds: 120,
  handlingMinutes: 25,
  coveredShare: 0.9,
};

describe('a draft of the travel settings', () => {
  it('has no faults and sends back what it was made from', () => {
    const draft = toDraft(settings);
    expect([...listFaults(draft)]).toEqual([]);
    expect(toInput(draft)).toEqual(settings);
  });

  it('names every field that cannot be', () => {
    const draft = toDraft(settings);
    draft.numbers['speeds.DRIVING.primary'] = '0';
    draft.numbers['turnSeconds.left'] = '';
    draft.numbers['coveredPercent'] = '101';
    draft.slots[0]!.toHour = '24.5';
    draft.tiers[1]!.units = false;
    draft.tiers[2]!.seconds = '180';
    expect([...listFaults(draft)].sort()).toEqual([
      'coveredPercent',
      'slots.0.toHour',
      'speeds.DRIVING.primary',
      'tiers.1.nobody',
      'tiers.2.order',
      'turnSeconds.left',
    ]);
  });

  it.each([
    ['speeds.DRIVING.primary', '12.5', 12.5],
    ['speeds.DRIVING.primary', 'fast', null],
    ['speeds.DRIVING.primary', '201', null],
    ['handlingMinutes', '2.5', null],
    ['slots.fromHour', '24', null],
  ])('reads %s = %j as %j', (field, text, value) => {
    expect(readNumber(field, text)).toBe(value);
  });
});
