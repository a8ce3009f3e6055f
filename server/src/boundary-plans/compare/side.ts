import type { Geometry } from 'geojson';
import type { Context } from '../../context.js';
import { requireCounty } from '../../county/county.service.js';
import type { GridKind, StaffRole, TerritoryPartition } from '../../database/prisma/enums.js';
import { composePlan, type ComposedPlan } from '../compose-plan.js';
import { NAME_TERRITORIES } from '../compose-plan.sql.js';
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

/** @param planId null: the boundaries in force of the partition */
export async function openSide(
  context: Context,
  planId: string | null,
  partition: TerritoryPartition,
): Promise<Side> {
  const plan = planId === null ? null : await composePlan(context, planId);
  const own = plan?.plan.partition ?? partition;
  const grids: Bare[] = plan?.grids ?? (await listInForce(context, own));
  const { names, staff } = await lookUp(context, grids, plan);
  return {
    partition: own,
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

async function lookUp({ database, viewer }: Context, grids: Bare[], plan: ComposedPlan | null) {
  const parents = [...new Set(grids.map(({ parentId }) => parentId))].filter((id) => id !== null);
  const ids = [...grids.map(({ id }) => id), ...(plan?.removed ?? [])];
  const { named, counts } = await database.read(viewer, async (session) => ({
    named: await session.query<{ id: string; name: string }>(NAME_TERRITORIES, [parents]),
    counts: await session.query<{ id: string; role: StaffRole; count: number }>(LIST_STAFF, [ids]),
  }));
  const staff = new Map<string, Partial<Record<StaffRole, number>>>();
  for (const { id, role, count } of counts) staff.set(id, { ...staff.get(id), [role]: count });
  // As publishing will hand it on: a grid taken in whole brings its staff along.
  if (plan) {
    const gone = new Set(plan.removed);
    for (const { child, parent, shareOfParent } of descentOf(plan))
      if (shareOfParent >= WHOLE && gone.has(parent))
        for (const [role, count] of Object.entries(staff.get(parent) ?? {})) {
          const of = staff.get(child) ?? {};
          staff.set(child, { ...of, [role]: (of[role as StaffRole] ?? 0) + count });
        }
  }
  return { names: new Map(named.map(({ id, name }) => [id, name])), staff };
}
