import { ABSENT, OUTSIDE, type Mesh } from '../mesh/mesh.js';
import type { Shape } from '../mesh/rings.js';
import type { GridId, Step } from '../tiling.types.js';
import { EditRefusal } from './refusal.js';

/** How many pieces each grid may be in after an edit, by label, where it is not one or as many as before. */
export type Pieces = ReadonlyMap<number, number>;

/** An edge of the outer border as it was at the start. */
export type OuterEdge = readonly [Step, Step];

const keyOf = (u: number, v: number) => (u < v ? `${u} ${v}` : `${v} ${u}`);

const MOST_X = 1.8e9;
const MOST_Y = 0.9e9;

/** The mesh of a tiling, the names of its labels, and what each covers. */
export class TilingState {
  private readonly labels = new Map<GridId, number>();
  private readonly ids: GridId[] = [''];
  /** By label; undefined for grids that are not there now. */
  readonly shapes: (Shape | undefined)[] = [];

  /** How often land that is no grid's lies between grids; no edit changes that. */
  holeCount = 0;
  private readonly givenEdges = new Map<string, OuterEdge>();

  constructor(readonly mesh: Mesh) {}

  /**
   * The edge of the outer border, as it came, that an outer edge is a piece of. New vertices are set on that one, so
   * that the outer border stays where it was, but for rounding, however often it is cut.
   */
  givenEdge(h: number): OuterEdge {
    const [u, v] = [this.mesh.origin[h]!, this.mesh.origin[h ^ 1]!];
    return this.givenEdges.get(keyOf(u, v)) ?? [this.step(u), this.step(v)];
  }

  /** Vertex numbers stay, so what is kept here holds before and after an undo. */
  keepGivenEdge(u: number, v: number, given: OuterEdge): void {
    this.givenEdges.set(keyOf(u, v), given);
  }

  isOuterEdge(h: number): boolean {
    return this.gridsBeside(h).includes(OUTSIDE);
  }

  /** Labels run from 1 to here. */
  get labelCount(): number {
    return this.ids.length - 1;
  }

  idOf(label: number): GridId {
    return this.ids[label]!;
  }

  /** Names of grids among labels, `OUTSIDE` left out, each once. */
  idsOf(labels: Iterable<number>): GridId[] {
    return [...new Set(labels)].filter((label) => label > OUTSIDE).map((label) => this.ids[label]!);
  }

  /** The label of a grid that is there now, or undefined. */
  findLabel(id: GridId): number | undefined {
    const label = this.labels.get(id);
    return label !== undefined && this.mesh.hasLabel(label) ? label : undefined;
  }

  requireLabel(id: GridId): number {
    const label = this.findLabel(id);
    if (label === undefined) throw new EditRefusal('NO_SUCH_GRID', null, [id]);
    return label;
  }

  /** The label for a name; a name keeps its label, for what is undone may be done again. */
  labelFor(id: GridId): number {
    const known = this.labels.get(id);
    if (known !== undefined) return known;
    this.labels.set(id, this.ids.length);
    this.ids.push(id);
    return this.ids.length - 1;
  }

  /** The label for a new grid, whose name must be free (or be among those that go). */
  labelForNew(id: GridId, going: readonly GridId[] = []): number {
    if (this.findLabel(id) !== undefined && !going.includes(id))
      throw new EditRefusal('ID_TAKEN', null, [id]);
    return this.labelFor(id);
  }

  step(vertex: number): Step {
    return [this.mesh.x[vertex]!, this.mesh.y[vertex]!];
  }

  requireVertex(at: Step): number {
    const vertex = this.mesh.findVertex(...requirePlace(at));
    if (vertex < 0) throw new EditRefusal('NO_SUCH_VERTEX', at);
    return vertex;
  }

  /** A vertex for a place where no border passes yet. */
  newVertex(at: Step): number {
    const [x, y] = requirePlace(at);
    const known = this.mesh.findVertex(x, y);
    if (known >= 0) throw new EditRefusal('WOULD_CROSS', at, this.gridsAt(known));
    return this.mesh.vertexAt(x, y);
  }

  /** Grids that meet at a vertex. */
  gridsAt(vertex: number): GridId[] {
    return this.idsOf(this.mesh.outOf(vertex).flatMap((h) => this.gridsBeside(h)));
  }

  /** The labels on both sides of a half-edge. */
  gridsBeside(h: number): [left: number, right: number] {
    return [this.mesh.label[h]!, this.mesh.label[h ^ 1]!];
  }

  /** Adds an edge where none may be. */
  addEdge(u: number, v: number, left: number, right: number): void {
    const known = this.mesh.find(u, v);
    if (known >= 0)
      throw new EditRefusal('TOO_FEW_VERTICES', this.step(u), this.idsOf(this.gridsBeside(known)));
    this.mesh.set(u, v, left, right);
  }

  removeEdge(h: number): void {
    this.mesh.set(this.mesh.origin[h]!, this.mesh.origin[h ^ 1]!, ABSENT, ABSENT);
  }

  /** Names another grid to the left of h. */
  relabel(h: number, label: number): void {
    this.mesh.set(this.mesh.origin[h]!, this.mesh.origin[h ^ 1]!, label, this.mesh.label[h ^ 1]!);
  }

  /** Replaces the edge of h by a chain of vertices from its start to its end. */
  subdivide(h: number, chain: readonly number[]): void {
    const [left, right] = this.gridsBeside(h);
    const given = this.isOuterEdge(h) ? this.givenEdge(h) : null;
    this.removeEdge(h);
    for (let i = 1; i < chain.length; i++) {
      this.addEdge(chain[i - 1]!, chain[i]!, left, right);
      if (given) this.keepGivenEdge(chain[i - 1]!, chain[i]!, given);
    }
  }

  refuseOuter(h: number): void {
    if (this.isOuterEdge(h))
      throw new EditRefusal('OUTER_BORDER', this.step(this.mesh.origin[h]!), this.idsOf(this.gridsBeside(h)));
  }
}

export function requirePlace(at: Step): Step {
  const [x, y] = at;
  if (Number.isInteger(x) && Number.isInteger(y) && Math.abs(x) <= MOST_X && Math.abs(y) <= MOST_Y) return at;
  throw new EditRefusal('NOT_A_PLACE', null);
}

/** A line without places repeated one after the other. */
export function requireLine(line: readonly Step[]): Step[] {
  return line.filter((at, i) => {
    requirePlace(at);
    return i === 0 || at[0] !== line[i - 1]![0] || at[1] !== line[i - 1]![1];
  });
}
