import { describe, expect, it } from 'vitest';
import { isOpenAt } from './place-responders.js';

const openHours = (open: [number, number] | null) =>
  Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isOpenAt({ open }, hour));

describe('hours of a post', () => {
  it('are all of the day where none are set', () => expect(openHours(null)).toHaveLength(24));

  it('end before the closing minute', () =>
    expect(openHours([510, 1050])).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17]));

  it('may pass midnight', () => expect(openHours([1320, 120])).toEqual([0, 1, 22, 23]));
});
