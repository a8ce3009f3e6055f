import { STEPS_PER_DEGREE } from '@maplebridge/engine/coordinates/round';
import { localMetres } from '@maplebridge/engine/roads/graph/local-metres';
import { eachPoint, type Located } from '@maplebridge/engine/roads/locate';
import {
  collectDemand,
  type Demand,
  type DemandPiece,
  type DemandPoint,
} from '@maplebridge/engine/reach/demand';
import type { Position } from 'geojson';
import { GridFinder } from '../../territory/grid-finder.js';
import { demandKinds, type WorldData } from './protocol.js';

/** Finds the number of the grid a place lies in; −1: in none. */
export type GridOf = (place: Position) => number;

export interface PlacedDemand {
  points: DemandPoint[];
  /** Points in the county with no street near enough. */
  unplaced: number;
  gridOf: GridOf;
  /** With the streets a traveller may use as what is to be covered. */
  on(isUsable: (segment: number) => boolean): Demand;
}

/** Streets are given to grids in steps no longer than this, each by its middle. */
const STEP_METRES = 40;

/** Puts households and risk points on their nearest streets, and streets into grids. Where no grid is known, all counts. */
export function placeDemand(
  { graph, leaves, points: { places, weights, kinds } }: WorldData,
  locate: (place: Position) => Located | null,
): PlacedDemand {
  const gridOf = gridFinder(leaves);
  const isInCounty = (grid: number) => grid >= 0 || leaves.length === 0;
  const points: DemandPoint[] = [];
  let unplaced = 0;
  for (let i = 0; i < weights.length; i++) {
    const place = [places[2 * i]!, places[2 * i + 1]!];
    const grid = gridOf(place);
    if (!isInCounty(grid)) continue;
    const found = locate(place);
    if (!found) unplaced++;
    else
      points.push({ segment: found.segment, share: found.share, weight: weights[i]!, grid, kind: kinds[i]! });
  }
  let pieces: DemandPiece[] | undefined;

  return {
    points,
    unplaced,
    gridOf,
    on(isUsable) {
      pieces ??= cutIntoGrids(graph, gridOf).filter(({ grid }) => isInCounty(grid));
      return collectDemand(
        { segmentCount: graph.segmentCount, gridCount: leaves.length, kindCount: demandKinds.length },
        points,
        pieces.filter(({ segment }) => isUsable(segment)),
      );
    },
  };
}

function gridFinder(leaves: WorldData['leaves']): GridOf {
  if (leaves.length === 0) return () => -1;
  const finder = new GridFinder(leaves);
  const { partition } = leaves[0]!;
  const numberOf = new Map(leaves.map(({ versionId }, number) => [versionId, number]));
  const now = Date.now();
  return (place) => {
    const leaf = finder.find(partition, place, now);
    return leaf ? numberOf.get(leaf.versionId)! : -1;
  };
}

function cutIntoGrids(graph: WorldData['graph'], gridOf: GridOf): DemandPiece[] {
  const pieces: DemandPiece[] = [];
  for (let segment = 0; segment < graph.segmentCount; segment++) {
    const middles: { at: [number, number]; metres: number }[] = [];
    let last: [number, number] | undefined;
    eachPoint(graph, segment, (x, y) => {
      if (last) middles.push(...stepsBetween(last, [x, y]));
      last = [x, y];
    });
    const length = middles.reduce((sum, { metres }) => sum + metres, 0);
    let gone = 0;
    for (const { at, metres } of middles) {
      const from = gone / length;
      gone += metres;
      const grid = gridOf(at);
      const piece = pieces.at(-1);
      if (piece?.segment === segment && piece.grid === grid)
        pieces[pieces.length - 1] = { ...piece, to: gone / length };
      else pieces.push({ segment, from, to: gone / length, grid });
    }
    // Rounding must not leave the last millimetre out.
    const piece = pieces.at(-1);
    if (piece?.segment === segment) pieces[pieces.length - 1] = { ...piece, to: 1 };
  }
  return pieces;
}

function stepsBetween(
  [x0, y0]: [number, number],
  [x1, y1]: [number, number],
): { at: [number, number]; metres: number }[] {
  const metres = localMetres(x0, y0, x1, y1);
  if (metres === 0) return [];
  const count = Math.ceil(metres / STEP_METRES);
  return Array.from({ length: count }, (_, i) => {
    const share = (i + 0.5) / count;
    return {
      at: [(x0 + share * (x1 - x0)) / STEPS_PER_DEGREE, (y0 + share * (y1 - y0)) / STEPS_PER_DEGREE],
      metres: metres / count,
    };
  });
}
