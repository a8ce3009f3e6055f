import { baseValue, type CoveringGoal, type CoveringInstance } from './covering-instance.js';

/**
 * The covering problem as a mixed-integer program, sparse by rows: maximise `offset + colCost · x` with each row's sum within
 * its bounds. Columns: one for each site (0 or 1), then shares of demand groups that are covered, covered twice, or served.
 */
export interface CoveringModel {
  readonly columnCount: number;
  readonly rowCount: number;
  readonly offset: number;
  readonly colCost: Float64Array;
  readonly colUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  /** Columns before this one are whole numbers. */
  readonly siteCount: number;
}

/** Writes the model. With a capacity it has a column for each pair of a site and a group that it covers. */
export function coveringModel(
  instance: CoveringInstance,
  { sites, backupShare = 0, capacity = Infinity }: CoveringGoal,
): CoveringModel {
  const { siteCount, demandCount, weights, baseCover, firstSite, siteOf, firstDemand } = instance;
  const model = new ModelWriter(siteCount);
  const sitesOf = (d: number): number[] => [...siteOf.subarray(firstSite[d], firstSite[d + 1])];
  model.addRow(
    Array.from({ length: siteCount }, (_, c) => [c, 1]),
    sites,
  );
  const served: [number, number][][] = Array.from({ length: siteCount }, () => []);
  for (let d = 0; d < demandCount; d++) {
    const weight = weights[d]!;
    const base = baseCover[d]!;
    const coverers = sitesOf(d).map((c): [number, number] => [c, -1]);
    const levels: [number, number][] = [];
    if (base === 0 && capacity === Infinity) levels.push([model.addColumn(weight, 1), 1]);
    if (base === 0 && capacity < Infinity) {
      const parts = sitesOf(d).map((c): [number, number] => {
        const column = model.addColumn(1, weight);
        served[c]!.push([column, 1]);
        return [column, 1];
      });
      model.addRow(parts, weight);
      // Covered at all, whoever serves it: backup comes on top of that.
      if (backupShare > 0) levels.push([model.addColumn(0, 1), 1]);
    }
    if (base < 2 && backupShare > 0) levels.push([model.addColumn(backupShare * weight, 1), 1]);
    if (levels.length === 0) continue;
    // Being covered once must not be passed over for being covered twice, where it counts for nothing by itself.
    if (base === 0 && capacity < Infinity)
      for (const [c] of coverers)
        model.addRow(
          [
            [c, 1],
            [levels[0]![0], -1],
          ],
          0,
        );
    model.addRow([...levels, ...coverers], 0);
  }
  if (capacity < Infinity)
    for (let c = 0; c < siteCount; c++)
      if (firstDemand[c + 1]! > firstDemand[c]!) model.addRow([...served[c]!, [c, -capacity]], 0);
  return model.finish(baseValue(instance, backupShare).value);
}

class ModelWriter {
  private readonly costs: number[];
  private readonly uppers: number[];
  private readonly rowUppers: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  constructor(private readonly siteCount: number) {
    this.costs = new Array<number>(siteCount).fill(0);
    this.uppers = new Array<number>(siteCount).fill(1);
  }

  /** @returns its number */
  addColumn(cost: number, upper: number): number {
    this.uppers.push(upper);
    return this.costs.push(cost) - 1;
  }

  /** A sum that is not above `upper`. */
  addRow(terms: readonly (readonly [column: number, value: number])[], upper: number): void {
    for (const [column, value] of terms) {
      this.indices.push(column);
      this.values.push(value);
    }
    this.starts.push(this.indices.length);
    this.rowUppers.push(upper);
  }

  finish(offset: number): CoveringModel {
    const rowCount = this.rowUppers.length;
    return {
      columnCount: this.costs.length,
      rowCount,
      offset,
      colCost: Float64Array.from(this.costs),
      colUpper: Float64Array.from(this.uppers),
      rowLower: new Float64Array(rowCount).fill(-Infinity),
      rowUpper: Float64Array.from(this.rowUppers),
      starts: Int32Array.from(this.starts),
      indices: Int32Array.from(this.indices),
      values: Float64Array.from(this.values),
      siteCount: this.siteCount,
    };
  }
}
