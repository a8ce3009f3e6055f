import { areaSquareMetres } from '@maplebridge/engine/coordinates/geodesic';
import { streetRanks } from '@maplebridge/engine/roads/osm/base/streets';
import type { NewBaseFeature } from '../basemap/store-base-features.js';
import type { DemoArea, DemoCounty } from './county/county.types.js';

const PLACES: Record<string, number> = { county: 5, town: 9, community: 12, village: 12, poi: 14 };

/** The demo county's plan as features of the base map. */
export function baseFeaturesOf(county: DemoCounty): NewBaseFeature[] {
  return [
    ...county.areas.map(areaFeature),
    ...county.waterways.map((waterway): NewBaseFeature => ({
      layer: 'waterway',
      kind: waterway.kind,
      name: waterway.name,
      rank: waterway.kind === 'river' ? 1 : 2,
      minZoom: waterway.kind === 'river' ? 8 : 11,
      geometry: { type: 'LineString', coordinates: waterway.line },
    })),
    ...county.buildings.map((building): NewBaseFeature => ({
      layer: 'building',
      kind: building.kind,
      name: building.name,
      address: building.address,
      households: building.households,
      rank: 1,
      minZoom: 14,
      geometry: { type: 'Polygon', coordinates: building.polygon },
    })),
    ...county.railways.map((railway): NewBaseFeature => ({
      layer: 'railway',
      kind: 'rail',
      name: railway.name,
      rank: 1,
      minZoom: 9,
      geometry: { type: 'LineString', coordinates: railway.line },
    })),
    ...county.streets.map((street): NewBaseFeature => ({
      layer: 'street',
      kind: street.class,
      name: street.name,
      ref: street.ref,
      bridge: street.bridge,
      oneway: street.oneway,
      ...streetRanks[street.class],
      geometry: { type: 'LineString', coordinates: street.line },
    })),
    ...county.places.map((place): NewBaseFeature => ({
      layer: 'place',
      kind: place.kind,
      name: place.name,
      rank: place.rank,
      minZoom: PLACES[place.kind] ?? 14,
      geometry: { type: 'Point', coordinates: place.point },
    })),
  ];
}

/** Small areas wait until they are worth drawing: about four pixels across. */
function areaFeature(area: DemoArea): NewBaseFeature {
  const geometry = { type: 'Polygon' as const, coordinates: area.polygon };
  const side = Math.sqrt(areaSquareMetres(geometry));
  const zoom = Math.ceil(Math.log2((4 * 156_543 * Math.cos(Math.PI / 6)) / side));
  return {
    layer: area.layer,
    kind: area.kind,
    name: area.name,
    rank: 1,
    minZoom: Math.min(14, Math.max(5, zoom)),
    geometry,
  };
}
