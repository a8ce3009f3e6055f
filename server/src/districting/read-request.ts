import { STEPS_PER_DEGREE } from '@maplebridge/engine/coordinates/round';
import { toMultiLineString } from '@maplebridge/engine/geometry/normalise';
import type { CuttingLine } from '@maplebridge/engine/topology/blocks/street-blocks';
import type { LineString, MultiLineString, MultiPolygon } from 'geojson';
import { requireCounty } from '../county/county.service.js';
import type { Session } from '../database/index.js';
import { requireId } from '../database/statement.js';
import { Refusal } from '../errors.js';
import { requirePeriod, type Period } from '../period.js';
import type { DistrictingInput } from './districting.inputs.js';
import { LIST_GRIDS, LIST_HOUSEHOLDS, LIST_INCIDENTS, LIST_LINES } from './districting.sql.js';
import type { DistrictingGoal, KeptBorders } from './districting.types.js';
import type { DistrictingRequest, OldGrid, WeightShares } from './protocol.js';

const MAX_DISTRICTS = 300;
const MAX_GRIDS = 5000;
const MAX_WEIGHT = 1000;
const MAX_DAYS = 366;
const MAX_LINES = 200_000;
const MAX_POINTS = 1_000_000;
const DEFAULT_DAYS = 90;
const DAY_MS = 24 * 3600_000;
const TOLERANCES = { min: 0.005, max: 1 };
const SECONDS = { min: 1, max: 120 };
/** In this order, as many as are asked for. */
const GOALS: DistrictingGoal[] = ['COMPACT', 'STREETS', 'FAMILIAR', 'EVEN'];

/** Checks what is asked for and reads what it takes. @throws Refusal */
export async function readRequest(session: Session, input: DistrictingInput): Promise<DistrictingRequest> {
  const districts = within('districtingDistricts', input.districts, { min: 1, max: MAX_DISTRICTS });
  const tolerance = within('districtingTolerance', input.tolerance ?? 0.1, TOLERANCES);
  const proposals = within('districtingProposals', input.proposals ?? GOALS.length, {
    min: 1,
    max: GOALS.length,
  });
  const seconds = within('districtingSeconds', input.seconds ?? 20, SECONDS);
  const shares = sharesOf(input);
  const to = input.to ?? new Date();
  const from = input.from ?? new Date(to.getTime() - DEFAULT_DAYS * DAY_MS);
  const period = requirePeriod({ from, to }, MAX_DAYS);
  const grids = await readGrids(session, input);
  const box = boxOf(grids);
  return {
    grids,
    districts,
    shares,
    tolerance,
    goals: GOALS.slice(0, proposals),
    lines: await readLines(session, box),
    households: await readPoints(session, LIST_HOUSEHOLDS, box),
    incidents: await readPoints(session, LIST_INCIDENTS, box, period),
    seconds,
  };
}

function within(
  code: 'districtingDistricts' | 'districtingTolerance' | 'districtingProposals' | 'districtingSeconds',
  value: number,
  { min, max }: { min: number; max: number },
): number {
  if (!(value >= min && value <= max)) throw new Refusal('BAD_USER_INPUT', code, { min, max });
  return value;
}

function sharesOf(input: DistrictingInput): WeightShares {
  const weights = {
    households: input.householdWeight ?? 1,
    incidents: input.incidentWeight ?? 0,
    streetMetres: input.streetWeight ?? 0,
    areaSquareMetres: input.areaWeight ?? 0,
  };
  const values = Object.values(weights);
  const total = values.reduce((sum, weight) => sum + weight, 0);
  if (!values.every((weight) => weight >= 0 && weight <= MAX_WEIGHT) || total === 0)
    throw new Refusal('BAD_USER_INPUT', 'districtingWeights', { max: MAX_WEIGHT });
  for (const name of Object.keys(weights) as (keyof WeightShares)[]) weights[name] /= total;
  return weights;
}

interface GridRow {
  id: string;
  communityId: string | null;
  stationId: string | null;
  boundary: MultiPolygon;
}

/** The grids that are drawn anew. */
async function readGrids(session: Session, input: DistrictingInput): Promise<OldGrid[]> {
  const { partition, gridIds, keepGridIds, keepBorders } = input;
  if ((gridIds?.length ?? 0) > MAX_GRIDS || (keepGridIds?.length ?? 0) > MAX_GRIDS)
    throw new Refusal('LIMIT_EXCEEDED', 'districtingManyGrids', { max: MAX_GRIDS });
  const county = await requireCounty(session);
  const rows = await session.query<GridRow>(LIST_GRIDS, [partition, county.id]);
  const known = new Set(rows.map(({ id }) => id));
  const idsOf = (ids: readonly string[] | null | undefined) => {
    const own = new Set((ids ?? []).map(requireId));
    const unknown = [...own].find((id) => !known.has(id));
    if (unknown) throw new Refusal('NOT_FOUND', 'districtingGridUnknown', { id: unknown });
    return own;
  };
  const scope = gridIds == null ? known : idsOf(gridIds);
  const kept = idsOf(keepGridIds);
  const grids = rows.filter(({ id }) => scope.has(id) && !kept.has(id));
  if (grids.length === 0) throw new Refusal('BAD_USER_INPUT', 'districtingNoGrids');
  return grids.map((row) => ({
    id: row.id,
    region: regionOf(row, keepBorders ?? 'COMMUNITY'),
    boundary: row.boundary,
  }));
}

const regionOf = ({ communityId, stationId }: GridRow, kept: KeptBorders): string =>
  (kept === 'COMMUNITY' ? communityId : kept === 'STATION' ? stationId : null) ?? '';

type Box = [west: number, south: number, east: number, north: number];

function boxOf(grids: readonly OldGrid[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { boundary } of grids)
    for (const [x, y] of (boundary as MultiPolygon).coordinates.flat(2)) {
      box[0] = Math.min(box[0], x!);
      box[1] = Math.min(box[1], y!);
      box[2] = Math.max(box[2], x!);
      box[3] = Math.max(box[3], y!);
    }
  return box;
}

async function readLines(session: Session, box: Box): Promise<CuttingLine[]> {
  const rows = await session.query<{ isStreet: boolean; geometry: LineString | MultiLineString }>(
    LIST_LINES,
    [...box, MAX_LINES],
  );
  return rows.flatMap(({ isStreet, geometry }) =>
    toMultiLineString(geometry).coordinates.map((path) => ({ path, isStreet })),
  );
}

/** x, y in whole steps and weight of each. */
async function readPoints(session: Session, sql: string, box: Box, period?: Period): Promise<number[]> {
  const rows = await session.query<{ x: number; y: number; weight: number }>(sql, [
    ...box,
    MAX_POINTS,
    ...(period ? [period.from, period.to] : []),
  ]);
  return rows.flatMap(({ x, y, weight }) => [
    Math.round(x * STEPS_PER_DEGREE),
    Math.round(y * STEPS_PER_DEGREE),
    weight,
  ]);
}
