import type { Geometry } from 'geojson';
import type { Context } from '../../context.js';
import type { Session } from '../../database/index.js';
import type { GridKind } from '../../database/prisma/enums.js';
import { requireId } from '../../database/statement.js';
import { render, type Language } from '../../messages/index.js';
import { LIST_BASE_GRIDS, LIST_RESERVED, NAME_TERRITORIES } from './compose-plan.sql.js';
import type { DescribeChange, WrittenBorders } from '../log/body.types.js';
import { FIND_DESCRIBES } from '../log/log.sql.js';
import { requirePlan, type PlanRow } from '../plan-row.js';
import type { Origin, PlanShape, ReshapedGrid } from '../worker/protocol.js';

/** How a household figure that nobody has counted came about. */
export type HouseholdsReckoned = 'BUILDINGS' | 'AREA' | 'ENTERED';

/** A grid of a plan with all that publishing needs. */
export interface ComposedGrid {
  id: string;
  code: string;
  name: string;
  kind: GridKind;
  parentId: string | null;
  boundary: Geometry;
  areaSquareMetres: number;
  households: number | null;
  householdsSource: string | null;
  householdsAsOf: string | null;
  /** Null: as the base has it. */
  reckoned: HouseholdsReckoned | null;
  isNew: boolean;
  /** Its land or something said about it differs from the base. */
  isChanged: boolean;
  from: Origin[];
  borders: WrittenBorders | null;
  /** Null: vertex by vertex as the base has it. */
  shape: ReshapedGrid | null;
}

export interface ComposedPlan {
  plan: PlanRow;
  base: BaseGrid[];
  /** By code. */
  grids: ComposedGrid[];
  /** Base grids it no longer has. */
  removed: string[];
  names: ReadonlyMap<string, string>;
}

export interface BaseGrid {
  id: string;
  versionId: string;
  code: string;
  name: string;
  kind: GridKind;
  parentId: string | null;
  boundary: Geometry;
  areaSquareMetres: number;
  households: number | null;
  householdsSource: string | null;
  householdsAsOf: string | null;
  borders: WrittenBorders | null;
}

/**
 * A plan as its log has made it.
 * @param language of the words for where a household figure comes from
 */
export async function composePlan(
  context: Context,
  planId: string,
  language = context.language,
): Promise<ComposedPlan> {
  requireId(planId);
  const { database, viewer, plans } = context;
  const shape = (await database.read(viewer, (session) => hasEdits(session, planId)))
    ? await plans.ask(planId, 'shape', {})
    : { reshaped: [], removed: [] };
  return database.read(viewer, (session) => compose(session, planId, shape, language));
}

async function compose(
  session: Session,
  planId: string,
  { reshaped, removed }: PlanShape,
  language: Language,
): Promise<ComposedPlan> {
  const plan = await requirePlan(session, planId);
  const base = await listBase(session, planId);
  const reserved = await session.query<{ id: string; code: string; name: string }>(LIST_RESERVED, [planId]);
  const describes = await session.query<{ change: DescribeChange; at: string }>(FIND_DESCRIBES, [planId]);
  const said = new Map<string, DescribeChange & { countedAt?: string }>();
  for (const { change, at } of describes) {
    const before = said.get(change.grid);
    said.set(change.grid, {
      ...before,
      ...change,
      ...(change.households === undefined ? {} : { countedAt: at }),
    });
  }
  const baseOf = new Map(base.map((grid) => [grid.id, grid]));
  const reservedOf = new Map(reserved.map((grid) => [grid.id, grid]));
  const shapeOf = new Map(reshaped.map((grid) => [grid.id, grid]));
  const gone = new Set(removed);
  const hasBuildings = reshaped.some(({ buildingHouseholds }) => (buildingHouseholds ?? 0) > 0);
  const sources = {
    BUILDINGS: render('householdsFromBuildings', {}, language),
    AREA: render('householdsByArea', {}, language),
    ENTERED: render('householdsEntered', {}, language),
  };
  const parentOf = (id: string): string | null =>
    said.get(id)?.parentId ?? baseOf.get(id)?.parentId ?? originParent(id);
  const originParent = (id: string): string | null => {
    const [first] = shapeOf.get(id)?.from ?? [];
    return first && first.id !== id ? parentOf(first.id) : null;
  };
  const compose = (id: string): ComposedGrid => {
    const was = baseOf.get(id);
    const about = said.get(id);
    const shape = shapeOf.get(id) ?? null;
    const named = reservedOf.get(id);
    const moved = shape?.isMoved ? shape : null;
    const isChanged = moved !== null || !was || isSaidOtherwise(about, was);
    const counted = householdsOf({ was, about, shape: moved, hasBuildings, baseOf, at: plan.updatedAt });
    return {
      id,
      code: was?.code ?? named?.code ?? '',
      name: about?.name ?? was?.name ?? named?.name ?? '',
      kind: about?.gridKind ?? was?.kind ?? 'BASIC',
      parentId: parentOf(id),
      boundary: shape?.boundary ?? was!.boundary,
      areaSquareMetres: shape?.areaSquareMetres ?? was!.areaSquareMetres,
      households: counted.households,
      householdsSource: counted.reckoned ? sources[counted.reckoned] : (was?.householdsSource ?? null),
      householdsAsOf: counted.asOf,
      reckoned: counted.reckoned,
      isNew: !was,
      isChanged,
      from: shape?.from ?? (was ? [{ id, areaSquareMetres: was.areaSquareMetres }] : []),
      borders: about?.borders !== undefined ? about.borders : was && !moved ? was.borders : null,
      shape,
    };
  };
  const ids = [
    ...base.map(({ id }) => id).filter((id) => !gone.has(id)),
    ...reshaped.map(({ id }) => id).filter((id) => !baseOf.has(id)),
  ];
  const grids = ids.map(compose).sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const parents = [...new Set([...grids, ...base].map(({ parentId }) => parentId))].filter(
    (id) => id !== null,
  );
  const named = await session.query<{ id: string; name: string }>(NAME_TERRITORIES, [parents]);
  return { plan, base, grids, removed, names: new Map(named.map(({ id, name }) => [id, name])) };
}

async function hasEdits(session: Session, planId: string): Promise<boolean> {
  const [row] = await session.query<{ any: boolean }>(
    'SELECT EXISTS (SELECT FROM boundary_plan_edit WHERE plan_id = $1 AND NOT is_undone) AS any',
    [planId],
  );
  return row!.any;
}

export function listBase(session: Session, planId: string): Promise<BaseGrid[]> {
  return session.query<BaseGrid>(LIST_BASE_GRIDS, [planId]);
}

function isSaidOtherwise(about: DescribeChange | undefined, was: BaseGrid): boolean {
  if (!about) return false;
  const { name, gridKind, parentId, households, borders } = about;
  return (
    (name !== undefined && name !== was.name) ||
    (gridKind !== undefined && gridKind !== was.kind) ||
    (parentId !== undefined && parentId !== was.parentId) ||
    (households != null && households !== was.households) ||
    (borders !== undefined && JSON.stringify(borders) !== JSON.stringify(was.borders))
  );
}

/**
 * A figure entered by hand; that of the base where the boundary is the base's; else the sum of the buildings inside; and
 * where no building has one, a share of what the base grids have, by area.
 */
function householdsOf({
  was,
  about,
  shape,
  hasBuildings,
  baseOf,
  at,
}: {
  was: BaseGrid | undefined;
  about: (DescribeChange & { countedAt?: string }) | undefined;
  shape: ReshapedGrid | null;
  hasBuildings: boolean;
  baseOf: ReadonlyMap<string, BaseGrid>;
  at: string;
}): { households: number | null; asOf: string | null; reckoned: HouseholdsReckoned | null } {
  if (about?.households !== undefined && about.households !== null)
    return { households: about.households, asOf: about.countedAt ?? at, reckoned: 'ENTERED' };
  if (!shape)
    return { households: was?.households ?? null, asOf: was?.householdsAsOf ?? null, reckoned: null };
  const isKnown = shape.from.some(({ id }) => baseOf.get(id)?.households != null);
  if (!isKnown) return { households: null, asOf: null, reckoned: null };
  if (hasBuildings) return { households: shape.buildingHouseholds ?? 0, asOf: at, reckoned: 'BUILDINGS' };
  const share = shape.from.reduce((sum, { id, areaSquareMetres }) => {
    const origin = baseOf.get(id);
    return sum + ((origin?.households ?? 0) * areaSquareMetres) / (origin?.areaSquareMetres || Infinity);
  }, 0);
  return { households: Math.round(share), asOf: at, reckoned: 'AREA' };
}
