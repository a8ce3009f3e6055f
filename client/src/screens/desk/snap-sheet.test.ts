import { describe, expect, it } from 'vitest';
import { snapSheet } from './snap-sheet.js';

describe('a sheet that is let go', () => {
  it.each([
    [0.05, null],
    [0.2, 'low'],
    [0.4, 'low'],
    [0.55, 'half'],
    [0.85, 'full'],
    [1.3, 'full'],
  ])('at %f comes to rest at %s', (share, height) => expect(snapSheet(share)).toBe(height));
});
