import type { Geometry } from 'geojson';
import type { Context } from '../../context.js';
import { requireCounty } from '../../county/county.service.js';
import type { GridKind, StaffRole, TerritoryPartition } from '../../database/prisma/enums.js';
import type { ComposedPlan } from '../compose/compose-plan.js';
import { NAME_TERRITORIES } from '../compose/compose-plan.sql.js';
import { descentOf, WHOLE } from '../publish/descent.js';
import { LIST_LEAVES, LIST_STAFF } from './compare.sql.js';

/** One side of a comparison: the grids of a plan, or those in force. */
export interface Side {
  partition: TerritoryPartition;
  grids: SideGrid[];
}

export interface SideGrid {
  id: string;
  code: string;
  name: string;
  kind: GridKind;
  parentId: string | null;
  parentName: string | null;
  boundary: Geometry;
  households: number | null;
  staff: Partial<Record<StaffRole, number>>;
}

type Bare = Omit<SideGrid, 'parentName' | 'staff'>;

type Staff = Map<string, Partial<Record<StaffRole, number>>>;

/** The grids of a plan. What is only planned has the staff that publishing will hand it on. */
export async function openPlanSide(context: Context, composed: ComposedPlan): Promise<Side> {
  const { plan, grids, removed } = composed;
  const at = isPublished(composed) ? plan.effectiveAt : null;
  const staff = await staffOf(context, [...grids.map(({ id }) => id), ...removed], at);
  if (at === null) handOn(staff, composed);
  return sideOf(context, plan.partition, grids, staff);
}

/**
 * What a plan is compared with when nothing else is named: the boundaries in force, or, once it is published, those it
 * replaced.
 */
export async function openOtherSide(
  context: Context,
  composed: ComposedPlan | null,
  partition: TerritoryPartition,
): Promise<Side> {
  if (composed && isPublished(composed)) return openBaseSide(context, composed);
  const grids = await listInForce(context, partition);
  return sideOf(
    context,
    partition,
    grids,
    await staffOf(
      context,
      grids.map(({ id }) => id),
      null,
    ),
  );
}

/** The grids that a plan was drawn on, with their staff now or, once it is published, before it took effect. */
export async function openBaseSide(context: Context, composed: ComposedPlan): Promise<Side> {
  const { plan, base } = composed;
  const before = isPublished(composed) ? new Date(Date.parse(plan.effectiveAt!) - 1).toISOString() : null;
  const staff = await staffOf(
    context,
    base.map(({ id }) => id),
    before,
  );
  return sideOf(context, plan.partition, base, staff);
}

const isPublished = ({ plan }: ComposedPlan) => plan.state === 'PUBLISHED' || plan.state === 'HISTORY';

async function sideOf(
  { database, viewer }: Context,
  partition: TerritoryPartition,
  grids: readonly Bare[],
  staff: Staff,
): Promise<Side> {
  const parents = [...new Set(grids.map(({ parentId }) => parentId))].filter((id) => id !== null);
  const named = await database.read(viewer, (session) =>
    session.query<{ id: string; name: string }>(NAME_TERRITORIES, [parents]),
  );
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return {
    partition,
    grids: grids.map(({ id, code, name, kind, parentId, boundary, households }) => ({
      id,
      code,
      name,
      kind,
      parentId,
      parentName: parentId === null ? null : (names.get(parentId) ?? null),
      boundary,
      households,
      staff: staff.get(id) ?? {},
    })),
  };
}

function listInForce({ database, viewer }: Context, partition: TerritoryPartition): Promise<Bare[]> {
  return database.read(viewer, async (session) => {
    const county = await requireCounty(session);
    return session.query<Bare>(LIST_LEAVES, [partition, county.id]);
  });
}

/** @param at null: now */
async function staffOf(
  { database, viewer }: Context,
  ids: readonly string[],
  at: string | null,
): Promise<Staff> {
  const counts = await database.read(viewer, (session) =>
    session.query<{ id: string; role: StaffRole; count: number }>(LIST_STAFF, [ids, at]),
  );
  const staff: Staff = new Map();
  for (const { id, role, count } of counts) staff.set(id, { ...staff.get(id), [role]: count });
  return staff;
}

/** As publishing will: a grid taken in whole brings its staff along. */
function handOn(staff: Staff, composed: ComposedPlan): void {
  const gone = new Set(composed.removed);
  for (const { child, parent, shareOfParent } of descentOf(composed))
    if (shareOfParent >= WHOLE && gone.has(parent))
      for (const [role, count] of Object.entries(staff.get(parent) ?? {})) {
        const of = staff.get(child) ?? {};
        staff.set(child, { ...of, [role]: (of[role as StaffRole] ?? 0) + count });
      }
}
