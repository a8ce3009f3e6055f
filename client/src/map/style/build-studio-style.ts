import type { FontFacesSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { defaultVisibility } from '../../state/overlays.js';
import { highlightLines, highlightPoints, highlightTints } from '../layers/studio/highlights.js';
import { studioBorders, studioNames, studioTints } from '../layers/studio/grids.js';
import { sketchLines, sketchPoints, sketchTints } from '../layers/studio/sketch.js';
import { groundLayers, landLayers } from './base-ground.js';
import { labelLayers } from './base-labels.js';
import { dimPalette } from './dim-palette.js';
import { vector } from './build-style.js';
import type { StyleContext } from './style-context.js';
import type { StudioStyleContext } from './studio-style-context.js';

/** Sources of the studio's own, filled by hand: `studio-grids` by what changed alone. */
export const studioSourceIds = [
  'studio-grids',
  'studio-labels',
  'studio-highlights',
  'studio-sketch',
] as const;
export type StudioSourceId = (typeof studioSourceIds)[number];

const empty = { type: 'FeatureCollection' as const, features: [] };
/** Borders are drawn as wide bands, which a tile's own edge must not cut. */
const featureBuffer = 128;

/** The studio's style, lowest first: a quiet base map, tints, streets, borders, names, what is being drawn. */
export function buildStudioStyle(
  context: StudioStyleContext,
  fontFaces: FontFacesSpecification,
): StyleSpecification {
  const { tileSets } = context;
  const base = toBaseContext(context);
  return {
    version: 8,
    'font-faces': fontFaces,
    sources: {
      base: vector(tileSets.base),
      territory: { ...vector(tileSets.territory), promoteId: 'id' },
      ...Object.fromEntries(
        studioSourceIds.map((id) => [
          id,
          {
            type: 'geojson',
            data: empty,
            buffer: featureBuffer,
            // Vertices are a question of metres: nothing is simplified away where one works on them.
            tolerance: 0.2,
            maxzoom: id === 'studio-grids' ? 16 : 18,
            ...((id === 'studio-grids' || id === 'studio-labels') && { promoteId: 'id' }),
          },
        ]),
      ),
    } as StyleSpecification['sources'],
    layers: [
      ...landLayers(base),
      ...studioTints(context),
      ...highlightTints(context),
      ...sketchTints(context),
      ...groundLayers(base),
      ...hideUnless(context.showsInForce, studioBorders(context), 'studio-in-force'),
      ...highlightLines(context),
      ...sketchLines(context),
      ...labelLayers(base),
      ...studioNames(context),
      ...highlightPoints(context),
      ...sketchPoints(context),
    ],
  };
}

function hideUnless(isShown: boolean, layers: LayerSpecification[], id: string): LayerSpecification[] {
  return layers.map((layer) =>
    layer.id === id
      ? ({
          ...layer,
          layout: { ...layer.layout, visibility: isShown ? 'visible' : 'none' },
        } as LayerSpecification)
      : layer,
  );
}

/** What the base map's layers ask for: nothing of the desk is on this map. */
function toBaseContext({ palette, tileSets, ...context }: StudioStyleContext): StyleContext {
  return {
    ...context,
    palette: dimPalette(palette),
    tileSets: { ...tileSets, incidents: tileSets.territory },
    visible: defaultVisibility,
    window: { from: '' } as StyleContext['window'],
    nowSeconds: 0,
    selected: null,
    liveIncidentIds: [],
    neverSeenGridIds: [],
    marksSimulated: false,
    reach: null,
    foundStreet: null,
    lostGridIds: [],
    isWall: false,
  };
}
