import { PointSums } from '@maplebridge/engine/tally/point-sums';
import { measureShape } from '@maplebridge/engine/tally/measures';
import { overlay } from '@maplebridge/engine/topology/overlay/overlay';
import { Tiling } from '@maplebridge/engine/topology/tiling';
import type { Applied, Refused, TilingFault } from '@maplebridge/engine/topology/tiling.types';
import type { MultiPolygon } from 'geojson';
import { isDescribe, tilingEditsOf } from '../log/body.types.js';
import { boxOf, boxesMeet, type Box } from './boxes.js';
import { middleOf } from './middle.js';
import { Outlines } from './outlines.js';
import { union } from './union.js';
import type {
  AddedGrid,
  DissolvedUpper,
  EditOutcome,
  LoggedChanges,
  NamedBoundary,
  Origin,
  PlanShape,
  ReshapedGrid,
  UpperGroup,
} from './protocol.js';

/** Land smaller than this that an overlay finds in another grid is rounding, not an origin. */
const LEAST_SQUARE_METRES = 0.5;

/** For the label of a community or a town, whose border has thousands of vertices. */
const ROUGHLY = 0.05;

/** A plan's tiling at some place in its log. */
export class OpenPlan {
  private readonly tiling: Tiling;
  /** Boundaries before any edit, as the tiling writes them. */
  private readonly start: ReadonlyMap<string, MultiPolygon>;
  private readonly boxes: ReadonlyMap<string, Box>;
  /** Steps of the tiling's undo that each edit took: none for a mere description. */
  private readonly steps: (0 | 1)[] = [];
  private readonly touched: string[][] = [];
  private readonly written = new Map<string, MultiPolygon>();
  private readonly known = new Map<string, ReshapedGrid>();
  private shapeNow: PlanShape | null = null;
  private buildings: PointSums | null = null;

  constructor(base: readonly NamedBoundary[]) {
    this.tiling = Tiling.from(base);
    this.start = new Map(base.map(({ id }) => [id, this.tiling.boundary(id)]));
    this.boxes = new Map([...this.start].map(([id, boundary]) => [id, boxOf(boundary)]));
  }

  /** Takes back all edits but the first `count`. */
  keep(count: number): void {
    while (this.steps.length > count) {
      const touched = this.touched.pop()!;
      if (this.steps.pop() === 1) this.tiling.undo();
      this.forget(touched);
    }
  }

  edit({ id, changes }: LoggedChanges): EditOutcome {
    const edits = tilingEditsOf(changes);
    const done: Applied | Refused =
      edits.length > 0 ? this.tiling.applyAll(edits) : { ok: true, changed: [], added: [], removed: [] };
    if (!done.ok) return { ok: false, id, refusal: done };
    const missing = changes.filter(isDescribe).find(({ grid }) => !this.tiling.has(grid));
    if (missing) {
      if (edits.length > 0) this.tiling.undo();
      return {
        ok: false,
        id,
        refusal: { ok: false, reason: 'NO_SUCH_GRID', at: null, grids: [missing.grid] },
      };
    }
    this.steps.push(edits.length > 0 ? 1 : 0);
    const touched = [...done.changed, ...done.added, ...done.removed];
    this.touched.push(touched);
    this.forget(touched);
    return { ok: true, id, added: done.added.map((grid) => this.added(grid)) };
  }

  /** What differs from the base. */
  shape(buildings: PointSums | null): PlanShape {
    if (buildings !== this.buildings) {
      this.buildings = buildings;
      this.known.clear();
      this.shapeNow = null;
    }
    return (this.shapeNow ??= this.makeShape(buildings));
  }

  check(): TilingFault[] {
    return this.tiling.check();
  }

  /** Boundaries of groups of grids that have another outline than before. */
  dissolve(groups: readonly UpperGroup[]): DissolvedUpper[] {
    const touched = new Set(this.touched.flat());
    const outlines = new Outlines();
    const shapesOf = (
      ids: readonly string[],
      others: ReadonlySet<string>,
      boundaryOf: (id: string) => MultiPolygon,
    ) => ids.filter((id) => touched.has(id) || !others.has(id)).map(boundaryOf);
    return groups
      .filter(({ before, after }) =>
        outlines.isAnother(
          shapesOf(before, new Set(after), (id) => this.start.get(id)!),
          shapesOf(after, new Set(before), (id) => this.now(id)),
        ),
      )
      .map(({ id, after }) => {
        const boundary = union(after.map((grid) => this.now(grid)));
        return { id, boundary, middle: middleOf(boundary, ROUGHLY) };
      });
  }

  private makeShape(buildings: PointSums | null): PlanShape {
    const candidates = [...new Set(this.touched.flat())];
    const reshaped = candidates.filter(
      (id) => this.tiling.has(id) && !isSame(this.start.get(id), this.now(id)),
    );
    // What was worked out before stands for grids that no edit has touched since.
    const fresh = reshaped.filter((id) => !this.known.has(id)).map((id) => ({ id, boundary: this.now(id) }));
    const origins = this.originsOf(fresh);
    for (const { id, boundary } of fresh)
      this.known.set(id, this.measured(id, boundary, origins.get(id) ?? [], buildings));
    return {
      removed: candidates.filter((id) => this.start.has(id) && !this.tiling.has(id)),
      reshaped: reshaped.map((id) => this.known.get(id)!),
    };
  }

  private measured(
    id: string,
    boundary: MultiPolygon,
    from: Origin[],
    buildings: PointSums | null,
  ): ReshapedGrid {
    const { areaSquareMetres, compactness, parts } = measureShape(boundary);
    const was = this.start.get(id);
    const isOwn = was && from.every((origin) => origin.id === id);
    const difference = was ? Math.abs(measureShape(was).areaSquareMetres - areaSquareMetres) : Infinity;
    return {
      id,
      boundary,
      middle: middleOf(boundary),
      areaSquareMetres,
      compactness,
      parts,
      from,
      isMoved: !isOwn || difference >= LEAST_SQUARE_METRES,
      buildingHouseholds: buildings ? Math.round(buildings.sumIn(boundary)[0]!) : null,
    };
  }

  /** A boundary as it is now, written once. */
  private now(id: string): MultiPolygon {
    let boundary = this.written.get(id);
    if (!boundary) {
      boundary = this.tiling.boundary(id);
      this.written.set(id, boundary);
    }
    return boundary;
  }

  private forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.known.delete(id);
      this.written.delete(id);
    }
    this.shapeNow = null;
  }

  private added(id: string): AddedGrid {
    const boundary = this.tiling.boundary(id);
    return { id, middle: middleOf(boundary), from: this.originsOf([{ id, boundary }]).get(id) ?? [] };
  }

  /** Whose land of the base each of some grids holds. */
  private originsOf(grids: readonly NamedBoundary[]): Map<string, Origin[]> {
    const boxes = grids.map(({ boundary }) => boxOf(boundary));
    const near = [...this.boxes]
      .filter(([, box]) => boxes.some((other) => boxesMeet(box, other)))
      .map(([id]) => ({ id, boundary: this.start.get(id)! }));
    const origins = new Map<string, Map<string, number>>(grids.map(({ id }) => [id, new Map()]));
    for (const { a, b, areaSquareMetres } of overlay(near, grids)) {
      if (a === null || b === null) continue;
      const of = origins.get(b)!;
      of.set(a, (of.get(a) ?? 0) + areaSquareMetres);
    }
    return new Map(
      [...origins].map(([id, lands]) => [
        id,
        [...lands]
          .map(([base, areaSquareMetres]) => ({ id: base, areaSquareMetres }))
          .filter((origin) => origin.areaSquareMetres >= LEAST_SQUARE_METRES)
          .sort((x, y) => y.areaSquareMetres - x.areaSquareMetres || (x.id < y.id ? -1 : 1)),
      ]),
    );
  }
}

/** Written alike, vertex by vertex: a tiling writes one boundary one way. */
function isSame(a: MultiPolygon | undefined, b: MultiPolygon): boolean {
  return (
    a !== undefined &&
    a.coordinates.length === b.coordinates.length &&
    a.coordinates.every((part, p) => {
      const other = b.coordinates[p]!;
      return (
        part.length === other.length &&
        part.every((ring, r) => {
          const twin = other[r]!;
          return (
            ring.length === twin.length && ring.every(([x, y], i) => x === twin[i]![0] && y === twin[i]![1])
          );
        })
      );
    })
  );
}
