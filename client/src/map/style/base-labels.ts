import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { mapFonts } from './fonts.js';
import type { StyleContext } from './style-context.js';

/** The name to draw: tiles may carry none. */
const name: ExpressionSpecification = ['coalesce', ['get', 'name'], ''];

/** Names of the base map. Overlays' points lie above them, their areas beneath. */
export function labelLayers(context: StyleContext): LayerSpecification[] {
  const { palette: p, textScale } = context;
  const size = (pixels: number): number => Math.round(pixels * textScale * 10) / 10;
  const halo = { 'text-halo-color': p.labelHalo, 'text-halo-width': 1.8, 'text-halo-blur': 0.3 };
  const isQuiet = context.isWall;
  const streets: LayerSpecification = {
    id: 'base-label-street',
    type: 'symbol',
    source: 'base',
    'source-layer': 'street',
    minzoom: isQuiet ? 24 : 11,
    filter: [
      'all',
      ['has', 'name'],
      [
        'step',
        ['zoom'],
        ['in', ['get', 'class'], ['literal', ['motorway', 'trunk', 'primary']]],
        13,
        ['in', ['get', 'class'], ['literal', ['motorway', 'trunk', 'primary', 'secondary']]],
        14,
        [
          'in',
          ['get', 'class'],
          ['literal', ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'residential']],
        ],
        16,
        true,
      ],
    ],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 320,
      'text-field': name,
      'text-font': mapFonts.regular,
      'text-size': ['interpolate', ['linear'], ['zoom'], 11, size(10.5), 17, size(13.5)],
      'text-letter-spacing': 0.08,
      'text-max-angle': 32,
      'text-padding': 6,
    },
    paint: { 'text-color': p.label, ...halo },
  };
  const shields: LayerSpecification = {
    id: 'base-label-road-number',
    type: 'symbol',
    source: 'base',
    'source-layer': 'street',
    minzoom: isQuiet ? 24 : 10,
    filter: ['has', 'ref'],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'icon-image': [
        'concat',
        'road:',
        ['slice', ['get', 'ref'], 0, 1],
        ':',
        ['to-string', ['length', ['get', 'ref']]],
        '@',
        String(Math.round((15 * textScale) / context.iconScale)),
      ],
      'icon-rotation-alignment': 'viewport',
      'text-field': ['get', 'ref'],
      'text-font': mapFonts.bold,
      'text-size': size(10),
      'text-rotation-alignment': 'viewport',
      'text-padding': 8,
      'icon-padding': 8,
    },
    paint: { 'text-color': p.label },
  };
  const water: LayerSpecification = {
    id: 'base-label-water',
    type: 'symbol',
    source: 'base',
    'source-layer': 'water',
    minzoom: 10,
    filter: ['has', 'name'],
    layout: {
      'text-field': name,
      'text-font': mapFonts.regular,
      'text-size': size(12),
      'text-letter-spacing': 0.15,
      'symbol-spacing': 400,
      'text-max-width': 8,
    },
    paint: { 'text-color': p.labelWater, ...halo },
  };
  const waterway: LayerSpecification = {
    ...water,
    id: 'base-label-waterway',
    'source-layer': 'waterway',
    minzoom: isQuiet ? 24 : 12,
    layout: { ...water.layout, 'symbol-placement': 'line', 'text-size': size(11.5) },
  } as LayerSpecification;
  // Territory names come from the grids overlay when it is on; two sets of the same names would quarrel.
  const territoryKinds = context.visible.grids ? [] : ['county', 'town', 'community'];
  const place: LayerSpecification = {
    id: 'base-label-place',
    type: 'symbol',
    source: 'base',
    'source-layer': 'place',
    filter: [
      'all',
      ['has', 'name'],
      [
        'step',
        ['zoom'],
        ['in', ['get', 'kind'], ['literal', territoryKinds]],
        13,
        ['in', ['get', 'kind'], ['literal', [...territoryKinds, 'village']]],
        15,
        isQuiet ? false : ['in', ['get', 'kind'], ['literal', [...territoryKinds, 'village', 'poi']]],
      ],
    ],
    layout: {
      'text-field': name,
      'text-font': mapFonts.regular,
      'text-size': [
        'match',
        ['get', 'kind'],
        'county',
        size(17),
        'town',
        size(15),
        'community',
        size(13),
        'village',
        size(12),
        size(11),
      ],
      'text-max-width': 8,
      'symbol-sort-key': ['coalesce', ['get', 'rank'], 100],
      'text-padding': 4,
      'text-variable-anchor': ['center', 'top', 'bottom'],
      'text-radial-offset': 0.9,
    },
    paint: {
      'text-color': ['match', ['get', 'kind'], ['county', 'town', 'community'], p.labelStrong, p.label],
      ...halo,
    },
  };
  return [waterway, water, streets, shields, place];
}
