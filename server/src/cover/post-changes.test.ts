import { describe, expect, it } from 'vitest';
import { Refusal } from '../errors.js';
import { defaultTravelSettings } from '../streets/travel-settings.js';
import type { PostChangeInput } from './cover.inputs.js';
import { applyChanges, checkChanges, type PostResponder } from './post-changes.js';

const post = '01a2027b-7daf-73d0-9dcf-440bf3c27d45';
const place = [119.6, 29.3];
const station: PostResponder = {
  id: post,
  postId: post,
  name: 'S',
  place,
  profile: 'DRIVING',
  tier: 3,
  open: null,
};
const car: PostResponder = { ...station, id: 'car', name: 'C', tier: 2 };

const apply = (...changes: PostChangeInput[]) =>
  applyChanges([station, car], checkChanges(changes), new Set([post]), defaultTravelSettings);

const refusalOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return [error.messageCode, error.parameters];
  }
  return null;
};

describe('changes of posts', () => {
  it('add one in the tier of its kind', () => {
    const [, , added] = apply({
      action: 'ADD',
      kind: 'VOLUNTEER_TEAM',
      name: ' 南门 ',
      longitude: 119.61,
      latitude: 29.31,
      opensAtMinute: 1080,
      closesAtMinute: 1320,
    });
    expect(added).toMatchObject({
      name: '南门',
      tier: 1,
      profile: 'CYCLING',
      place: [119.61, 29.31],
      open: [1080, 1320],
    });
  });

  it('move one with its units', () => {
    const moved = apply({ action: 'MOVE', postId: post, longitude: 119.7, latitude: 29.4 });
    expect(moved.map((responder) => responder.place)).toEqual([
      [119.7, 29.4],
      [119.7, 29.4],
    ]);
  });

  it('close one and leave its units', () => {
    expect(apply({ action: 'CLOSE', postId: post })).toEqual([car]);
  });

  it('set hours, or open always', () => {
    const hours = { action: 'HOURS', postId: post } as const;
    expect(apply({ ...hours, opensAtMinute: 480, closesAtMinute: 1020 })[0]!.open).toEqual([480, 1020]);
    expect(apply({ ...hours, opensAtMinute: 480, closesAtMinute: 1020 }, hours)[0]!.open).toBeNull();
  });

  it.each<[string, PostChangeInput]>([
    ['changePostMissing', { action: 'MOVE', longitude: 1, latitude: 1 }],
    ['changePlaceMissing', { action: 'MOVE', postId: post }],
    ['changeKindMissing', { action: 'ADD', longitude: 1, latitude: 1 }],
    ['changeKindNoTier', { action: 'ADD', kind: 'COURT', longitude: 1, latitude: 1 }],
    ['changePostUnknown', { action: 'CLOSE', postId: post.replace('01a', '02a') }],
    ['changeHoursMalformed', { action: 'HOURS', postId: post, opensAtMinute: 480 }],
    ['changeHoursMalformed', { action: 'HOURS', postId: post, opensAtMinute: 1440, closesAtMinute: 0 }],
    ['changeHoursMalformed', { action: 'HOURS', postId: post, opensAtMinute: 60, closesAtMinute: 60 }],
  ])('are refused when something is missing or wrong: %s', (code, change) => {
    expect(refusalOf(() => apply({ action: 'HOURS', postId: post }, change))).toEqual([code, { number: 2 }]);
  });
});
