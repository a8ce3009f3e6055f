import type { CoveringModel } from '@maplebridge/engine/siting/covering-model';
import highsModule, { type Highs, type ModelData } from 'highs';

// Its types take it for CommonJS; imported, the default is the loader itself.
const loadHighs = highsModule as unknown as () => Promise<Highs>;

export interface ModelSolution {
  /** Chosen columns among the first `siteCount`; null when none was found. */
  readonly sites: number[] | null;
  /** Worth of that choice. */
  readonly value: number;
  /** No choice is worth more. */
  readonly bound: number;
  readonly isOptimal: boolean;
}

export interface SolveOptions {
  readonly timeLimitSeconds: number;
  /** Nearer than this, bound and worth are the same. */
  readonly gap: number;
  /** A choice to start from. */
  readonly start?: readonly number[];
  readonly onBound?: (bound: number) => void;
}

/** Solves a covering model with HiGHS (WebAssembly); blocks the thread until it is solved or time is over. */
export async function solveModel(
  model: CoveringModel,
  { timeLimitSeconds, gap, start, onBound }: SolveOptions,
): Promise<ModelSolution> {
  const highs = await loadHighs();
  const { callbackType, modelStatus } = highs.constants;
  return highs.withModel(modelData(model, highs.constants), (solver): ModelSolution => {
    solver.options.set({
      output_flag: false,
      time_limit: timeLimitSeconds,
      mip_rel_gap: 0,
      mip_abs_gap: gap,
    });
    if (start) {
      const chosen = new Set(start);
      const indices = Int32Array.from({ length: model.siteCount }, (_, c) => c);
      solver.setSolution({ indices, values: Float64Array.from(indices, (c) => (chosen.has(c) ? 1 : 0)) });
    }
    solver.run({
      [callbackType.mipLogging]: ({ data }) => {
        if (data.mip_dual_bound !== undefined) onBound?.(data.mip_dual_bound);
      },
    });
    const isOptimal = solver.getModelStatus() === modelStatus.optimal;
    const bound = Number(solver.info.get('mip_dual_bound'));
    // 2: HiGHS has a feasible point.
    if (Number(solver.info.get('primal_solution_status')) !== 2)
      return { sites: null, value: -Infinity, bound, isOptimal: false };
    const { colValue } = solver.getSolution();
    return {
      sites: [...colValue.subarray(0, model.siteCount).keys()].filter((c) => colValue[c]! > 0.5),
      value: solver.getObjectiveValue(),
      bound,
      isOptimal,
    };
  });
}

function modelData(model: CoveringModel, constants: Highs['constants']): ModelData {
  const { columnCount: numCols, rowCount: numRows, siteCount, starts, indices, values } = model;
  const { continuous, integer } = constants.variableType;
  return {
    numCols,
    numRows,
    sense: constants.objectiveSense.maximize,
    offset: model.offset,
    colCost: model.colCost,
    colLower: new Float64Array(numCols),
    colUpper: model.colUpper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
    integrality: Int32Array.from({ length: numCols }, (_, c) => (c < siteCount ? integer : continuous)),
  };
}
