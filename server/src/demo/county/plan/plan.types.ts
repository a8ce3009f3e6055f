import type { StreetClass } from '../county.types.js';
import type { Point } from '../geometry/plane.js';

/** A line of the plan before lines are laid over each other. */
export interface PlanLine {
  kind: 'street' | 'river' | 'stream' | 'rail' | 'outline' | 'shore' | 'cut';
  name: string | null;
  ref?: string;
  class?: StreetClass;
  points: Point[];
  /** A village lane: drawn and driven on, but no border of blocks. */
  lane?: boolean;
}

/** Half the built width in metres, from the middle of the street to the first wall. */
export const SETBACK: Record<StreetClass, number> = {
  motorway: 40,
  trunk: 26,
  primary: 22,
  secondary: 18,
  tertiary: 14,
  residential: 9,
  service: 5,
  pedestrian: 5,
  path: 4,
};
