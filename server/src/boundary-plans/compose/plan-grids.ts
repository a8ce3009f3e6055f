import type { MultiPolygon, Polygon } from 'geojson';
import type { Context } from '../../context.js';
import { generateBorderWords } from '../../territory/border-words.js';
import type { PlanGrid } from '../boundary-plans.types.js';
import { composePlan, listBase, type ComposedGrid } from './compose-plan.js';
import { NAME_TERRITORIES } from './compose-plan.sql.js';
import type { WrittenBorders } from '../log/body.types.js';

/** The plan's grids, by code. */
export async function planGrids(context: Context, planId: string): Promise<PlanGrid[]> {
  const { grids, names } = await composePlan(context, planId);
  return grids.map((grid) => shown(grid, names));
}

/** One of the plan's grids with its borders in words, generated where nobody wrote them; or null. */
export async function planGrid(context: Context, planId: string, gridId: string): Promise<PlanGrid | null> {
  const { database, viewer, language } = context;
  const { grids, names } = await composePlan(context, planId);
  const grid = grids.find(({ id }) => id === gridId);
  if (!grid) return null;
  if (grid.borders) return shown(grid, names);
  const areas = grids.map(({ id, name, boundary }) => ({
    id,
    name,
    boundary: boundary as Polygon | MultiPolygon,
  }));
  const own = areas.find(({ id }) => id === gridId)!;
  const borders = await database.read(viewer, (session) =>
    generateBorderWords(session, own, areas, language),
  );
  return { ...shown(grid, names), borders };
}

/** The grids it is drawn on, by code. */
export function baseGrids({ database, viewer }: Context, planId: string): Promise<PlanGrid[]> {
  return database.read(viewer, async (session) => {
    const base = await listBase(session, planId);
    const parents = [...new Set(base.map(({ parentId }) => parentId))].filter((id) => id !== null);
    const named = await session.query<{ id: string; name: string }>(NAME_TERRITORIES, [parents]);
    const names = new Map(named.map(({ id, name }) => [id, name]));
    return base.map(({ borders, parentId, versionId: _, ...grid }) => ({
      ...grid,
      parentId,
      parentName: parentId === null ? null : (names.get(parentId) ?? null),
      isNew: false,
      isChanged: false,
      from: [grid.id],
      borders: words(borders),
    }));
  });
}

/** Grids that are new, differ from the base, or are gone. */
export async function countChanged(context: Context, planId: string): Promise<number> {
  const { grids, removed } = await composePlan(context, planId);
  return grids.filter(({ isChanged }) => isChanged).length + removed.length;
}

function shown(
  { reckoned: _r, shape: _s, borders, from, ...grid }: ComposedGrid,
  names: ReadonlyMap<string, string>,
): PlanGrid {
  return {
    ...grid,
    parentName: grid.parentId === null ? null : (names.get(grid.parentId) ?? null),
    from: from.map(({ id }) => id),
    borders: words(borders),
  };
}

const words = (written: WrittenBorders | null) =>
  written ? { ...written, isEdited: true } : { north: '', east: '', south: '', west: '', isEdited: false };
