import { describe, expect, it } from 'vitest';
import { isInBounds } from './is-in-bounds.js';

const box = [119, 29, 120, 30];

describe('what is in view', () => {
  it('holds points, and shapes that reach in', () => {
    expect(isInBounds({ type: 'Point', coordinates: [119.5, 29.5] }, box)).toBe(true);
    expect(isInBounds({ type: 'Point', coordinates: [118.9, 29.5] }, box)).toBe(false);
    const ring = [
      [118, 29.5],
      [119.2, 29.5],
      [118, 29.8],
      [118, 29.5],
    ];
    expect(isInBounds({ type: 'Polygon', coordinates: [ring] }, box)).toBe(true);
    expect(isInBounds({ type: 'MultiPolygon', coordinates: [[ring]] }, [0, 0, 1, 1])).toBe(false);
    expect(isInBounds({ type: 'GeometryCollection', geometries: [] }, box)).toBe(false);
  });
});
