import { measureShape } from '@maplebridge/engine/tally/measures';
import type { MultiPolygon } from 'geojson';
import type { Session } from '../../database/index.js';
import type { ComposedPlan } from '../compose/compose-plan.js';
import type { PlanRow } from '../plan-row.js';
import {
  CLOSE_STAFF,
  END_STAFF,
  FIND_JOINED_STAFF,
  INHERIT_POSTS,
  LET_POSTS_GO,
  OPEN_STAFF,
  STORE_DESCENT,
} from './descent.sql.js';

/** Land that came from a base grid to a grid of the plan. */
export interface Descent {
  child: string;
  parent: string;
  squareMetres: number;
  /** Of the child's land, and of the parent's. */
  share: number;
  shareOfParent: number;
}

/** Nearly all of a grid, to the width of a border: with so much of it goes its staff. */
export const WHOLE = 0.95;
/** Less than this of either's land is a border straightened, no descent. */
const LEAST_SHARE = 0.001;

/**
 * Who a grid descends from: for grids that the plan makes, and for those that took in land of one that ends. The land
 * that stayed with a grid itself is no descent.
 */
export function descentOf({ base, grids, removed }: ComposedPlan): Descent[] {
  const gone = new Set(removed);
  const squareMetresOf = new Map(
    base.map(({ id, boundary }) => [id, measureShape(boundary as MultiPolygon).areaSquareMetres]),
  );
  return grids
    .filter(({ shape }) => shape?.isMoved)
    .flatMap(({ id, isNew, areaSquareMetres, from }) =>
      from
        .filter((origin) => origin.id !== id && (isNew || gone.has(origin.id)))
        .map((origin) => ({
          child: id,
          parent: origin.id,
          squareMetres: origin.areaSquareMetres,
          share: Math.min(1, origin.areaSquareMetres / areaSquareMetres),
          shareOfParent: Math.min(1, origin.areaSquareMetres / squareMetresOf.get(origin.id)!),
        })),
    )
    .filter(({ share, shareOfParent }) => share >= LEAST_SHARE || shareOfParent >= LEAST_SHARE);
}

/**
 * Stores descent, and hands on who answers for the land: a grid gets the posts of those it descends from, one of a kind,
 * and the staff of those it took in whole. A grid that ends lets both go.
 */
export async function passOn(
  session: Session,
  plan: PlanRow,
  descent: Descent[],
  removed: string[],
  at: string,
): Promise<void> {
  await session.execute(STORE_DESCENT, [
    descent.map(({ child }) => child),
    descent.map(({ parent }) => parent),
    descent.map(({ share }) => share),
    descent.map(({ shareOfParent }) => shareOfParent),
    at,
    plan.id,
  ]);
  await session.execute(INHERIT_POSTS, [
    descent.map(({ child }) => child),
    descent.map(({ parent }) => parent),
    descent.map(({ squareMetres }) => squareMetres),
    at,
  ]);
  await joinStaff(session, descent, at);
  for (const statement of LET_POSTS_GO) await session.execute(statement, [removed, at]);
  for (const statement of END_STAFF) await session.execute(statement, [removed, at]);
}

interface JoinedStaff {
  child: string;
  countyId: string;
  role: string;
  count: number;
  ownId: string | null;
  source: string | null;
  asOf: string | null;
}

async function joinStaff(session: Session, descent: Descent[], at: string): Promise<void> {
  const joined = await session.query<JoinedStaff>(FIND_JOINED_STAFF, [
    descent.map(({ child }) => child),
    descent.map(({ parent }) => parent),
    descent.map(({ shareOfParent }) => shareOfParent),
    at,
    WHOLE,
  ]);
  await session.execute(CLOSE_STAFF, [joined.flatMap(({ ownId }) => ownId ?? []), at]);
  await session.execute(OPEN_STAFF, [
    joined.map(({ child }) => child),
    joined.map(({ countyId }) => countyId),
    joined.map(({ role }) => role),
    joined.map(({ count }) => count),
    joined.map(({ source }) => source),
    joined.map(({ asOf }) => asOf),
    at,
  ]);
}
