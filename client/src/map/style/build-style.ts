import type { FontFacesSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { OverlayId } from '../../state/overlays.js';
import { overlays } from '../layers/index.js';
import type { Overlay } from '../layers/overlay.js';
import { groundLayers, landLayers } from './base-ground.js';
import { labelLayers } from './base-labels.js';
import type { StyleContext, TileSet } from './style-context.js';

/** Sources filled by `setData`, named by what they hold. */
export const featureSourceIds = [
  'posts',
  'jurisdictions',
  'risk-points',
  'live-incidents',
  'units',
  'reach-area',
  'reach-marks',
] as const;
export type FeatureSourceId = (typeof featureSourceIds)[number];

/** How far beyond a tile's edge features are kept, of 4096: bands inside a border must not be cut by the tile's own edge. */
const featureBuffer = 256;

/**
 * The whole style for a context, lowest first: land, overlays' tints, water and streets, overlays' areas, the base
 * map's names, overlays' names, overlays' signs. Layer and source ids and their order never depend on the context.
 */
export function buildStyle(context: StyleContext, fontFaces: FontFacesSpecification): StyleSpecification {
  const { tileSets } = context;
  const layersOf = (part: 'tints' | 'areas' | 'names' | 'points'): LayerSpecification[] =>
    overlays.flatMap((overlay) =>
      (overlay[part]?.(context) ?? []).map((layer) => withVisibility(layer, isShown(overlay, context))),
    );
  return {
    version: 8,
    'font-faces': fontFaces,
    sources: {
      base: vector(tileSets.base),
      territory: { ...vector(tileSets.territory), promoteId: 'id' },
      incidents: vector(tileSets.incidents),
      reach: vector({ tiles: context.reach?.tiles ?? noTiles, minzoom: 8, maxzoom: 14 }),
      ...Object.fromEntries(
        featureSourceIds.map((id) => [id, { type: 'geojson', data: emptyCollection, buffer: featureBuffer }]),
      ),
    } as StyleSpecification['sources'],
    layers: [
      ...landLayers(context),
      ...layersOf('tints'),
      ...groundLayers(context),
      ...layersOf('areas'),
      ...labelLayers(context),
      ...layersOf('names'),
      ...layersOf('points'),
    ],
  };
}

/** Nothing asks for these while reach is hidden; a source cannot be without an address. */
const noTiles = ['reach://none/{z}/{x}/{y}'];

function isShown({ id, isShown }: Overlay, context: StyleContext): boolean {
  return isShown ? isShown(context) : id in context.visible && context.visible[id as OverlayId];
}

const emptyCollection = { type: 'FeatureCollection' as const, features: [] };

/** A source of tiles, as a style has it. */
export function vector(tileSet: TileSet) {
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
