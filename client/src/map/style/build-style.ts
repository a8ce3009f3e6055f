import type { FontFacesSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { overlays } from '../layers/index.js';
import { groundLayers } from './base-ground.js';
import { labelLayers } from './base-labels.js';
import type { StyleContext, TileSet } from './style-context.js';

/** Sources filled by `setData`, named by what they hold. */
export const featureSourceIds = ['posts', 'jurisdictions', 'risk-points', 'live-incidents', 'units'] as const;
export type FeatureSourceId = (typeof featureSourceIds)[number];

/**
 * The whole style for a context: ground, then overlays' areas, then the base map's names, then overlays' points.
 * Layer and source ids and their order never depend on the context.
 */
export function buildStyle(context: StyleContext, fontFaces: FontFacesSpecification): StyleSpecification {
  const { tileSets } = context;
  const layersOf = (part: 'areas' | 'points'): LayerSpecification[] =>
    overlays.flatMap((overlay) =>
      overlay[part](context).map((layer) => withVisibility(layer, context.visible[overlay.id])),
    );
  return {
    version: 8,
    'font-faces': fontFaces,
    sources: {
      base: vector(tileSets.base),
      territory: { ...vector(tileSets.territory), promoteId: 'id' },
      incidents: vector(tileSets.incidents),
      ...Object.fromEntries(featureSourceIds.map((id) => [id, { type: 'geojson', data: emptyCollection }])),
    } as StyleSpecification['sources'],
    layers: [
      ...groundLayers(context.palette),
      ...layersOf('areas'),
      ...labelLayers(context),
      ...layersOf('points'),
    ],
  };
}

const emptyCollection = { type: 'FeatureCollection' as const, features: [] };

function vector(tileSet: TileSet) {
  const { tiles, minzoom, maxzoom, bounds, attribution } = tileSet;
  return {
    type: 'vector' as const,
    tiles,
    minzoom,
    maxzoom,
    ...(bounds && { bounds }),
    ...(attribution && { attribution }),
  };
}

function withVisibility(layer: LayerSpecification, isVisible: boolean): LayerSpecification {
  const visibility = isVisible ? 'visible' : 'none';
  return { ...layer, layout: { ...layer.layout, visibility } } as LayerSpecification;
}
