import type { Refused, TilingFault, Step } from '@maplebridge/engine/topology/tiling.types';
import type { MultiPolygon } from 'geojson';
import type { PlanChange } from '../log/body.types.js';

export interface NamedBoundary {
  id: string;
  boundary: MultiPolygon;
}

export interface LoggedChanges {
  id: string;
  changes: PlanChange[];
}

/** Which plan a question is about, and how to bring its tiling to the place in the log it is asked for. */
export interface Sync {
  /** Names the plan and what it is drawn on. */
  key: string;
  /** Null: the worker holds this plan. */
  base: NamedBoundary[] | null;
  /** How many of the edits it holds stay. */
  keep: number;
  add: LoggedChanges[];
}

/** Land of a base grid in a grid of the plan. */
export interface Origin {
  id: string;
  areaSquareMetres: number;
}

export interface AddedGrid {
  id: string;
  /** A place inside, for the order of numbers. */
  middle: Step;
  /** Most land first. */
  from: Origin[];
}

/** What an edit did, or why not. */
export type EditOutcome =
  { ok: true; id: string; added: AddedGrid[] } | { ok: false; id: string; refusal: Refused };

/** A grid whose boundary is not the base's. */
export interface ReshapedGrid extends NamedBoundary {
  middle: Step;
  areaSquareMetres: number;
  compactness: number;
  parts: number;
  from: Origin[];
  /** Its land is another; otherwise its border has only got a vertex where a neighbour's begins. */
  isMoved: boolean;
  /** Of the buildings inside; null where none of the county's have any. */
  buildingHouseholds: number | null;
}

export interface PlanShape {
  reshaped: ReshapedGrid[];
  /** Base grids that the plan no longer has. */
  removed: string[];
}

export interface Measured {
  id: string;
  areaSquareMetres: number;
  compactness: number;
  parts: number;
  /** Sums of the weights of each set of points. */
  sums: number[][];
}

/** Points with weights: x, y in steps and `columns` weights each. */
export interface WeightedPoints {
  points: number[];
  columns: number;
}

export interface Moved {
  from: string | null;
  to: string | null;
  boundary: MultiPolygon;
  areaSquareMetres: number;
  sums: number[][];
}

export interface DissolvedUpper extends NamedBoundary {
  middle: Step;
}

export interface UpperGroup {
  id: string;
  before: string[];
  after: string[];
}

/** What the worker can be asked, by name. */
export interface PlanCalls {
  /** Applies edits one after the other, up to the first refused; those accepted stay in the tiling. */
  edit(request: { sync: Sync; edits: LoggedChanges[] }): EditOutcome[];
  /** As `edit`, leaving out what is refused. */
  replay(request: { sync: Sync; edits: LoggedChanges[] }): EditOutcome[];
  shape(request: { sync: Sync }): PlanShape;
  check(request: { sync: Sync }): TilingFault[];
  /** Boundaries of upper levels, where another set of grids or other borders change them. */
  dissolve(request: { sync: Sync; groups: UpperGroup[] }): DissolvedUpper[];
  /** Buildings' households, kept until others are sent. */
  takePoints(request: { key: string; households: number[] }): void;
  measure(request: { areas: NamedBoundary[]; points: WeightedPoints[] }): Measured[];
  /** Land that is another's on the right than on the left. */
  compare(request: { left: NamedBoundary[]; right: NamedBoundary[]; points: WeightedPoints[] }): Moved[];
  forget(request: { key: string }): void;
}

export type CallName = keyof PlanCalls;

export interface CallMessage {
  id: number;
  name: CallName;
  request: Parameters<PlanCalls[CallName]>[0];
}

export type ReplyMessage = { id: number; result: unknown } | { id: number; failure: string };
