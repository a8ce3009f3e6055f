import { distanceMetres } from '@maplebridge/engine/coordinates/geodesic';
import type { Position } from 'geojson';
import { Refusal } from '../../errors.js';
import type { SourceSystem } from './systems.js';

/** [west, south, east, north] in degrees. */
export type Box = [west: number, south: number, east: number, north: number];

const NEAR_METRES = 50_000;

/**
 * Refuses a whole file whose places mostly lie far from the county: the wrong system was declared, or the wrong county.
 * @param places of the file in WGS84; any selection will do
 * @param county null before there is one
 * @throws Refusal BAD_USER_INPUT that says how far, and whether swapped axes would explain it
 */
export function requireNearCounty(
  places: readonly Position[],
  county: Box | null,
  system: Pick<SourceSystem, 'name'>,
): void {
  if (!county || places.length === 0) return;
  const reach = reachOf(county);
  const near = places.filter((place) => metresOutside(place, county) <= reach).length;
  if (near * 2 >= places.length) return;
  const swapped = places.filter(([x, y]) => metresOutside([y!, x!], county) <= reach).length;
  if (swapped * 2 >= places.length) throw new Refusal('BAD_USER_INPUT', 'importAxesSwapped');
  const distances = places.map((place) => metresOutside(place, county)).sort((a, b) => a - b);
  const kilometres = Math.round(distances[distances.length >> 1]! / 1000);
  throw new Refusal('BAD_USER_INPUT', 'importFarAway', { kilometres, system: system.name });
}

/** Whether one place of a plausible file is so far out that it must be a slip. */
export function isFarAway(place: Position, county: Box | null): boolean {
  if (county === null) return false;
  const metres = metresOutside(place, county);
  return metres > 0 && metres > reachOf(county);
}

/** Neighbouring counties' matters turn up in every file; another province's do not. */
function reachOf([west, south, east, north]: Box): number {
  return Math.max(NEAR_METRES, distanceMetres([west, south], [east, north]));
}

function metresOutside([x = NaN, y = NaN]: Position, [west, south, east, north]: Box): number {
  const nearest: Position = [Math.min(Math.max(x, west), east), Math.min(Math.max(y, south), north)];
  if (nearest[0] === x && nearest[1] === y) return 0;
  if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) return Infinity;
  return distanceMetres([x, y], nearest);
}
