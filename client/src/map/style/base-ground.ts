import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../../ui/tokens.js';
import { lineScale, scaled } from '../layers/expressions.js';
import { streetLayers, width } from './base-streets.js';
import type { StyleContext } from './style-context.js';

function area(
  id: string,
  sourceLayer: string,
  color: string | ExpressionSpecification,
): LayerSpecification & { type: 'fill' } {
  return {
    id,
    type: 'fill',
    source: 'base',
    'source-layer': sourceLayer,
    paint: { 'fill-color': color, 'fill-antialias': true },
  };
}

/** The county as one area, of the partition in use. */
function county({ partition }: StyleContext): object {
  return {
    source: 'territory',
    'source-layer': 'territory',
    filter: ['==', ['get', 'level'], partition === 'SOCIAL' ? 'COUNTY' : 'COUNTY_BUREAU'],
  };
}

/** The land: what lies outside the county is the paper's, the county's own is set off from it; fields, woods, uses. */
export function landLayers(context: StyleContext): LayerSpecification[] {
  const p = context.palette;
  return [
    { id: 'base-outside', type: 'background', paint: { 'background-color': p.outside } },
    {
      id: 'base-land',
      type: 'fill',
      ...county(context),
      paint: { 'fill-color': p.land, 'fill-antialias': false },
    } as LayerSpecification,
    area('base-landuse', 'landuse', [
      'match',
      ['get', 'kind'],
      'residential',
      p.landBuilt,
      'commercial',
      p.landCommercial,
      'industrial',
      p.landIndustrial,
      ['school', 'hospital', 'station'],
      p.landPublic,
      p.landBuilt,
    ]),
    area('base-green', 'green', ['match', ['get', 'kind'], ['farmland', 'orchard'], p.farmland, p.green]),
  ];
}

/** Water, buildings, streets and rails on the land, and the county's border: quiet, so that what is laid over can speak. */
export function groundLayers(context: StyleContext): LayerSpecification[] {
  const p: Palette = context.palette;
  const grow = lineScale(context.textScale);
  return [
    area('base-water', 'water', p.water),
    {
      id: 'base-water-edge',
      type: 'line',
      source: 'base',
      'source-layer': 'water',
      minzoom: 10,
      paint: { 'line-color': p.waterEdge, 'line-width': width([10, 0.5], [15, 1]) },
    },
    {
      id: 'base-waterway',
      type: 'line',
      source: 'base',
      'source-layer': 'waterway',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': p.waterEdge,
        'line-width': width([9, 0.6], [13, 1.4], [16, 5]),
        'line-opacity': 0.75,
      },
    },
    {
      ...area('base-building', 'building', p.building),
      minzoom: 14,
      paint: {
        'fill-color': p.building,
        'fill-outline-color': p.buildingEdge,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0, 15, 1],
      },
    },
    ...streetLayers(p),
    {
      id: 'base-railway',
      type: 'line',
      source: 'base',
      'source-layer': 'railway',
      paint: { 'line-color': p.railway, 'line-width': width([9, 1], [16, 3.2]) },
    },
    {
      id: 'base-railway-ties',
      type: 'line',
      source: 'base',
      'source-layer': 'railway',
      minzoom: 11,
      paint: { 'line-color': p.land, 'line-width': width([11, 0.8], [16, 1.8]), 'line-dasharray': [5, 5] },
    },
    {
      id: 'base-county-band',
      type: 'line',
      ...county(context),
      layout: { 'line-join': 'round' },
      // No wider, whatever the screen: tiles keep eight pixels beyond their edge, and a band must not show that edge.
      paint: { 'line-color': p.countyEdge, 'line-width': 6, 'line-offset': 3, 'line-opacity': 0.22 },
    } as LayerSpecification,
    {
      id: 'base-county-border',
      type: 'line',
      ...county(context),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': p.countyEdge, 'line-width': scaled(1.6, grow) },
    } as LayerSpecification,
  ];
}
