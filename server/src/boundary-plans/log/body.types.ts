import type { TilingEdit } from '@maplebridge/engine/topology/tiling.types';
import type { GridKind } from '../../database/prisma/enums.js';

export interface WrittenBorders {
  north: string;
  east: string;
  south: string;
  west: string;
}

/** What is said about a grid besides its boundary; absent: as before, null: taken back. */
export interface DescribeChange {
  kind: 'describe';
  grid: string;
  name?: string;
  gridKind?: GridKind;
  parentId?: string;
  households?: number | null;
  borders?: WrittenBorders | null;
}

export type PlanChange = TilingEdit | DescribeChange;

/** What one edit of a plan's log does: one step of undo. */
export interface PlanEditBody {
  label: string;
  changes: PlanChange[];
}

export const isDescribe = (change: PlanChange): change is DescribeChange => change.kind === 'describe';

export const tilingEditsOf = (changes: readonly PlanChange[]): TilingEdit[] =>
  changes.filter((change): change is TilingEdit => !isDescribe(change));
