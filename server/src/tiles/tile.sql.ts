import { Parameters } from '../database/statement.js';
import { EXTENT, tileFrame, type Tile } from './tile-grid.js';

/** One source-layer of a tile: named columns and where the rows come from. */
export interface SourceLayer {
  name: string;
  /** Property name → SQL over the alias `f`. Null properties are left out of the tile. */
  properties: Record<string, string>;
  /** Geometry column of `f`, EPSG:4326. */
  geometry: string;
  /** Tolerance in tile units; 0 keeps every vertex (tilings, whose neighbours must stay joined). */
  simplify: number;
  /** `FROM … WHERE …` with the alias `f`; `bounds` is the tile's envelope in EPSG:4326. */
  from: (bounds: string, parameters: Parameters) => string;
}

/**
 * Rows of one source-layer: its properties and the geometry in whole tile units, y downwards, cut to the tile.
 * Both encoders read these rows, so that both make the same tile.
 */
function layerRows(layer: SourceLayer, tile: Tile, parameters: Parameters): string {
  const { west, north, unit, box } = tileFrame(tile);
  const frame = `ST_MakeEnvelope(${box.map((metres) => parameters.add(metres, 'float8')).join(', ')}, 3857)`;
  const bounds = `ST_Transform(${frame}, 4326)`;
  const columns = Object.entries(layer.properties).map(([name, sql]) => `${sql} AS "${name}"`);
  const thinned =
    layer.simplify > 0 ? `ST_Simplify(metres, ${parameters.add(layer.simplify * unit, 'float8')})` : 'metres';
  // Most shapes lie inside the tile and need no cutting.
  const cut = `CASE WHEN metres @ ${frame} THEN ${thinned} ELSE ST_ClipByBox2D(${thinned}, ${frame}) END`;
  const scale = parameters.add(1 / unit, 'float8');
  const placed = `ST_Affine(${cut}, ${scale}, 0, 0, -${scale}, ${parameters.add(-west / unit, 'float8')}, ${parameters.add(north / unit, 'float8')})`;
  const names = Object.keys(layer.properties).map((name) => `"${name}"`);
  return (
    `SELECT ${[...names, 'geom'].join(', ')} FROM (` +
    `SELECT ${[...names, `ST_ForcePolygonCCW(ST_SnapToGrid(${placed}, 1)) AS geom`].join(', ')} FROM (` +
    `SELECT ${[...columns, `ST_Transform(${layer.geometry}, 3857) AS metres`].join(', ')} ${layer.from(bounds, parameters)}` +
    `) projected) placed WHERE geom IS NOT NULL AND NOT ST_IsEmpty(geom)`
  );
}

/** The finished tile, encoded by the database (needs PostGIS with protobuf). */
export function encodedTileSql(layers: SourceLayer[], tile: Tile): { sql: string; parameters: Parameters } {
  const parameters = new Parameters();
  const parts = layers.map(
    (layer) =>
      `(SELECT coalesce(ST_AsMVT(t, '${layer.name}', ${EXTENT}, 'geom'), ''::bytea) FROM (${layerRows(layer, tile, parameters)}) t)`,
  );
  return { sql: `SELECT ${parts.join(' || ')} AS tile`, parameters };
}

/** The same tile as rows for our own encoder: layer, properties as JSON, geometry as TWKB in whole units. */
export function tileRowsSql(layers: SourceLayer[], tile: Tile): { sql: string; parameters: Parameters } {
  const parameters = new Parameters();
  const parts = layers.map((layer) => {
    const pairs = Object.keys(layer.properties).map((name) => `'${name}', t."${name}"`);
    return (
      `SELECT '${layer.name}' AS layer, json_build_object(${pairs.join(', ')}) AS properties, ST_AsTWKB(t.geom, 0) AS twkb ` +
      `FROM (${layerRows(layer, tile, parameters)}) t`
    );
  });
  return { sql: parts.join(' UNION ALL '), parameters };
}
