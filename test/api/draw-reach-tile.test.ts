import { VectorTile } from '@mapbox/vector-tile';
import { linesToGraph } from '@maplebridge/engine/roads/graph/lines-to-graph';
import { classNumber } from '@maplebridge/engine/roads/graph/street-class';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { defaultTravelSettings } from '@maplebridge/server/streets/travel-settings';
import { drawTile } from '@maplebridge/server/reach/worker/draw-tile';
import { buildWorld } from '@maplebridge/server/reach/worker/world';

/** One street along a parallel, 0.1° long, through several tiles of zoom 14. */
const [WEST, EAST, NORTH] = [119.6, 119.7, 29.3];
const world = buildWorld({
  graph: linesToGraph(
    [
      {
        coordinates: [
          [WEST, NORTH],
          [EAST, NORTH],
        ],
        attributes: { streetClass: classNumber.tertiary, forward: 7, backward: 7, limit: 0, name: '' },
      },
    ],
    'test',
  ),
  settings: defaultTravelSettings,
  leaves: [],
  points: { places: new Float64Array(0), weights: new Float64Array(0), kinds: new Uint8Array(0) },
});
const stretches = [
  { from: 0, to: 0.4, properties: { band: 1 } },
  { from: 0.4, to: 1, properties: { band: 0 } },
];

function read(z: number, x: number, y: number) {
  const { layers } = new VectorTile(new PbfReader(drawTile(world, { z, x, y }, () => stretches)));
  const layer = layers.reach;
  return Array.from({ length: layer?.length ?? 0 }, (_, i) => layer!.feature(i));
}

const column = (longitude: number, z: number) => ((longitude + 180) / 360) * 2 ** z;
const row = (z: number) => {
  const sine = Math.sin((NORTH / 180) * Math.PI);
  return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z);
};

describe('a tile of reached streets', () => {
  it('cuts a street where its colour changes, to the unit, over all tiles it passes', () => {
    const z = 14;
    const lengths = new Map<unknown, number>();
    for (let x = Math.floor(column(WEST, z)); x <= Math.floor(column(EAST, z)); x++)
      for (const feature of read(z, x, row(z)))
        for (const line of feature.loadGeometry()) {
          // The buffer around a tile shows what its neighbour shows too.
          const xs = line.map((point) => Math.max(0, Math.min(4096, point.x)));
          const { band } = feature.properties;
          lengths.set(band, (lengths.get(band) ?? 0) + Math.max(...xs) - Math.min(...xs));
        }
    const units = (column(EAST, z) - column(WEST, z)) * 4096;
    expect(lengths.get(1)).toBeCloseTo(0.4 * units, -1);
    expect(lengths.get(0)).toBeCloseTo(0.6 * units, -1);
  });

  it('shows only the main streets from far off, each with its class', () => {
    expect(read(9, Math.floor(column(WEST, 9)), row(9))).toEqual([]);
    const [feature] = read(10, Math.floor(column(WEST, 10)), row(10));
    expect(feature!.properties).toEqual({ band: 1, class: classNumber.tertiary });
  });

  it('is empty where no street is', () => {
    expect(read(14, Math.floor(column(WEST, 14)) - 3, row(14))).toEqual([]);
  });
});
