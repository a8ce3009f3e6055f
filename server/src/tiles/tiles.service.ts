import { localViewer, type Database, type Session } from '../database/index.js';
import { Parameters } from '../database/statement.js';
import { BEFORE_ALL_CHANGES, listBoundaryChanges } from '../territory/boundary-changes.js';
import { inForce } from '../territory/territory.sql.js';
import { encodeTile, type TileRow } from './encode-tile.js';
import { tileLayers, type TileFilter } from './layers.js';
import { readRevision, type TileLayer } from './revision.js';
import { sharedCache, type SharedCache } from './shared-cache.js';
import { encodedTileSql, tileRowsSql, type SourceLayer } from './tile.sql.js';
import type { Tile } from './tile-grid.js';

const CACHE_BYTES = 64 << 20;

/** Makes tiles and keeps them until their layer's revision moves on. */
export class Tiles {
  private readonly cache: SharedCache<Uint8Array> = sharedCache(CACHE_BYTES, (bytes) => bytes.byteLength);

  private readonly changes: SharedCache<Date[]> = sharedCache(1, () => 1);

  constructor(private readonly database: Database) {}

  revision(layer: TileLayer): Promise<number> {
    return this.database.read(localViewer, (session) => readRevision(session, layer));
  }

  /** @param revision as read before the tile's rows, so that a tile is never newer in name than in content */
  tile(layer: TileLayer, revision: number, tile: Tile, filter: TileFilter): Promise<Uint8Array> {
    const key = `${layer}@${revision}/${tile.z}/${tile.x}/${tile.y}?${JSON.stringify(filter)}`;
    return this.cache.get(key, () =>
      this.database.read(localViewer, (session) =>
        makeTile(session, this.database.kind, tileLayers[layer].sourceLayers(tile.z, filter), tile),
      ),
    );
  }

  /** The instant whose boundaries are those of `at`, the same for all instants between two changes: tiles of few are kept. */
  async sameBoundariesSince(at: Date, revision: number): Promise<Date> {
    const changes = await this.changes.get(String(revision), () =>
      this.database.read(localViewer, listBoundaryChanges),
    );
    return changes.findLast((change) => change <= at) ?? BEFORE_ALL_CHANGES;
  }

  /** Who the shown base data comes from, or null. */
  async attribution(): Promise<string | null> {
    const [row] = await this.database.read(localViewer, (session) =>
      session.query<{ attribution: string | null }>(
        `SELECT string_agg(DISTINCT attribution, ' · ') AS attribution FROM dataset WHERE published`,
      ),
    );
    return row!.attribution;
  }

  /** [west, south, east, north] of what a layer shows, or null while it is empty. */
  async bounds(layer: TileLayer, at?: Date): Promise<number[] | null> {
    const parameters = new Parameters();
    const source =
      layer === 'base'
        ? 'SELECT geom FROM base_feature WHERE dataset_id = ANY(ARRAY(SELECT id FROM dataset WHERE published))'
        : `SELECT boundary AS geom FROM territory_version v WHERE ${inForce('v', at, parameters)}`;
    const [row] = await this.database.read(localViewer, (session) =>
      session.query<{ bounds: (number | null)[] }>(
        `SELECT json_build_array(ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)) AS bounds
         FROM (SELECT ST_Extent(geom) AS box FROM (${source}) shown) extent`,
        parameters.values,
      ),
    );
    return row!.bounds[0] === null ? null : (row!.bounds as number[]);
  }
}

/** Encoded in the database where it can, in Node where it can't; the same content either way. */
export async function makeTile(
  session: Session,
  encodeIn: 'server' | 'embedded',
  layers: SourceLayer[],
  tile: Tile,
): Promise<Uint8Array> {
  if (encodeIn === 'server') {
    const { sql, parameters } = encodedTileSql(layers, tile);
    const [row] = await session.query<{ tile: Buffer }>(sql, parameters.values);
    return row!.tile;
  }
  const { sql, parameters } = tileRowsSql(layers, tile);
  return encodeTile(await session.query<TileRow & Record<string, unknown>>(sql, parameters.values));
}
