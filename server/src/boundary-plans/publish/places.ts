import { STEPS_PER_DEGREE } from '@maplebridge/engine/coordinates/round';
import type { Step } from '@maplebridge/engine/topology/tiling.types';
import type { Point } from 'geojson';

export const stepPoint = ([x, y]: Step): Point => ({
  type: 'Point',
  coordinates: [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE],
});
