import type { Parameters } from '../database/statement.js';
import { inForce } from '../territory/territory.sql.js';
import type { TileLayer } from './revision.js';
import type { SourceLayer } from './tile.sql.js';

/** What a request may narrow the incident layer to, or the instant whose boundaries it wants. */
export interface TileFilter {
  at?: Date | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  kinds?: string[] | undefined;
}

export interface LayerDefinition {
  minZoom: number;
  maxZoom: number;
  /** Names of all source-layers with their property types, for TileJSON. */
  sourceLayers: (zoom: number, filter: TileFilter) => SourceLayer[];
}

/** From this zoom on incidents are points; farther out, counts per grid. The zoom itself has both: one fades into the other. */
const INCIDENT_POINTS_FROM_ZOOM = 13;

export const tileLayers: Record<TileLayer, LayerDefinition> = {
  base: {
    minZoom: 5,
    maxZoom: 15,
    sourceLayers: (zoom) => [
      base('landuse', zoom, { kind: 'f.kind', name: 'f.name' }, 2),
      base('green', zoom, { kind: 'f.kind', name: 'f.name' }, 2),
      base('water', zoom, { kind: 'f.kind', name: 'f.name' }, 2),
      base('waterway', zoom, { kind: 'f.kind', name: 'f.name' }, 2),
      base('building', zoom, { kind: 'f.kind', name: 'f.name' }, 0),
      base('railway', zoom, { name: 'f.name' }, 2),
      base('street', zoom, STREET, 2),
      base('place', zoom, { kind: 'f.kind', name: 'f.name', name_en: 'f.name_en', rank: 'f.rank' }, 0),
    ],
  },
  territory: { minZoom: 4, maxZoom: 14, sourceLayers: (_, { at }) => [territory(at), territoryLabel(at)] },
  incidents: {
    minZoom: 4,
    maxZoom: 16,
    sourceLayers: (zoom, filter) => [
      ...(zoom >= INCIDENT_POINTS_FROM_ZOOM ? [incidentPoints(filter)] : []),
      ...(zoom <= INCIDENT_POINTS_FROM_ZOOM ? [incidentCounts(filter)] : []),
    ],
  },
};

const STREET = {
  class: 'f.kind',
  name: 'f.name',
  name_en: 'f.name_en',
  ref: 'f.ref',
  bridge: 'f.bridge',
  tunnel: 'f.tunnel',
  oneway: 'f.oneway',
};

function base(
  layer: string,
  zoom: number,
  properties: Record<string, string>,
  simplify: number,
): SourceLayer {
  return {
    name: layer,
    properties,
    geometry: 'f.geom',
    simplify,
    from: (bounds, parameters) =>
      `FROM base_feature f WHERE f.geom && ${bounds} AND f.min_zoom <= ${parameters.add(zoom, 'smallint')} ` +
      `AND f.layer = '${layer}' AND f.dataset_id = ANY(ARRAY(SELECT id FROM dataset WHERE published)) ORDER BY f.rank DESC, f.id`,
  };
}

const TERRITORY = {
  id: 'f.territory_id::text',
  code: 'f.code',
  name: 'f.name',
  partition: 'f.partition::text',
  level: 'f.level::text',
  kind: 'f.kind::text',
};

/** Boundaries in force at an instant; without one, now. */
const territory = (at: Date | undefined): SourceLayer => ({
  name: 'territory',
  properties: TERRITORY,
  geometry: 'f.boundary',
  simplify: 0,
  from: (bounds, parameters) =>
    `FROM territory_version f WHERE f.boundary && ${bounds} AND ${inForce('f', at, parameters)} ORDER BY f.level, f.code`,
});

const territoryLabel = (at: Date | undefined): SourceLayer => ({
  name: 'territory_label',
  properties: TERRITORY,
  geometry: 'f.anchor',
  simplify: 0,
  from: (bounds, parameters) =>
    `FROM territory_version f WHERE f.boundary && ${bounds} AND f.anchor && ${bounds} ` +
    `AND ${inForce('f', at, parameters)} ORDER BY f.level, f.code`,
});

function within(filter: TileFilter, parameters: Parameters): string {
  return (
    (filter.from ? ` AND i.reported_at >= ${parameters.add(filter.from, 'timestamptz')}` : '') +
    (filter.to ? ` AND i.reported_at < ${parameters.add(filter.to, 'timestamptz')}` : '') +
    (filter.kinds ? ` AND i.kind = ANY(${parameters.add(filter.kinds, 'text[]')})` : '')
  );
}

function incidentPoints(filter: TileFilter): SourceLayer {
  return {
    name: 'incident',
    properties: {
      id: 'f.id::text',
      kind: 'f.kind',
      category: '(SELECT k.category::text FROM incident_kind k WHERE k.code = f.kind)',
      priority: 'f.priority::int',
      status: 'f.status::text',
      source: 'f.source::text',
      reported_at: 'extract(epoch FROM f.reported_at)::int',
      simulated: 'f.simulated',
      sensitive: 'f.coarsened',
    },
    geometry: 'f.location',
    simplify: 0,
    from: (bounds, parameters) =>
      `FROM (SELECT * FROM incident_shown i WHERE i.location && ${bounds}${within(filter, parameters)}) f ORDER BY f.reported_at, f.id`,
  };
}

/** One point per grid with incidents {count, urgent: priority 1, serious: priority 2}, at the grid's anchor: social grids, or police grids where there are no others. */
function incidentCounts(filter: TileFilter): SourceLayer {
  return {
    name: 'incident_count',
    properties: {
      grid_id: 'f.territory_id::text',
      code: 'f.code',
      count: 'f.total::int',
      urgent: 'f.urgent::int',
      serious: 'f.serious::int',
    },
    geometry: 'f.anchor',
    simplify: 0,
    from: (bounds, parameters) =>
      `FROM (SELECT v.territory_id, v.code, v.anchor, n.total, n.urgent, n.serious FROM territory_now v JOIN (` +
      `SELECT coalesce(i.grid_id, i.police_grid_id) AS grid_id, count(*) AS total, count(*) FILTER (WHERE i.priority = 1) AS urgent, ` +
      `count(*) FILTER (WHERE i.priority = 2) AS serious ` +
      `FROM incident_shown i WHERE true${within(filter, parameters)} GROUP BY 1) n ON n.grid_id = v.territory_id ` +
      `WHERE v.is_leaf AND v.boundary && ${bounds} AND v.anchor && ${bounds}) f ORDER BY f.code`,
  };
}
