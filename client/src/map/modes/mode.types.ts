import type { Tiling } from '@maplebridge/engine/topology/tiling';
import type { Applied, GridId, Refused, Step, TilingEdit } from '@maplebridge/engine/topology/tiling.types';
import type { Feature } from 'geojson';
import type { HintId, Trouble, WorkCard } from '../../state/studio-work-store.js';

/** Where the pointer is. */
export interface Pointer {
  at: Step;
  /** CSS pixels within the map. */
  point: { x: number; y: number };
  /** Alt is held: nothing snaps. */
  isFree: boolean;
  /** Shift, Ctrl or ⌘ is held: added to what is chosen. */
  isAdding: boolean;
}

/** What a step is to be called, in words of the catalogue `studio.did.<id>`. */
export type DeedId = 'move' | 'insert' | 'delete' | 'straighten' | 'street' | 'split' | 'merge' | 'carve';

/** What a mode may do to the plan and to the map. */
export interface ModeHost {
  readonly tiling: Tiling;
  readonly isEditable: boolean;
  gridAt(at: Step): GridId | null;
  selected(): readonly GridId[];
  select(ids: readonly GridId[]): void;
  /** Tries edits in place of those tried before; null takes them back. */
  preview(edits: readonly TilingEdit[] | null): Applied | Refused | null;
  /** Does them, and says why not where that is refused. Whether it was done. */
  commit(deed: DeedId, gridIds: readonly GridId[], edits: readonly TilingEdit[]): boolean;
  newId(): GridId;
  /** So many CSS pixels, in steps where the map stands. */
  toSteps(pixels: number): number;
  /** The nearest place on a drawn street within so many pixels; null: none. */
  snapToStreet(pointer: Pointer, pixels: number): Step | null;
  /** The way along the streets between two places, ends excluded; null: none, 'silent': the server does not answer. */
  findStreetPath(from: Step, to: Step): Promise<Step[] | null | 'silent'>;
  draw(features: Feature[]): void;
  hint(hint: HintId): void;
  card(card: WorkCard | null): void;
  /** Grids whose figures matter now. */
  weigh(gridIds: readonly GridId[]): void;
  trouble(trouble: Trouble | null): void;
  setDragging(isDragging: boolean): void;
  setCursor(cursor: string): void;
}

/** One way of working on the map, from the choice of its tool to that of another. */
export interface Mode {
  move?(pointer: Pointer): void;
  leave?(): void;
  /** Whether a drag begins; otherwise the map itself is moved. */
  press?(pointer: Pointer): boolean;
  drag?(pointer: Pointer): void;
  drop?(pointer: Pointer): void;
  click?(pointer: Pointer): void;
  doubleClick?(pointer: Pointer): void;
  confirm?(): void;
  /** Whether there was something to give up. */
  cancel?(): boolean;
  remove?(): void;
  change?(card: WorkCard): void;
  /** The tiling has changed under it: what is drawn must be drawn anew, what was tried is gone. */
  refresh?(): void;
  /** Other grids are chosen. */
  reselect?(): void;
}
