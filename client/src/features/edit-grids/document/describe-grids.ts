import type { Applied, TilingEdit } from '@maplebridge/engine/topology/tiling.types';
import type { StudioGrid } from '../../../state/studio-store.js';
import { isDescription, tilingEditsOf, type Description, type PlanBody } from './plan-body.js';

type Grids = ReadonlyMap<string, StudioGrid>;

/**
 * What is said of the grids after a step: those it ended are gone, those it made take after the grid they were cut from.
 * `isMoved` tells whether a grid whose border changed has other land than it began with.
 */
export function describeGrids(
  grids: Grids,
  body: PlanBody,
  { changed, added, removed }: Applied,
  isMoved: (id: string) => boolean,
): Grids {
  const next = new Map(grids);
  for (const id of added) next.set(id, makeGrid(id, grids, body, [...changed, ...removed]));
  for (const id of removed) next.delete(id);
  for (const id of changed) {
    const grid = next.get(id);
    if (grid && !grid.isChanged && !grid.isNew && isMoved(id)) next.set(id, { ...grid, isChanged: true });
  }
  for (const change of body.changes.filter(isDescription)) {
    const grid = next.get(change.grid);
    if (grid) next.set(change.grid, describe(grid, change, grids));
  }
  return next;
}

function describe(
  grid: StudioGrid,
  { name, gridKind, parentId, households }: Description,
  grids: Grids,
): StudioGrid {
  const sibling = parentId && [...grids.values()].find((each) => each.parentId === parentId);
  return {
    ...grid,
    ...(name !== undefined && { name }),
    ...(gridKind !== undefined && { kind: gridKind }),
    ...(parentId !== undefined && { parentId, parentName: sibling ? sibling.parentName : null }),
    ...(households !== undefined && { households, householdsSource: null, householdsAsOf: null }),
    isChanged: true,
  };
}

function makeGrid(id: string, grids: Grids, body: PlanBody, touched: readonly string[]): StudioGrid {
  const origins = [...tilingEditsOf(body).flatMap((edit) => originsOf(edit, id)), ...touched];
  const from = origins.map((each) => grids.get(each)).find((grid) => grid !== undefined);
  return {
    id,
    code: '',
    name: '',
    kind: from?.kind ?? 'BASIC',
    parentId: from?.parentId ?? null,
    parentName: from?.parentName ?? null,
    households: null,
    householdsSource: null,
    householdsAsOf: null,
    isNew: true,
    isChanged: false,
  };
}

/** The grids that one was made from, the one it takes after first. */
function originsOf(change: TilingEdit, id: string): readonly string[] {
  switch (change.kind) {
    case 'split':
      return change.into.includes(id) ? [change.grid] : [];
    case 'merge':
      return change.into === id ? change.grids : [];
    case 'carve':
      return change.into === id ? (change.from ?? []) : [];
    case 'replace':
      return change.add.some((grid) => grid.id === id) ? change.remove : [];
    default:
      return [];
  }
}
