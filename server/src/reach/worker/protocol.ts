import type { StreetGraph } from '@maplebridge/engine/roads/graph/street-graph';
import type { LineString, MultiPolygon, Point, Position } from 'geojson';
import type { TravelProfile, TravelSettings } from '../../streets/streets.types.js';
import type { LeafVersion } from '../../territory/grid-finder.js';

/** What the reach worker is started with: streets, land and what stands on it. */
export interface WorldData {
  graph: StreetGraph;
  settings: TravelSettings;
  /** Grids of one partition in force now, lowest code first. */
  leaves: LeafVersion[];
  points: DemandPoints;
}

/** Places that count: households' buildings and risk points, side by side in arrays. */
export interface DemandPoints {
  /** Degrees: longitude, latitude, longitude … */
  places: Float64Array;
  /** Households of a building; 1 for a risk point. */
  weights: Float64Array;
  /** Numbers of `demandKinds`. */
  kinds: Uint8Array;
}

/** Kinds of demand: households, and risk points by level. */
export const demandKinds = ['households', 'RED', 'ORANGE', 'YELLOW', 'BLUE'] as const;

/** What the worker found out while it built its world. */
export interface WorldFacts {
  demandUnplaced: number;
}

/** Somebody who answers calls from a place. */
export interface Responder {
  id: string;
  name: string;
  place: Position;
  profile: TravelProfile;
  tier: number;
  /** Minutes of the day, [opens, closes); null: always open. */
  open: [number, number] | null;
}

export interface GridShare {
  /** Number of a grid in `WorldData.leaves`. */
  grid: number;
  shareOfRoad: number;
  shareOfHouseholds: number | null;
}

export interface ReachRequest {
  places: Position[];
  seconds: number[];
  profile: TravelProfile;
  hour: number;
  withArea: boolean;
}

export interface ReachAnswer {
  /** Per place. */
  snapMetres: number[];
  /** Numbers of places in no grid of the county. */
  outside: number[];
  limits: LimitAnswer[];
  view: string;
}

export interface LimitAnswer {
  roadMetres: number;
  shareOfRoad: number;
  households: number;
  shareOfHouseholds: number | null;
  riskPoints: number;
  shareOfRiskPoints: number | null;
  grids: GridShare[];
  roadMetresByCount: number[];
  area: MultiPolygon | null;
  byOrigin: { roadMetres: number; firstRoadMetres: number; households: number; firstHouseholds: number }[];
}

export interface NearestRequest {
  place: Position;
  units: { place: Position; profile: TravelProfile }[];
  /** Numbers of the units that may be sent: theirs is the cover that can be lost. */
  available: number[];
  first: number;
  limitSeconds: number;
  hour: number;
  withRoutes: boolean;
  /** Seconds of the tier whose cover is weighed; null: cover is not asked for. */
  coverSeconds: number | null;
}

export interface NearestAnswer {
  /** Soonest first, of the available and of all others. */
  arrivals: {
    unit: number;
    travelSeconds: number;
    route: LineString | null;
    coverLost: { grid: number; shareBefore: number; shareAfter: number }[];
  }[];
  /** From the nearest street to the place: no part of the travel times. */
  offStreetMetres: number;
}

export interface BoardRequest {
  reading: 'BY_TIER' | 'BY_IMPORTANCE';
  hour: number;
  responders: Responder[];
  /** Without the changes: what the map compares with. */
  before: Responder[] | null;
}

export interface TierAnswer {
  responders: number;
  closedResponders: number;
  roadMetres: number;
  roadMetresTotal: number;
  households: number;
  householdsTotal: number;
  riskPoints: number;
  riskPointsTotal: number;
  grids: GridShare[];
}

export interface BoardAnswer {
  tiers: TierAnswer[];
  unplaced: { id: string; name: string; metres: number | null }[];
  view: string;
}

export interface HourAnswer {
  hour: number;
  shares: number[];
  responders: number[];
}

export interface GapsRequest extends BoardRequest {
  tier: number;
  first: number;
}

export interface GapAnswer {
  grid: number;
  households: number;
  riskPoints: number;
  roadMetres: number;
  location: Point;
  nearestName: string | null;
  nearestSeconds: number | null;
}

export interface ArrivalsRequest {
  responders: Responder[];
  places: Position[];
  hours: number[];
}

export interface SitingRequest {
  candidates: 'JUNCTIONS' | Position[];
  limit: number;
  seconds: number;
  hour: number | null;
  /** Stations whose cover stays. */
  existing: Position[];
  weights: { households: number; riskPoints: number; incident: number };
  incidents: Position[];
}

/** A covering instance: what candidate j covers is `covered[first[j]] … covered[first[j + 1] - 1]`, numbers of demand. */
export interface SitingInstance {
  places: Position[];
  names: string[];
  first: Uint32Array;
  covered: Uint32Array;
  weights: Float64Array;
  /** By how many of the existing stations each is covered; 2: by two or more. */
  baseCover: Uint8Array;
  demandUnplaced: number;
}

export interface StreetLineRequest {
  from: Position;
  to: Position;
}

/** A line along streets, or why there is none: which end no street is near, or that no streets join them. */
export type StreetLineAnswer =
  { line: LineString; metres: number } | { problem: 'FROM_FAR' | 'TO_FAR' | 'NOT_JOINED'; within: number };

export interface TileRequest {
  view: string;
  z: number;
  x: number;
  y: number;
}

/** What the worker can be asked, by name. */
export interface ReachCalls {
  reach(request: ReachRequest): ReachAnswer;
  nearest(request: NearestRequest): NearestAnswer;
  board(request: BoardRequest): BoardAnswer;
  hours(request: BoardRequest): HourAnswer[];
  gaps(request: GapsRequest): GapAnswer[];
  /** Modelled seconds per place; Infinity beyond an hour, NaN where no street is near. */
  arrivals(request: ArrivalsRequest): Float64Array;
  siting(request: SitingRequest): SitingInstance;
  streetLine(request: StreetLineRequest): StreetLineAnswer;
  /** Null for an unknown view. */
  tile(request: TileRequest): Uint8Array | null;
}

export type CallName = keyof ReachCalls;

export interface CallMessage {
  id: number;
  name: CallName;
  request: Parameters<ReachCalls[CallName]>[0];
  /** Set to 1 by the caller to stop it. */
  stop: Int32Array;
}

/** An expected refusal of the worker: which place, and how far it is from any street (null: there is none at all). */
export interface FarPlace {
  place: number;
  metres: number | null;
  /** How far it may be. */
  within: number;
}

export type ReplyMessage =
  | { ready: WorldFacts }
  | { id: number; result: unknown }
  | { id: number; far: FarPlace }
  | { id: number; stopped: true }
  | { id: number; failure: string };
