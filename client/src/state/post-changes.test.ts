import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addChange,
  formatChanges,
  isSameChanges,
  makeChange,
  parseChanges,
  type PostChange,
} from './post-changes.js';

const place = { longitude: 119.6024, latitude: 29.3072 };
const move = (postId: string, longitude = 119): PostChange =>
  makeChange('MOVE', { postId, ...place, longitude });
const close = (postId: string): PostChange => makeChange('CLOSE', { postId });
const hours = (postId: string): PostChange =>
  makeChange('HOURS', { postId, opensAtMinute: 1320, closesAtMinute: 360 });
const add = (name: string): PostChange =>
  makeChange('ADD', { kind: 'LIAISON_STATION', name, ...place, opensAtMinute: 480, closesAtMinute: 1200 });

const anyChange = fc.oneof(
  fc.constantFrom('a', 'b', 'c').map(close),
  fc.constantFrom('a', 'b', 'c').map(hours),
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -180, max: 180 })).map(([id, x]) => move(id, x)),
  fc
    .string({ minLength: 1 })
    .filter((name) => !/[~*]/.test(name))
    .map(add),
);

describe('changes to posts', () => {
  it('keep one place and one set of hours a post, in the order they were first made', () => {
    const changes = [move('a'), add('x'), hours('a'), move('a', 120)].reduce(addChange, [] as PostChange[]);
    expect(changes).toEqual([move('a', 120), add('x'), hours('a')]);
  });

  it('know that a closed post has no place, and that a moved one is open', () => {
    expect([move('a'), hours('a'), move('b'), close('a')].reduce(addChange, [] as PostChange[])).toEqual([
      move('b'),
      close('a'),
    ]);
    expect([close('a'), hours('a')].reduce(addChange, [] as PostChange[])).toEqual([hours('a')]);
    expect([close('a'), close('a')].reduce(addChange, [] as PostChange[])).toEqual([close('a')]);
  });

  it('never say two things of the same kind about a post', () => {
    fc.assert(
      fc.property(fc.array(anyChange), (list) => {
        const said = list
          .reduce(addChange, [] as PostChange[])
          .filter(({ action }) => action !== 'ADD')
          .map(({ action, postId }) => `${action} ${postId}`);
        expect(new Set(said).size).toBe(said.length);
      }),
    );
  });

  it('come back from an address as they went in', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 8 }), (changes) => {
        const text = formatChanges(changes);
        if (text === null) return;
        expect(parseChanges(text)).toEqual(changes);
        expect(isSameChanges(changes, parseChanges(text)!)).toBe(true);
      }),
    );
  });

  it('do not go into an address that nobody could send', () => {
    expect(formatChanges(Array.from({ length: 100 }, (_, i) => add(`站${i}`)))).toBeNull();
  });

  it('keep names apart from the signs between them', () => {
    expect(parseChanges(formatChanges([add('a~b*c')])!)![0]!.name).toBe('a b c');
  });

  it.each([
    '',
    'x~1',
    'm~id~119',
    'm~id~200~29',
    'm~id~east~29',
    'h~id~480',
    'h~id~480~1440',
    'c~',
    'a~LIAISON_STATION~~119~29~~',
    'a~<b>~n~119~29~~',
    'c~id*m~id~1',
  ])('drop what was cut or made up: %s', (text) => {
    expect(parseChanges(text)).toBeNull();
  });
});
