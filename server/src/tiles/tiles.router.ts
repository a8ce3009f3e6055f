import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Router, type Request, type Response } from 'express';
import type { Database } from '../database/index.js';
import { pickLanguage, render } from '../messages/index.js';
import { tileLayers, type TileFilter } from './layers.js';
import { sharedCache } from './shared-cache.js';
import type { TileLayer } from './revision.js';
import { parseTile } from './tile-grid.js';
import { Tiles } from './tiles.service.js';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);
const COMPRESSED_CACHE_BYTES = 64 << 20;
const MAX_KINDS = 200;

/** `/tiles/{layer}.json` and `/tiles/{layer}/{z}/{x}/{y}.mvt`. */
export function tilesRouter(database: Database): Router {
  const tiles = new Tiles(database);
  const compressed = sharedCache<Buffer>(COMPRESSED_CACHE_BYTES, (bytes) => bytes.byteLength);
  const router = Router();

  router.get('/:layer.json', async (request, response) => {
    const layer = layerOf(request);
    const filter = layer && filterOf(request, layer);
    if (!layer || !filter) return notFound(request, response);
    const revision = await tiles.revision(layer);
    response.setHeader('Cache-Control', 'no-cache');
    if (unchanged(request, response, `"${layer}-${revision}"`)) return;
    const attribution = layer === 'base' ? await tiles.attribution() : null;
    const origin = `${request.protocol}://${request.headers.host}`;
    response.json({
      ...tileJson(layer, revision, await tiles.bounds(layer, filter.at), origin, filter.at),
      ...(attribution ? { attribution } : {}),
    });
  });

  router.get('/:layer/:z/:x/:y.mvt', async (request, response) => {
    const layer = layerOf(request);
    const { z, x, y } = request.params;
    const tile = parseTile(z, x, y);
    const filter = layer && filterOf(request, layer);
    if (!layer || !tile || !filter || tile.z > tileLayers[layer].maxZoom) return notFound(request, response);
    const revision = await tiles.revision(layer);
    if (filter.at) filter.at = await tiles.sameBoundariesSince(filter.at, revision);
    // With the revision in the address the answer never changes; without it the browser asks whether it has.
    const pinned = request.query.rev === String(revision);
    response.setHeader('Cache-Control', pinned ? 'private, max-age=86400, immutable' : 'no-cache');
    response.setHeader('Vary', 'Accept-Encoding');
    const encoding = encodingOf(request);
    const key = `${layer}-${revision}/${tile.z}/${tile.x}/${tile.y}?${JSON.stringify(filter)}`;
    if (unchanged(request, response, `"${layer}-${revision}-${encoding}"`)) return;
    const bytes = await tiles.tile(layer, revision, tile, filter);
    if (bytes.byteLength === 0) return void response.status(204).end();
    response.type('application/vnd.mapbox-vector-tile');
    if (encoding === 'identity') return void response.end(bytes);
    response.setHeader('Content-Encoding', encoding);
    response.end(await compressed.get(`${encoding} ${key}`, () => compress(encoding, bytes)));
  });

  return router;
}

function layerOf(request: Request): TileLayer | undefined {
  const name = String(request.params.layer);
  return Object.hasOwn(tileLayers, name) ? (name as TileLayer) : undefined;
}

/** Answers 304 when the browser's copy stands. */
function unchanged(request: Request, response: Response, etag: string): boolean {
  response.setHeader('ETag', etag);
  const known = request.headers['if-none-match'];
  if (!known?.split(/\s*,\s*/).includes(etag)) return false;
  response.status(304).end();
  return true;
}

/** @returns undefined when a parameter is malformed */
function filterOf({ query }: Request, layer: TileLayer): TileFilter | undefined {
  if (layer === 'base') return {};
  if (layer === 'territory') {
    const at = instantOf(query.at);
    return at === null ? undefined : { at };
  }
  const from = instantOf(query.from);
  const to = instantOf(query.to);
  const kinds = typeof query.kinds === 'string' && query.kinds !== '' ? query.kinds.split(',') : undefined;
  if (from === null || to === null || (kinds && kinds.length > MAX_KINDS)) return undefined;
  return { from, to, kinds };
}

const ISO_INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d))?$/;

function instantOf(text: unknown): Date | undefined | null {
  if (text === undefined || text === '') return undefined;
  const instant = new Date(ISO_INSTANT.test(String(text)) ? String(text) : NaN);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function notFound(request: Request, response: Response): void {
  response.status(404).type('text/plain');
  response.send(render('tileUnknown', {}, pickLanguage(request.headers['accept-language'])) + '\n');
}

type Encoding = 'br' | 'gzip' | 'identity';

function encodingOf(request: Request): Encoding {
  return (request.acceptsEncodings(['br', 'gzip']) || 'identity') as Encoding;
}

function compress(encoding: 'br' | 'gzip', bytes: Uint8Array): Promise<Buffer> {
  return encoding === 'gzip'
    ? compressGzip(bytes)
    : compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

function tileJson(
  layer: TileLayer,
  revision: number,
  bounds: number[] | null,
  origin: string,
  at: Date | undefined,
) {
  const { minZoom, maxZoom, sourceLayers } = tileLayers[layer];
  const shown = new Map(
    [minZoom, maxZoom].flatMap((zoom) => sourceLayers(zoom, {}).map((source) => [source.name, source])),
  );
  return {
    tilejson: '3.0.0',
    name: layer,
    tiles: [`${origin}/tiles/${layer}/{z}/{x}/{y}.mvt${at ? `?at=${at.toISOString()}` : ''}`],
    minzoom: minZoom,
    maxzoom: maxZoom,
    revision,
    ...(bounds ? { bounds } : {}),
    vector_layers: [...shown.values()].map(({ name, properties }) => ({
      id: name,
      fields: Object.fromEntries(Object.keys(properties).map((property) => [property, 'String'])),
    })),
  };
}
