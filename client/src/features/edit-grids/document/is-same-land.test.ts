import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { isSameLand } from './is-same-land.js';

const polygon = (...ring: Position[]): Polygon => ({ type: 'Polygon', coordinates: [[...ring, ring[0]!]] });
const square = polygon([0, 0], [1, 0], [1, 1], [0, 1]);

describe('whether a grid has the land it had', () => {
  it('is so where its ring begins elsewhere', () => {
    expect(isSameLand(square, polygon([1, 1], [0, 1], [0, 0], [1, 0]))).toBe(true);
  });
  it('is so where a neighbour’s border begins on its own, rounded to a step', () => {
    expect(isSameLand(square, polygon([0, 0], [0.5, 0.0000001], [1, 0], [1, 1], [0, 1]))).toBe(true);
  });
  it('is not so where a border was drawn out', () => {
    expect(isSameLand(square, polygon([0, 0], [0.5, 0.0001], [1, 0], [1, 1], [0, 1]))).toBe(false);
  });
  it('is not so where a vertex is gone or elsewhere', () => {
    expect(isSameLand(square, polygon([0, 0], [1, 0], [1, 1]))).toBe(false);
    expect(isSameLand(square, polygon([0, 0], [1.1, 0], [1, 1], [0, 1]))).toBe(false);
  });
  it('is so for a multipolygon of the one part', () => {
    expect(isSameLand(square, { type: 'MultiPolygon', coordinates: [square.coordinates] })).toBe(true);
  });
});
