import { PbfWriter } from 'pbf';
import { EXTENT } from './tile-grid.js';
import { readTwkb, type TileGeometry } from './twkb.js';

export interface TileRow {
  layer: string;
  properties: Record<string, string | number | boolean | null>;
  twkb: Uint8Array;
}

const GEOMETRY_TYPE = { point: 1, line: 2, polygon: 3 } as const;
const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 7;

/** One thing in a tile: each type of geometry in it becomes a feature of its own. */
export interface TileFeature {
  layer: string;
  properties: TileRow['properties'];
  geometries: TileGeometry[];
}

/** Encodes rows as a tile, for a database that can't. */
export function encodeTile(rows: TileRow[]): Uint8Array {
  return encodeFeatures(
    rows.map(({ layer, properties, twkb }) => ({ layer, properties, geometries: readTwkb(twkb) })),
  );
}

/** Encodes features as a Mapbox Vector Tile, version 2 (github.com/mapbox/vector-tile-spec). */
export function encodeFeatures(features: TileFeature[]): Uint8Array {
  const layers = new Map<string, TileFeature[]>();
  for (const feature of features) {
    const layer = layers.get(feature.layer) ?? [];
    layer.push(feature);
    layers.set(feature.layer, layer);
  }
  const tile = new PbfWriter();
  for (const [name, layer] of layers) tile.writeMessage(3, writeLayer, { name, features: layer });
  return tile.finish();
}

function writeLayer({ name, features }: { name: string; features: TileFeature[] }, pbf: PbfWriter): void {
  const keys = new Map<string, number>();
  const values = new Map<string, { index: number; value: string | number | boolean }>();
  pbf.writeVarintField(15, 2);
  pbf.writeStringField(1, name);
  for (const { properties, geometries } of features) {
    const tags = tagsOf(properties, keys, values);
    for (const geometry of merged(geometries))
      pbf.writeMessage(
        2,
        (_: null, feature: PbfWriter) => {
          feature.writePackedVarint(2, tags);
          feature.writeVarintField(3, GEOMETRY_TYPE[geometry.type]);
          feature.writePackedVarint(4, commandsOf(geometry));
        },
        null,
      );
  }
  for (const key of keys.keys()) pbf.writeStringField(3, key);
  for (const { value } of values.values()) pbf.writeMessage(4, writeValue, value);
  pbf.writeVarintField(5, EXTENT);
}

/** A collection cut at the tile's edge is one feature for each type in it. */
function merged(geometries: TileGeometry[]): TileGeometry[] {
  if (geometries.length < 2) return geometries;
  const types = [...new Set(geometries.map(({ type }) => type))];
  return types.map((type) => ({
    type,
    parts: geometries.filter((g) => g.type === type).flatMap((g) => g.parts),
  }));
}

function tagsOf(
  properties: TileRow['properties'],
  keys: Map<string, number>,
  values: Map<string, { index: number; value: string | number | boolean }>,
): number[] {
  const tags: number[] = [];
  for (const [key, value] of Object.entries(properties)) {
    if (value === null) continue;
    if (!keys.has(key)) keys.set(key, keys.size);
    const identity = `${typeof value} ${value}`;
    if (!values.has(identity)) values.set(identity, { index: values.size, value });
    tags.push(keys.get(key)!, values.get(identity)!.index);
  }
  return tags;
}

function writeValue(value: string | number | boolean, pbf: PbfWriter): void {
  if (typeof value === 'string') pbf.writeStringField(1, value);
  else if (typeof value === 'boolean') pbf.writeBooleanField(7, value);
  else if (!Number.isInteger(value)) pbf.writeDoubleField(3, value);
  else if (value < 0) pbf.writeSVarintField(6, value);
  else pbf.writeVarintField(5, value);
}

const command = (id: number, count: number) => id | (count << 3);
const zigzag = (value: number) => (value << 1) ^ (value >> 31);

function commandsOf({ type, parts }: TileGeometry): number[] {
  const out: number[] = [];
  let x = 0;
  let y = 0;
  const go = (flat: number[], i: number) => {
    out.push(zigzag(flat[i]! - x), zigzag(flat[i + 1]! - y));
    x = flat[i]!;
    y = flat[i + 1]!;
  };
  if (type === 'point') {
    out.push(command(MOVE_TO, parts.length));
    for (const point of parts) go(point, 0);
    return out;
  }
  for (const flat of parts) {
    // A ring's last point repeats its first; closing the path stands for it.
    const count = flat.length / 2 - (type === 'polygon' ? 1 : 0);
    out.push(command(MOVE_TO, 1));
    go(flat, 0);
    out.push(command(LINE_TO, count - 1));
    for (let i = 1; i < count; i++) go(flat, i * 2);
    if (type === 'polygon') out.push(command(CLOSE_PATH, 1));
  }
  return out;
}
