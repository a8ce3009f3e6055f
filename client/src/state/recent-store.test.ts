import { describe, expect, it } from 'vitest';
import { addRecent, parseRecent, type RecentChoice } from './recent-store.js';

const action = (id: string): RecentChoice => ({ type: 'action', id });

describe('recent choices', () => {
  it('stand newest first, once each, six at most', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'b'].reduce<RecentChoice[]>(
      (recent, id) => addRecent(recent, action(id)),
      [],
    );
    expect(many.map(({ id }) => id)).toEqual(['b', 'g', 'f', 'e', 'd', 'c']);
  });

  it('drop what storage holds in another form', () => {
    const place = { type: 'place', id: '1', kind: 'POST', name: '枫城派出所', detail: null, place: null };
    expect(
      parseRecent([action('a'), place, null, 7, { type: 'place', id: '2' }, { type: 'x', id: '3' }]),
    ).toEqual([action('a'), place]);
    expect(parseRecent('x')).toEqual([]);
  });
});
