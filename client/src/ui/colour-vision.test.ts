import { describe, expect, it } from 'vitest';
import {
  getColourDifference,
  getContrast,
  getWorstDifference,
  parseHex,
  simulateDeficiency,
  toLab,
} from './colour-vision.js';

describe('colour vision', () => {
  it('gives the contrasts of the WCAG', () => {
    expect(getContrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(getContrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(getContrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
  });

  it.each([
    // Test data of Sharma, Wu and Dalal: the cases where hue turns, and where chroma is small or large.
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [50, 3.2592, 0.335], 1],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
  ] as const)('tells %j from %j by %d', (one, other, difference) => {
    expect(getColourDifference(one, other)).toBeCloseTo(difference, 4);
    expect(getColourDifference(other, one)).toBeCloseTo(difference, 4);
  });

  it('leaves greys grey and takes red and green close together', () => {
    for (const deficiency of ['protanopia', 'deuteranopia', 'tritanopia'] as const)
      for (const channel of simulateDeficiency([0.5, 0.5, 0.5], deficiency))
        expect(channel).toBeCloseTo(0.5, 2);
    const normal = getColourDifference(toLab(parseHex('#b06a3c')), toLab(parseHex('#7d8a2e')));
    expect(getWorstDifference('#b06a3c', '#7d8a2e')).toBeLessThan(normal / 2);
  });
});
