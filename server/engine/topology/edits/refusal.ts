import type { GridId, RefusalReason, Step } from '../tiling.types.js';

/** Ends an edit where it cannot be done; `Tiling.apply` takes back what was done of it and says why. */
export class EditRefusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly at: Step | null = null,
    readonly grids: GridId[] = [],
  ) {
    super(reason);
  }
}
