import type { LonLat } from '@maplebridge/engine/coordinates/round';
import { lineOfStretch } from '@maplebridge/engine/reach/path';
import { classNumber } from '@maplebridge/engine/roads/graph/street-class';
import { encodeFeatures, type TileFeature } from '../../tiles/encode-tile.js';
import { EXTENT, type Tile } from '../../tiles/tile-grid.js';
import type { World } from './world.js';

/** A stretch of a segment and what the map says of it. */
export interface DrawnStretch {
  from: number;
  to: number;
  properties: Record<string, string | number>;
}

export const REACH_ZOOM = { least: 8, most: 14 } as const;

/** Units beyond the tile's edge that are drawn too. */
const BUFFER = 64;

/** The least important class of street drawn at a zoom; all of them from the last one on. */
const LEAST_CLASS = [
  classNumber.secondary,
  classNumber.secondary,
  classNumber.tertiary,
  classNumber.residential,
];

/** A vector tile of streets cut where their colour changes. */
export function drawTile(
  world: World,
  tile: Tile,
  stretchesOf: (segment: number) => readonly DrawnStretch[],
): Uint8Array {
  const { graph } = world;
  const side = 2 ** tile.z;
  const margin = BUFFER / EXTENT;
  const west = ((tile.x - margin) / side) * 360 - 180;
  const east = ((tile.x + 1 + margin) / side) * 360 - 180;
  const least = LEAST_CLASS[tile.z - REACH_ZOOM.least] ?? Infinity;
  const merged = new Map<string, TileFeature & { parts: number[][] }>();
  for (const segment of world.segmentsIn(
    west,
    latitude((tile.y + 1 + margin) / side),
    east,
    latitude((tile.y - margin) / side),
  )) {
    const streetClass = graph.classes[segment]!;
    if (streetClass > least) continue;
    for (const { from, to, properties } of stretchesOf(segment)) {
      const parts = clip(project(lineOfStretch(graph, segment, from, to), tile));
      if (parts.length === 0) continue;
      const all = { ...properties, class: streetClass };
      const key = JSON.stringify(all);
      let feature = merged.get(key);
      if (!feature) {
        const lines: number[][] = [];
        feature = {
          layer: 'reach',
          properties: all,
          geometries: [{ type: 'line', parts: lines }],
          parts: lines,
        };
        merged.set(key, feature);
      }
      feature.parts.push(...parts);
    }
  }
  return encodeFeatures([...merged.values()]);
}

/** Latitude in degrees of a height in the Mercator square, 0 at its north edge, 1 at its south. */
function latitude(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

/** Degrees to units of a tile. */
function project(line: readonly LonLat[], { z, x, y }: Tile): number[] {
  const side = 2 ** z;
  return line.flatMap(([longitude, latitudeDegrees]) => {
    const sine = Math.sin((latitudeDegrees / 180) * Math.PI);
    return [
      ((longitude + 180) / 360) * side * EXTENT - x * EXTENT,
      (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side * EXTENT - y * EXTENT,
    ];
  });
}

/** The parts of a line within the tile and its buffer, in whole units (Liang and Barsky, ACM TOG 3 (1984)). */
function clip(flat: number[]): number[][] {
  const parts: number[][] = [];
  let part: number[] = [];
  const close = () => {
    if (part.length >= 4) parts.push(part);
    part = [];
  };
  const push = (x: number, y: number) => {
    const [a, b] = [Math.round(x), Math.round(y)];
    if (part.length >= 2 && part.at(-2) === a && part.at(-1) === b) return;
    part.push(a, b);
  };
  for (let i = 2; i < flat.length; i += 2) {
    const [x, y] = [flat[i - 2]!, flat[i - 1]!];
    const [dx, dy] = [flat[i]! - x, flat[i + 1]! - y];
    let enter = 0;
    let leave = 1;
    for (const [slope, room] of [
      [-dx, x + BUFFER],
      [dx, EXTENT + BUFFER - x],
      [-dy, y + BUFFER],
      [dy, EXTENT + BUFFER - y],
    ] as const) {
      if (slope === 0) {
        if (room < 0) leave = -1;
      } else if (slope < 0) enter = Math.max(enter, room / slope);
      else leave = Math.min(leave, room / slope);
    }
    if (enter > leave) {
      close();
      continue;
    }
    if (enter > 0) close();
    if (part.length === 0) push(x + enter * dx, y + enter * dy);
    push(x + leave * dx, y + leave * dy);
    if (leave < 1) close();
  }
  close();
  return parts;
}
