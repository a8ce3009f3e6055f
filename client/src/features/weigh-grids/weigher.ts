import { measureShape } from '@maplebridge/engine/tally/measures';
import { PointSums } from '@maplebridge/engine/tally/point-sums';
import { balanceOf, workloadsOf, type WorkloadWeights } from '@maplebridge/engine/tally/workload';
import type { MultiPolygon, Polygon } from 'geojson';

type Shape = Polygon | MultiPolygon;

/** What a grid holds and how it is shaped. */
export interface GridWeight {
  households: number;
  /** Share of its households that a unit reaches in three minutes; null: not known of any. */
  coverShare: number | null;
  incidents: number;
  riskPoints: number;
  areaSquareMetres: number;
  /** Polsby–Popper. */
  compactness: number;
  parts: number;
}

export interface PlanBalance {
  grids: number;
  /** Of the workload, as a share of the mean. */
  largestDeviation: number;
  coefficientOfVariation: number;
  meanCompactness: number;
  /** Basic grids with fewer or more households than the norm. */
  outOfSize: number;
}

export interface Points {
  /** x, y, households, covered (1, 0, −1 not known) … in steps. */
  households: readonly number[];
  /** x, y … */
  incidents: readonly number[];
  /** x, y, level … */
  riskPoints: readonly number[];
}

/** Weighs shapes by the points they hold: quick enough for those that a drag touches. */
export class Weigher {
  private readonly households: PointSums;
  private readonly incidents: PointSums;
  private readonly riskPoints: PointSums;

  constructor({ households, incidents, riskPoints }: Points) {
    const weighted: number[] = [];
    for (let i = 0; i + 3 < households.length; i += 4) {
      const [x, y, count, covered] = households.slice(i, i + 4) as [number, number, number, number];
      weighted.push(x, y, count, covered === 1 ? count : 0, covered < 0 ? 0 : count);
    }
    this.households = new PointSums(weighted, 3);
    this.incidents = new PointSums(incidents, 0);
    // The level is no weight: each counts one.
    this.riskPoints = new PointSums(
      riskPoints.filter((_, i) => i % 3 < 2),
      0,
    );
  }

  weigh(shape: Shape): GridWeight {
    const [households, covered, known] = this.households.sumIn(shape) as unknown as [number, number, number];
    const { areaSquareMetres, compactness, parts } = measureShape(shape);
    return {
      households,
      coverShare: known > 0 ? covered / known : null,
      incidents: this.incidents.sumIn(shape)[0]!,
      riskPoints: this.riskPoints.sumIn(shape)[0]!,
      areaSquareMetres,
      compactness,
      parts,
    };
  }
}

/** How even all grids of a plan are, and each one's workload as a multiple of the mean. */
export function balance(
  weights: ReadonlyMap<string, GridWeight>,
  norms: { weights: WorkloadWeights; low: number; high: number },
  isBasic: (id: string) => boolean,
): { balance: PlanBalance; workloads: ReadonlyMap<string, number> } {
  const all = [...weights.values()];
  const workloads = workloadsOf(all, norms.weights);
  const { largestDeviation, coefficientOfVariation } = balanceOf(workloads);
  const outOfSize = [...weights].filter(
    ([id, { households }]) => isBasic(id) && (households < norms.low || households > norms.high),
  ).length;
  const meanCompactness =
    all.reduce((sum, { compactness }) => sum + compactness, 0) / Math.max(1, all.length);
  return {
    balance: { grids: all.length, largestDeviation, coefficientOfVariation, meanCompactness, outOfSize },
    workloads: new Map([...weights.keys()].map((id, i) => [id, workloads[i]!])),
  };
}
