import type { MultiPolygon } from 'geojson';
import type { GivenGrid } from './build-tiling.js';
import { inspect } from './check-tiling.js';
import { applyEdit } from './edits/apply-edit.js';
import { findStretch } from './edits/edit-stretch.js';
import { EditRefusal } from './edits/refusal.js';
import { touchedBy, verifyChanges } from './edits/verify.js';
import { listIds, notATiling, openGround, repairGround, type Ground } from './grounds.js';
import { shapeOf, toGeoJson, type Shape } from './mesh/rings.js';
import { findNeighbours } from './neighbours.js';
import { describeVertex, findNearestBorder, findNearestVertex } from './picking.js';
import type {
  Applied,
  BorderVertex,
  GridId,
  NearBorder,
  NearVertex,
  Neighbour,
  Refused,
  Step,
  TilingEdit,
  TilingFault,
} from './tiling.types.js';

/** One step of history: changes of the mesh, and for a repair the grounds before and after it. */
interface HistoryStep {
  journal: number[];
  grounds: [before: Ground, after: Ground] | null;
}

/** By label: what a grid covered before; undefined for one that was not there. */
type ShapesBefore = ReadonlyMap<number, Shape | undefined>;

/**
 * Grids that cover their land without gap or overlap, while people change them. Borders are kept once, for the grids on
 * both sides; every edit is checked where it changes something, done wholly or not at all, and can be undone.
 *
 * Coordinates are whole 1e-7° steps and all decisions exact, so the same edits give the same tiling everywhere, and
 * `boundary` the same numbers: rings start at their westernmost (then southernmost) vertex, parts and holes are in the
 * order of those, shells run counter-clockwise.
 */
export class Tiling {
  private readonly done: HistoryStep[] = [];
  private undone: HistoryStep[] = [];
  private boundaries = new Map<GridId, MultiPolygon>();

  private constructor(private ground: Ground) {}

  /**
   * The tiling that polygons in degrees make; ids must be unique. Vertices of one that lie on an edge of another, or
   * within a step of it, are noded. If gaps, overlaps or crossings remain the tiling still opens, as it was given, but
   * takes no edit but `repair`; `check` says what is wrong.
   *
   * @throws Error when an id comes twice
   */
  static from(grids: readonly GivenGrid[]): Tiling {
    return new Tiling(openGround(grids));
  }

  /** How many steps `undo` can take back. */
  get undoDepth(): number {
    return this.done.length;
  }

  get redoDepth(): number {
    return this.undone.length;
  }

  /** All grids in the order of their ids' code units. */
  gridIds(): GridId[] {
    return listIds(this.ground);
  }

  has(id: GridId): boolean {
    const { state, broken } = this.ground;
    return broken ? broken.given.has(id) : state.findLabel(id) !== undefined;
  }

  /**
   * What a grid covers, in degrees; the same object until the grid changes, so not to be changed.
   *
   * @throws Error for an id that is not there
   */
  boundary(id: GridId): MultiPolygon {
    const known = this.boundaries.get(id);
    if (known) return known;
    const { state, broken } = this.ground;
    const boundary = broken ? broken.given.get(id) : toGeoJson(state.mesh, this.requireShape(id));
    if (!boundary) throw new Error(`There is no grid ${id}.`);
    this.boundaries.set(id, boundary);
    return boundary;
  }

  /** Grids with which a grid shares a border, by the length of it, longest first. None where there is no tiling. */
  neighbours(id: GridId): Neighbour[] {
    if (this.ground.broken || !this.has(id)) return [];
    return findNeighbours(this.ground.state, this.requireShape(id));
  }

  /** One edit, wholly or not at all. */
  apply(edit: TilingEdit): Applied | Refused {
    return this.applyAll([edit]);
  }

  /** Some edits as one step for `undo`, wholly or not at all: each finds what those before it made. */
  applyAll(edits: readonly TilingEdit[]): Applied | Refused {
    const before = this.ground;
    const journals: number[][] = [];
    const shapesBefore = new Map<number, Shape | undefined>();
    try {
      for (const edit of edits) {
        if (edit.kind === 'repair') {
          if (before.broken && this.done.length > 0) throw notATiling(before);
          this.ground = repairGround(this.ground, edit.toleranceMetres);
        } else this.change(edit, journals, shapesBefore);
      }
    } catch (refusal) {
      const { state } = this.ground;
      state.mesh.replay(journals.flat(), true);
      for (const [label, shape] of shapesBefore) state.shapes[label] = shape;
      this.ground = before;
      if (!(refusal instanceof EditRefusal)) throw refusal;
      const { reason, at, grids } = refusal;
      return { ok: false, reason, at, grids };
    }
    this.undone = [];
    const isAnother = before !== this.ground;
    this.done.push({ journal: journals.flat(), grounds: isAnother ? [before, this.ground] : null });
    return isAnother ? this.opened(before) : this.applied(shapesBefore);
  }

  /** Takes the last step back; null if there is none. */
  undo(): Applied | null {
    const step = this.done.pop();
    if (!step) return null;
    this.undone.push(step);
    const applied = this.replay(step.journal, true);
    if (!step.grounds) return applied;
    const [before, after] = step.grounds;
    this.ground = before;
    return this.opened(after);
  }

  /** Does the last step taken back once more; null if there is none, or another edit has come since. */
  redo(): Applied | null {
    const step = this.undone.pop();
    if (!step) return null;
    this.done.push(step);
    if (!step.grounds) return this.replay(step.journal, false);
    const [before, after] = step.grounds;
    this.ground = after;
    this.replay(step.journal, false);
    return this.opened(before);
  }

  /** What keeps this from being a tiling, looked at from the ground up; nothing if it is one. */
  check(): TilingFault[] {
    const { state, broken } = this.ground;
    if (broken) return [...broken.faults];
    return inspect(state, (label) => state.shapes[label]?.parts.length ?? 0, state.holeCount).faults;
  }

  /** The vertex nearest to a place, for the mouse. */
  nearestVertex(at: Step, withinSteps: number): NearVertex | null {
    return this.ground.broken ? null : findNearestVertex(this.ground.state, at, withinSteps);
  }

  /** The border nearest to a place, for the mouse. */
  nearestBorder(at: Step, withinSteps: number): NearBorder | null {
    return this.ground.broken ? null : findNearestBorder(this.ground.state, at, withinSteps);
  }

  /** A grid's vertices along its rings, each once. */
  vertices(id: GridId): BorderVertex[] {
    if (this.ground.broken) return [];
    const rings = this.requireShape(id).parts.flat();
    const vertices = new Set(rings.flatMap((ring) => ring.vertices));
    return [...vertices].map((v) => describeVertex(this.ground.state, v));
  }

  /**
   * The vertices of the border from one to another by way of a third (or a place on an edge), ends included; null if
   * there is no such border without a node in between.
   */
  stretch(from: Step, to: Step, through: Step): Step[] | null {
    const { state, broken } = this.ground;
    if (broken) return null;
    try {
      return findStretch(state, from, through, to).map((v) => state.step(v));
    } catch (refusal) {
      if (refusal instanceof EditRefusal) return null;
      throw refusal;
    }
  }

  private requireShape(id: GridId): Shape {
    const label = this.ground.state.findLabel(id);
    const shape = label === undefined ? undefined : this.ground.state.shapes[label];
    if (!shape) throw new Error(`There is no grid ${id}.`);
    return shape;
  }

  /** Does one edit; its journal is added even where it fails half-way, to be taken back with the others. */
  private change(
    edit: Exclude<TilingEdit, { kind: 'repair' }>,
    journals: number[][],
    shapesBefore: Map<number, Shape | undefined>,
  ): void {
    if (this.ground.broken) throw notATiling(this.ground);
    const { state } = this.ground;
    const journal: number[] = [];
    journals.push(journal);
    state.mesh.journal = journal;
    try {
      const pieces = applyEdit(state, edit);
      for (const [label, shape] of verifyChanges(state, journal, pieces)) {
        if (!shapesBefore.has(label)) shapesBefore.set(label, state.shapes[label]);
        state.shapes[label] = shape;
      }
    } finally {
      state.mesh.journal = null;
    }
  }

  /** Runs a journal and looks anew at the grids it touches. */
  private replay(journal: readonly number[], backwards: boolean): Applied {
    const { state } = this.ground;
    state.mesh.replay(journal, backwards);
    const shapesBefore = new Map<number, Shape | undefined>();
    for (const label of touchedBy(journal)) {
      shapesBefore.set(label, state.shapes[label]);
      state.shapes[label] = state.mesh.hasLabel(label) ? shapeOf(state.mesh, label) : undefined;
    }
    return this.applied(shapesBefore);
  }

  private applied(shapesBefore: ShapesBefore): Applied {
    const { state } = this.ground;
    const applied: Applied = { ok: true, changed: [], added: [], removed: [] };
    for (const [label, before] of shapesBefore) {
      const id = state.idOf(label);
      const now = state.shapes[label];
      this.boundaries.delete(id);
      if (before && now) applied.changed.push(id);
      else if (now) applied.added.push(id);
      else if (before) applied.removed.push(id);
    }
    for (const ids of [applied.changed, applied.added, applied.removed]) ids.sort();
    return applied;
  }

  /** On another ground all grids are other ones. */
  private opened(before: Ground): Applied {
    this.boundaries = new Map();
    const [old, now] = [new Set(listIds(before)), new Set(listIds(this.ground))];
    return {
      ok: true,
      changed: [...now].filter((id) => old.has(id)),
      added: [...now].filter((id) => !old.has(id)),
      removed: [...old].filter((id) => !now.has(id)),
    };
  }
}
