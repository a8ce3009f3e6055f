import type { MultiPolygon } from 'geojson';
import { distanceMetres } from '../coordinates/geodesic.js';
import { STEPS_PER_DEGREE } from '../coordinates/round.js';
import { toMultiPolygon } from '../geometry/normalise.js';
import { buildState, type GivenGrid } from './build-tiling.js';
import { inspect } from './check-tiling.js';
import { applyEdit } from './edits/apply-edit.js';
import { findStretch } from './edits/edit-stretch.js';
import { EditRefusal } from './edits/refusal.js';
import type { TilingState } from './edits/tiling-state.js';
import { verifyChanges } from './edits/verify.js';
import { OUTSIDE } from './mesh/mesh.js';
import { shapeOf, toGeoJson, type Shape } from './mesh/rings.js';
import { describeVertex, findNearestBorder, findNearestVertex } from './picking.js';
import { repairTiling } from './repair/repair-tiling.js';
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

/** A start that is no tiling: what was given, and why. */
interface Broken {
  given: Map<GridId, MultiPolygon>;
  faults: TilingFault[];
}

interface Ground {
  state: TilingState;
  broken: Broken | null;
}

/** One step of history: changes of the mesh, and for a repair the grounds before and after it. */
interface HistoryStep {
  journal: number[];
  grounds: [before: Ground, after: Ground] | null;
}

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
    const { state, broken } = this.ground;
    if (broken) return [...broken.given.keys()].sort();
    const ids: GridId[] = [];
    for (let label = 1; label <= state.labelCount; label++)
      if (state.shapes[label]) ids.push(state.idOf(label));
    return ids.sort();
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
    const { mesh } = this.ground.state;
    const label = this.ground.state.findLabel(id);
    if (label === undefined || this.ground.broken) return [];
    const metres = new Map<number, number>();
    const position = (v: number) => [mesh.x[v]! / STEPS_PER_DEGREE, mesh.y[v]! / STEPS_PER_DEGREE];
    for (const h of mesh.inLabel(label).sort((a, b) => a - b)) {
      const other = mesh.label[h ^ 1]!;
      if (other === OUTSIDE) continue;
      const length = distanceMetres(position(mesh.origin[h]!), position(mesh.origin[h ^ 1]!));
      metres.set(other, (metres.get(other) ?? 0) + length);
    }
    return [...metres]
      .map(([other, length]) => ({ id: this.ground.state.idOf(other), metres: length }))
      .sort((a, b) => b.metres - a.metres || (a.id < b.id ? -1 : 1));
  }

  /** One edit, wholly or not at all. */
  apply(edit: TilingEdit): Applied | Refused {
    return this.applyAll([edit]);
  }

  /** Some edits as one step for `undo`, wholly or not at all: each finds what those before it made. */
  applyAll(edits: readonly TilingEdit[]): Applied | Refused {
    const before = this.ground;
    const journals: number[][] = [];
    const taken = new Map<number, Shape | undefined>();
    try {
      for (const edit of edits) {
        if (edit.kind === 'repair') {
          this.ground = this.repaired(edit.toleranceMetres, journals.length > 0 || this.done.length > 0);
          continue;
        }
        if (this.ground.broken) throw this.notATiling();
        const { state } = this.ground;
        state.mesh.journal = [];
        let shapes: ReadonlyMap<number, Shape | undefined>;
        try {
          const pieces = applyEdit(state, edit);
          shapes = verifyChanges(state, state.mesh.journal, pieces);
        } finally {
          journals.push(state.mesh.journal);
          state.mesh.journal = null;
        }
        for (const [label, shape] of shapes) {
          if (!taken.has(label)) taken.set(label, state.shapes[label]);
          state.shapes[label] = shape;
        }
      }
    } catch (refusal) {
      const { state } = this.ground;
      state.mesh.replay(journals.flat(), true);
      for (const [label, shape] of taken) state.shapes[label] = shape;
      this.ground = before;
      if (!(refusal instanceof EditRefusal)) throw refusal;
      const { reason, at, grids } = refusal;
      return { ok: false, reason, at, grids };
    }
    this.undone = [];
    this.done.push({
      journal: journals.flat(),
      grounds: before === this.ground ? null : [before, this.ground],
    });
    return before === this.ground ? this.applied(taken) : this.opened(before);
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

  private notATiling(): EditRefusal {
    const fault = this.ground.broken?.faults[0];
    return new EditRefusal('NOT_A_TILING', fault?.at ?? null, fault?.grids ?? []);
  }

  private repaired(toleranceMetres: number, isLate: boolean): Ground {
    const { broken } = this.ground;
    if (!broken) throw new EditRefusal('IS_A_TILING');
    if (isLate) throw this.notATiling();
    const given = [...broken.given].map(([id, boundary]) => ({ id, boundary }));
    const { grids } = repairTiling(given, toleranceMetres);
    const position = ([x, y]: Step) => [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE];
    const ground = openGround(
      grids.map(({ id, parts }) => ({
        id,
        boundary: {
          type: 'MultiPolygon',
          coordinates: parts.map((part) => part.map((ring) => ring.map(position))),
        },
      })),
    );
    const fault = ground.broken?.faults[0];
    if (fault) throw new EditRefusal('NOT_A_TILING', fault.at, fault.grids);
    return ground;
  }

  /** Runs a journal and looks anew at the grids it touches. */
  private replay(journal: readonly number[], backwards: boolean): Applied {
    const { state } = this.ground;
    state.mesh.replay(journal, backwards);
    const taken = new Map<number, Shape | undefined>();
    for (const label of touchedBy(journal)) {
      taken.set(label, state.shapes[label]);
      state.shapes[label] = state.mesh.hasLabel(label) ? shapeOf(state.mesh, label) : undefined;
    }
    return this.applied(taken);
  }

  private applied(taken: ReadonlyMap<number, Shape | undefined>): Applied {
    const { state } = this.ground;
    const applied: Applied = { ok: true, changed: [], added: [], removed: [] };
    for (const [label, before] of taken) {
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

  /** Another ground: all grids are other ones. */
  private opened(before: Ground): Applied {
    const after = this.ground;
    this.boundaries = new Map();
    const idsOf = (ground: Ground) => {
      this.ground = ground;
      return this.gridIds();
    };
    const [old, now] = [new Set(idsOf(before)), idsOf(after)];
    const stays = new Set(now);
    return {
      ok: true,
      changed: now.filter((id) => old.has(id)),
      added: now.filter((id) => !old.has(id)),
      removed: [...old].filter((id) => !stays.has(id)),
    };
  }
}

function openGround(grids: readonly GivenGrid[]): Ground {
  const { state, faults } = buildState(grids);
  if (faults.length === 0) return { state, broken: null };
  return {
    state,
    broken: { given: new Map(grids.map(({ id, boundary }) => [id, toMultiPolygon(boundary)])), faults },
  };
}

/** Labels of grids whose borders a journal changes. */
function touchedBy(journal: readonly number[]): Set<number> {
  const touched = new Set<number>();
  for (let i = 0; i < journal.length; i += 6) {
    for (const side of [2, 3]) {
      const [before, after] = [journal[i + side]!, journal[i + side + 2]!];
      if (before !== after) touched.add(before).add(after);
    }
  }
  for (const label of touched) if (label <= OUTSIDE) touched.delete(label);
  return touched;
}
