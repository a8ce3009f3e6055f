import { expect, it } from 'vitest';
import { getScaleDenominator } from './paper.js';

it('gives the scale of a sheet in two figures', () => {
  // One metre of ground on a pixel of 0.2646 mm.
  expect(getScaleDenominator(1)).toBe(3800);
  expect(getScaleDenominator(13.2)).toBe(50_000);
});
