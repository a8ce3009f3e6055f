import type { MultiPolygon, Polygon } from 'geojson';
import type { GridWeight, Weigher } from './weigher.js';

type Shape = Polygon | MultiPolygon;

/** Grids weighed between two looks at the page. */
const gridsAtOnce = 60;

/** The weights of all grids of a plan, as it began and as it is; of the latter only what was touched is weighed anew. */
export class WeightTracker {
  readonly before = new Map<string, GridWeight>();
  readonly now = new Map<string, GridWeight>();

  constructor(
    private readonly weigher: Weigher,
    private readonly base: ReadonlyMap<string, { boundary: Shape }>,
  ) {}

  /** Weighs all grids as the plan began; yields every so often. Returns early once `isStopped`. */
  async weighBase(isStopped: () => boolean): Promise<void> {
    let number = 0;
    for (const [id, { boundary }] of this.base) {
      if (++number % gridsAtOnce === 0) await new Promise((resolve) => setTimeout(resolve));
      if (isStopped()) return;
      const weight = this.weigher.weigh(boundary);
      this.before.set(id, weight);
      this.now.set(id, weight);
    }
  }

  /** Weighs some grids as they are now; those without a boundary are gone. */
  weigh(ids: Iterable<string>, boundaryOf: (id: string) => Shape | null): void {
    for (const id of ids) {
      const shape = boundaryOf(id);
      if (shape) this.now.set(id, this.weigher.weigh(shape));
      else this.now.delete(id);
    }
  }
}
