import { describe, expect, it } from 'vitest';
import { rankMatches, scoreMatch } from './match-text.js';

describe('matching', () => {
  it('prefers the whole, then the beginning, then a word, then anywhere, then letters in order', () => {
    const scores = ['dark', 'dark theme', 'the dark', 'undark', 'd a r k'].map((text) =>
      scoreMatch('dark', text),
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every((score) => score > 0)).toBe(true);
    expect(scoreMatch('dark', 'krad')).toBe(0);
  });

  it('finds Chinese by any part, and full-width letters as narrow ones', () => {
    expect(scoreMatch('深色', '切换为深色')).toBeGreaterThan(0);
    expect(scoreMatch('ＥＮ', 'en')).toBe(100);
    expect(scoreMatch('浅色', '切换为深色')).toBe(0);
  });

  it('wants every word of the query, in any order', () => {
    expect(scoreMatch('layer risk', 'Risk points layer')).toBeGreaterThan(0);
    expect(scoreMatch('layer boat', 'Risk points layer')).toBe(0);
  });

  it('takes no two letters for a match spread over a sentence', () => {
    expect(scoreMatch('sz', 'show the size')).toBe(0);
  });

  it('ranks, and keeps the order of what fits equally', () => {
    const items = ['zoom out', 'zoom in', 'undo'];
    expect(rankMatches('zoom', items, (item) => [item])).toEqual(['zoom out', 'zoom in']);
    expect(rankMatches('', items, (item) => [item])).toEqual(items);
    expect(rankMatches('back', items, (item) => [item, item === 'undo' ? 'back' : ''])).toEqual(['undo']);
  });
});
