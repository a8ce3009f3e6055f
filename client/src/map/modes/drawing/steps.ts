import type { Refused, Step } from '@maplebridge/engine/topology/tiling.types';
import type { Feature } from 'geojson';
import type { Trouble } from '../../../state/studio-work-store.js';

/** Whole steps to a degree. */
const stepsPerDegree = 1e7;

export function toStep(longitude: number, latitude: number): Step {
  return [Math.round(longitude * stepsPerDegree), Math.round(latitude * stepsPerDegree)];
}

export function toDegrees([x, y]: Step): [longitude: number, latitude: number] {
  return [x / stepsPerDegree, y / stepsPerDegree];
}

export const isSame = (a: Step, b: Step): boolean => a[0] === b[0] && a[1] === b[1];

/** Distance as the map shows it: a step of longitude is shorter, the farther from the equator. */
export function distance([ax, ay]: Step, [bx, by]: Step): number {
  const shrink = Math.cos((((ay + by) / 2 / stepsPerDegree) * Math.PI) / 180);
  return Math.hypot((ax - bx) * shrink, ay - by);
}

/** The place of a line that is nearest to a point, and how far that is; null for a line of fewer than two places. */
export function nearestOnLine(
  at: Step,
  line: readonly Step[],
): { at: Step; distance: number; index: number } | null {
  const shrink = Math.cos(((at[1] / stepsPerDegree) * Math.PI) / 180);
  let best: { at: Step; distance: number; index: number } | null = null;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const [dx, dy] = [(b[0] - a[0]) * shrink, b[1] - a[1]];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : ((at[0] - a[0]) * shrink * dx + (at[1] - a[1]) * dy) / length;
    const share = Math.min(1, Math.max(0, along));
    const place: Step = [Math.round(a[0] + (b[0] - a[0]) * share), Math.round(a[1] + (b[1] - a[1]) * share)];
    const far = distance(at, place);
    if (!best || far < best.distance) best = { at: place, distance: far, index: i - 1 };
  }
  return best;
}

export function pointAt(at: Step, mark: string, rest: object = {}): Feature {
  return {
    type: 'Feature',
    properties: { mark, ...rest },
    geometry: { type: 'Point', coordinates: toDegrees(at) },
  };
}

export function lineOf(path: readonly Step[], mark: string): Feature {
  return {
    type: 'Feature',
    properties: { mark },
    geometry: { type: 'LineString', coordinates: path.map(toDegrees) },
  };
}

export function areaOf(ring: readonly Step[], mark: string): Feature {
  return {
    type: 'Feature',
    properties: { mark },
    geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!].map(toDegrees)] },
  };
}

/** A refusal for people, at its place or where they pointed. */
export function toTrouble({ reason, at, grids }: Refused, pointed: Step | null): Trouble {
  const place = at ?? pointed;
  return { reason, at: place && toDegrees(place), gridIds: grids };
}
