import { describe, expect, it } from 'vitest';
import { makeChange } from '../../state/post-changes.js';
import { findAdded, getDistance, makeGhosts, nameAdded, type Post } from './ghost-posts.js';

const post = (id: string, coordinates: [number, number] | null): Post =>
  ({
    id,
    name: `站${id}`,
    kind: 'STATION',
    location: coordinates && { type: 'Point', coordinates },
  }) as Post;
const posts = new Map(['a', 'b'].map((id, i) => [id, post(id, [119 + i, 29])]));

describe('ghosts of posts', () => {
  it('stand where the changes put them, and remember where they were', () => {
    const changes = [
      makeChange('CLOSE', { postId: 'b' }),
      makeChange('ADD', { kind: 'LIAISON_STATION', name: '新站', longitude: 120, latitude: 30 }),
      makeChange('MOVE', { postId: 'a', longitude: 119.5, latitude: 29.5 }),
      makeChange('HOURS', { postId: 'a', opensAtMinute: 480, closesAtMinute: 1200 }),
    ];
    expect(makeGhosts(changes, posts)).toEqual([
      { id: 'b', name: '站b', kind: 'STATION', longitude: 120, latitude: 29, change: 'closed' },
      { id: 'added:1', name: '新站', kind: 'LIAISON_STATION', longitude: 120, latitude: 30, change: 'added' },
      {
        id: 'a',
        name: '站a',
        kind: 'STATION',
        longitude: 119.5,
        latitude: 29.5,
        change: 'moved',
        from: [119, 29],
      },
    ]);
  });

  it('are none of a post that is gone, and moved without a former place of one that had none', () => {
    const change = makeChange('MOVE', { postId: 'c', longitude: 1, latitude: 2 });
    expect(makeGhosts([change], posts)).toEqual([]);
    expect(makeGhosts([change], new Map([['c', post('c', null)]]))[0]).not.toHaveProperty('from');
  });

  it('know a new post by its place in the list', () => {
    expect(findAdded(nameAdded(7))).toBe(7);
    expect(findAdded('01a2-b')).toBe(-1);
  });

  it('measure a degree of latitude', () => {
    expect(getDistance([119, 29], [119, 30])).toBeCloseTo(111_195, -2);
    expect(getDistance([119, 60], [120, 60])).toBeCloseTo(111_195 / 2, -2);
  });
});
