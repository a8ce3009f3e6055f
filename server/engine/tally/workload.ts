/** What a grid's people have to do with, as counts. */
export interface GridLoad {
  households: number;
  incidents: number;
  riskPoints: number;
}

export interface WorkloadWeights {
  households: number;
  incidents: number;
  riskPoints: number;
}

/**
 * Each grid's share of the work as a multiple of the average grid's: 1 is average. Each kind of work is first put in
 * relation to its own mean, so that weights mean the same in a small county and in a large one. A kind that nowhere
 * occurs is left out.
 */
export function workloadsOf(loads: readonly GridLoad[], weights: WorkloadWeights): number[] {
  const kinds = (['households', 'incidents', 'riskPoints'] as const)
    .map((kind) => ({
      kind,
      weight: weights[kind],
      mean: loads.reduce((sum, load) => sum + load[kind], 0) / loads.length,
    }))
    .filter(({ weight, mean }) => weight > 0 && mean > 0);
  const total = kinds.reduce((sum, { weight }) => sum + weight, 0);
  return loads.map((load) =>
    total === 0
      ? 0
      : kinds.reduce((sum, { kind, weight, mean }) => sum + (weight * load[kind]) / mean, 0) / total,
  );
}

export interface Balance {
  mean: number;
  /** The farthest from the mean, as a share of it: 0.25 is a quarter above or below. */
  largestDeviation: number;
  /** Standard deviation by the mean. */
  coefficientOfVariation: number;
}

/** How even a list of figures is; all zero for none or only zeros. */
export function balanceOf(values: readonly number[]): Balance {
  const mean = values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  if (mean === 0) return { mean: 0, largestDeviation: 0, coefficientOfVariation: 0 };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return {
    mean,
    largestDeviation: Math.max(...values.map((value) => Math.abs(value - mean))) / mean,
    coefficientOfVariation: Math.sqrt(variance) / mean,
  };
}
