import type { TilingEdit } from '@maplebridge/engine/topology/tiling.types';

/** What is said of a grid, apart from where it lies. Left out: stays as it is. */
export interface Description {
  kind: 'describe';
  grid: string;
  name?: string;
  gridKind?: 'BASIC' | 'DEDICATED';
  parentId?: string;
  households?: number | null;
  borders?: { north: string; east: string; south: string; west: string } | null;
}

export type PlanChange = TilingEdit | Description;

/** One step of a plan's log: done and undone as one. */
export interface PlanBody {
  /** For people: "移动边界：第03网格、第04网格". */
  label: string;
  changes: readonly PlanChange[];
}

export const isDescription = (change: PlanChange): change is Description => change.kind === 'describe';

/** The part of a body that the tiling is asked to do. */
export function tilingEditsOf({ changes }: PlanBody): TilingEdit[] {
  return changes.filter((change): change is TilingEdit => !isDescription(change));
}
