import { describe, expect, it } from 'vitest';
import { useReachStore } from '../../state/reach-store.js';
import { reachAreasToFeatures, reachMarksToFeatures } from './reach-to-features.js';

const square = (side: number) => ({
  type: 'MultiPolygon' as const,
  coordinates: [
    [
      [
        [0, 0],
        [side, 0],
        [side, side],
        [0, 0],
      ],
    ],
  ],
});
const here = { longitude: 119.6, latitude: 29.3 };

describe('areas of reach', () => {
  it('lie the widest lowest, each in the band of its limit', () => {
    const view = {
      tileView: 'k',
      limits: [60, 180, 300],
      showsGaps: false,
      hasChanges: false,
      areas: [60, 300, 180].map((seconds) => ({ seconds, geometry: square(seconds) })),
    };
    expect(reachAreasToFeatures(view).features.map(({ properties }) => properties?.band)).toEqual([3, 2, 1]);
    expect(reachAreasToFeatures(null).features).toEqual([]);
  });
});

describe('marks', () => {
  const { highlights } = useReachStore.getState();

  it('number the chosen candidates alone, in their order', () => {
    const candidates = [true, false, true].map((isChosen, index) => ({
      ...here,
      id: String(index),
      isChosen,
    }));
    const numbers = reachMarksToFeatures({ ...highlights, candidates }).features.map(
      ({ properties }) => properties?.number,
    );
    expect(numbers).toEqual([1, undefined, 2]);
  });

  it('lead from where a post stands to where it would stand', () => {
    const { features } = reachMarksToFeatures({
      ...highlights,
      ghostPosts: [{ ...here, id: 'p', kind: 'STATION', change: 'moved', from: [119.5, 29.2] }],
    });
    expect(features.map(({ properties, geometry }) => [properties?.mark, geometry.type])).toEqual([
      ['move', 'LineString'],
      ['ghost', 'Point'],
    ]);
  });
});
