import { Tiling } from '@maplebridge/engine/topology/tiling';
import type { Applied, Refused, TilingEdit } from '@maplebridge/engine/topology/tiling.types';
import type { MultiPolygon, Polygon } from 'geojson';
import type { StudioGrid } from '../../../state/studio-store.js';
import { describeGrids } from './describe-grids.js';
import { isSameLand } from './is-same-land.js';
import { tilingEditsOf, type PlanBody } from './plan-body.js';

export interface BaseGrid extends StudioGrid {
  boundary: Polygon | MultiPolygon;
}

type Grids = ReadonlyMap<string, StudioGrid>;

/** A step in force: what is needed to go back before it. */
interface Done {
  key: string;
  former: Grids;
  hasTiling: boolean;
  /** Grids it touched, those it made and those it ended included. */
  touched: readonly string[];
}

export interface Codes {
  code: string;
  name: string;
}

const nothing: Applied = { ok: true, changed: [], added: [], removed: [] };

/**
 * The plan as this browser has it: the tiling, what is said of its grids, and which steps of the log are in force. Steps
 * are put on and taken off at the end only. A preview lies on top and is gone before anything else happens.
 */
export class PlanDocument {
  readonly tiling: Tiling;
  /** The grids it began on. */
  readonly base: ReadonlyMap<string, BaseGrid>;
  private current: Grids;
  private readonly done: Done[] = [];
  private readonly codes = new Map<string, Codes>();
  /** Grids that the preview touches; null: there is none. */
  private previewed: string[] | null = null;

  constructor(base: readonly BaseGrid[]) {
    this.tiling = Tiling.from(base);
    this.base = new Map(base.map((grid) => [grid.id, grid]));
    this.current = new Map(base.map(({ boundary: _, ...grid }) => [grid.id, grid]));
  }

  /** The steps in force, in order. */
  get keys(): string[] {
    return this.done.map(({ key }) => key);
  }

  /** What is said of each grid; those made here have no code until the server gives one. */
  get grids(): Grids {
    if (this.codes.size === 0) return this.current;
    const grids = new Map(this.current);
    for (const [id, { code, name }] of this.codes) {
      const grid = grids.get(id);
      if (grid && grid.code === '') grids.set(id, { ...grid, code, name: grid.name || name });
    }
    return grids;
  }

  /** Puts a step on; all of it or nothing. */
  apply(key: string, body: PlanBody): Applied | Refused {
    this.endPreview();
    const edits = tilingEditsOf(body);
    const applied = edits.length > 0 ? this.tiling.applyAll(edits) : nothing;
    if (!applied.ok) return applied;
    const former = this.current;
    this.current = describeGrids(former, body, applied, (id) => {
      const began = this.base.get(id);
      return !began || !isSameLand(began.boundary, this.tiling.boundary(id));
    });
    const described = body.changes.flatMap((change) => (change.kind === 'describe' ? [change.grid] : []));
    const touched = [...new Set([...applied.changed, ...applied.added, ...applied.removed, ...described])];
    this.done.push({ key, former, hasTiling: edits.length > 0, touched });
    return applied;
  }

  /** Takes steps off until only so many are left; which grids that touched. */
  goBackTo(length: number): string[] {
    const touched = new Set(this.endPreview());
    while (this.done.length > length) {
      const { former, hasTiling, touched: grids } = this.done.pop()!;
      if (hasTiling) this.tiling.undo();
      this.current = former;
      grids.forEach((id) => touched.add(id));
    }
    return [...touched];
  }

  /** Tries edits in place of the preview there was; what is refused leaves none. */
  preview(edits: readonly TilingEdit[]): { result: Applied | Refused; touched: string[] } {
    const touched = new Set(this.endPreview());
    const result = this.tiling.applyAll(edits);
    if (result.ok) {
      this.previewed = [...result.changed, ...result.added, ...result.removed];
      this.previewed.forEach((id) => touched.add(id));
    }
    return { result, touched: [...touched] };
  }

  /** Takes the preview back; which grids that touched. */
  endPreview(): string[] {
    const touched = this.previewed;
    if (!touched) return [];
    this.previewed = null;
    this.tiling.undo();
    return touched;
  }

  /** A step has the server's id now. */
  rename(key: string, id: string): void {
    const step = this.done.find((each) => each.key === key);
    if (step) step.key = id;
  }

  setCodes(gridId: string, codes: Codes): void {
    this.codes.set(gridId, codes);
  }
}
