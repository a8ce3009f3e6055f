import { describe, expect, it } from 'vitest';
import { parsePlace } from './parse-place.js';

describe('a place that was typed', () => {
  it.each([
    ['29.3072, 119.6024', 119.6024, 29.3072],
    ['29.3072，119.6024', 119.6024, 29.3072],
    ['119.6024 29.3072', 119.6024, 29.3072],
    [' 41.15 -8.61 ', -8.61, 41.15],
  ])('is read from %s', (text, longitude, latitude) => {
    expect(parsePlace(text)).toEqual({ longitude, latitude });
  });

  it.each(['', '29.3', '29.3, east', '29, 119, 5', '181, 100', '1e3, 2'])('is not read from “%s”', (text) => {
    expect(parsePlace(text)).toBeNull();
  });
});
