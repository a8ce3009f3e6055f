import type { CoverGridsQuery } from '../../graphql/generated/travel/graphql.js';

type GridReach = CoverGridsQuery['coverBoard']['tiers'][number]['grids'][number];

/** A grid whose cover differs between two boards; shares of its households, or of its streets where none are known. */
export interface GridDifference {
  grid: GridReach['grid'];
  before: number;
  after: number;
}

/** Differences that print as nothing are none. */
const leastDifference = 0.0005;

const getCovered = ({ shareOfHouseholds, shareOfRoad }: GridReach): number =>
  shareOfHouseholds ?? shareOfRoad;

/** The grids that gain or lose, the largest loss or gain first. A grid that only one of the boards knows is left out. */
export function compareGrids(before: readonly GridReach[], after: readonly GridReach[]): GridDifference[] {
  const former = new Map(before.map((each) => [each.grid.id, each]));
  return after
    .flatMap((each) => {
      const other = former.get(each.grid.id);
      return other ? [{ grid: each.grid, before: getCovered(other), after: getCovered(each) }] : [];
    })
    .filter((each) => Math.abs(each.after - each.before) >= leastDifference)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}
