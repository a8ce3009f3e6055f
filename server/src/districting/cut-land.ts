import { STEPS_PER_DEGREE } from '@maplebridge/engine/coordinates/round';
import type { PointSums } from '@maplebridge/engine/tally/point-sums';
import {
  streetBlocks,
  type Block,
  type CuttingLine,
  type StreetBlocks,
} from '@maplebridge/engine/topology/blocks/street-blocks';
import { unite } from '@maplebridge/engine/topology/blocks/unite';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { latticeIn } from './lattice.js';
import type { OldGrid, WeightShares } from './protocol.js';

/** What a block holds. */
export interface Holding {
  households: number;
  incidents: number;
  streetMetres: number;
  areaSquareMetres: number;
}

/** Land within borders that stay, in blocks that are put together. */
export interface Region {
  grids: OldGrid[];
  /** Without the lines between its grids. */
  land: MultiPolygon;
  blocks: StreetBlocks;
  holdings: Holding[];
}

export interface Points {
  households: PointSums;
  incidents: PointSums;
}

const MAX_CELLS = 400;

/**
 * Cuts regions into street blocks. Where no streets cut, and a block holds more than grids of both extremes differ by, a lattice of
 * square cells cuts it further.
 */
export function cutRegions(
  grids: readonly OldGrid[],
  lines: readonly CuttingLine[],
  points: Points,
  { districts, tolerance, shares }: { districts: number; tolerance: number; shares: WeightShares },
): Region[] {
  const byRegion = new Map<string, OldGrid[]>();
  for (const grid of grids) byRegion.set(grid.region, [...(byRegion.get(grid.region) ?? []), grid]);
  const regions = [...byRegion.values()].map((own) => {
    const land = landOf(own);
    return regionOf(own, land, streetBlocks(lines, land), points);
  });
  const totals = totalsOf(regions);
  const limit = Math.max(0.05, 2 * tolerance) / districts;
  return regions.map((region) => {
    const heavy = region.blocks.blocks.flatMap((block, i) => {
      const weight = weigh(region.holdings[i]!, shares, totals);
      const cells = Math.min(MAX_CELLS, Math.ceil((4 * weight) / limit));
      return weight > limit ? [{ boundary: block.boundary, area: block.areaSquareMetres, cells }] : [];
    });
    if (heavy.length === 0) return region;
    const cells = heavy.flatMap(({ boundary, area, cells }) => latticeIn(boundary, area / cells));
    return regionOf(region.grids, region.land, streetBlocks([...lines, ...cells], region.land), points);
  });
}

/** Weight of a holding, in shares of the whole: those of all holdings add up to 1. */
export function weigh(holding: Holding, shares: WeightShares, totals: Holding): number {
  const part = (name: keyof Holding) =>
    totals[name] > 0 ? (shares[name] * holding[name]) / totals[name] : 0;
  return part('households') + part('incidents') + part('streetMetres') + part('areaSquareMetres');
}

export function totalsOf(regions: readonly Region[]): Holding {
  return addUp(regions.flatMap(({ holdings }) => holdings));
}

export function addUp(holdings: readonly Holding[]): Holding {
  const total: Holding = { households: 0, incidents: 0, streetMetres: 0, areaSquareMetres: 0 };
  for (const holding of holdings)
    for (const name of Object.keys(total) as (keyof Holding)[]) total[name] += holding[name];
  return total;
}

function regionOf(grids: OldGrid[], land: MultiPolygon, blocks: StreetBlocks, points: Points): Region {
  return { grids, land, blocks, holdings: blocks.blocks.map((block) => holdingOf(block, points)) };
}

function holdingOf({ boundary, streetMetres, areaSquareMetres }: Block, points: Points): Holding {
  return {
    households: points.households.sumIn(boundary)[0]!,
    incidents: points.incidents.sumIn(boundary)[0]!,
    streetMetres,
    areaSquareMetres,
  };
}

function landOf(grids: readonly OldGrid[]): MultiPolygon {
  const [parts = []] = unite(
    grids.map(({ boundary }) => ({ boundary: multiple(boundary) })),
    new Uint8Array(grids.length),
  );
  return inDegrees(parts);
}

export function inDegrees(
  parts: readonly (readonly (readonly (readonly [number, number])[])[])[],
): MultiPolygon {
  const degrees = ([x, y]: readonly [number, number]): Position => [
    x / STEPS_PER_DEGREE,
    y / STEPS_PER_DEGREE,
  ];
  return { type: 'MultiPolygon', coordinates: parts.map((rings) => rings.map((ring) => ring.map(degrees))) };
}

const multiple = (boundary: Polygon | MultiPolygon): MultiPolygon =>
  boundary.type === 'MultiPolygon' ? boundary : { type: 'MultiPolygon', coordinates: [boundary.coordinates] };
