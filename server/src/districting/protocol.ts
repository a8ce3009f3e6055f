import type { CuttingLine } from '@maplebridge/engine/topology/blocks/street-blocks';
import type { DistrictingProblem } from '@maplebridge/engine/districting/draw-districts';
import type { MultiPolygon, Polygon } from 'geojson';
import type { DistrictingGoal, DistrictingProposal } from './districting.types.js';

/** A grid that is drawn anew, and the region whose border stays. */
export interface OldGrid {
  id: string;
  region: string;
  boundary: Polygon | MultiPolygon;
}

/** What districts are to have alike, in shares of the whole that add up to 1. */
export interface WeightShares {
  households: number;
  incidents: number;
  streetMetres: number;
  areaSquareMetres: number;
}

/** Everything a search needs; it asks no database. */
export interface DistrictingRequest {
  grids: OldGrid[];
  districts: number;
  shares: WeightShares;
  /** As a share of the mean. */
  tolerance: number;
  /** One proposal for each. */
  goals: DistrictingGoal[];
  lines: CuttingLine[];
  /** x, y in whole 1e-7° steps and a weight, for each point. */
  households: number[];
  incidents: number[];
  seconds: number;
}

/** A new grid: an old one's id goes on where most of it does. */
export interface NewGridParts {
  id: string;
  parts: [x: number, y: number][][][];
}

/** The grids of a region and what takes their place. */
export interface Replacement {
  remove: string[];
  add: NewGridParts[];
}

/** A proposal as it is shown, and as it is taken. */
export interface FoundProposal {
  shown: Omit<DistrictingProposal, 'number'>;
  replacements: Replacement[];
}

/** Why there is nothing to draw, or no answer within the limits. */
export type DistrictingTrouble =
  | DistrictingProblem
  | { code: 'districtingNoWeight' }
  | { code: 'districtingRegions'; regions: number }
  | { code: 'districtingFewBlocks'; blocks: number }
  | { code: 'districtingManyBlocks'; blocks: number; max: number };

export interface DistrictingWorkerData {
  request: DistrictingRequest;
  /** Set to 1 to end it. */
  stop: Int32Array;
}

export type DistrictingMessage =
  | { blocks: number }
  | { progress: number }
  | { proposal: FoundProposal; problem: DistrictingProblem | null }
  | { trouble: Exclude<DistrictingTrouble, DistrictingProblem> }
  | { done: true };
