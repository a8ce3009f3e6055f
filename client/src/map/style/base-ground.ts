import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../../ui/tokens.js';

/** Width in pixels at zoom levels, growing by the factor streets do. */
function width(...stops: [number, number][]): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.5], ['zoom'], ...stops.flat()] as ExpressionSpecification;
}

const streetWidth = {
  path: width([14, 0.6], [18, 3]),
  street: width([12.5, 0.5], [14, 2], [16, 6], [18, 16]),
  secondary: width([10, 0.6], [13, 2], [16, 8], [18, 20]),
  primary: width([8, 0.7], [12, 2], [14, 4], [16, 10], [18, 24]),
  trunk: width([7, 0.8], [12, 2.6], [14, 5], [16, 12], [18, 28]),
};

const classes = {
  path: ['path', 'pedestrian'],
  street: ['residential', 'service'],
  secondary: ['secondary', 'tertiary'],
  primary: ['primary'],
  trunk: ['motorway', 'trunk'],
};

type StreetRank = keyof typeof classes;

const minimumZoom: Record<StreetRank, number> = { path: 14, street: 12, secondary: 9, primary: 7, trunk: 6 };

function street(rank: StreetRank, color: string, casing: string): LayerSpecification[] {
  const shared = {
    type: 'line' as const,
    source: 'base',
    'source-layer': 'street',
    minzoom: minimumZoom[rank],
    filter: ['in', ['get', 'class'], ['literal', classes[rank]]] as ExpressionSpecification,
  };
  const layout = { 'line-cap': 'round' as const, 'line-join': 'round' as const };
  const line: LayerSpecification = {
    ...shared,
    id: `base-street-${rank}`,
    layout,
    paint: {
      'line-color': color,
      'line-width': streetWidth[rank],
      'line-opacity': ['case', ['boolean', ['get', 'tunnel'], false], 0.5, 1],
    },
  };
  if (rank === 'path')
    return [{ ...line, paint: { ...line.paint, 'line-dasharray': [2, 1.5] } } as LayerSpecification];
  const edge: LayerSpecification = {
    ...shared,
    id: `base-street-${rank}-casing`,
    minzoom: Math.max(minimumZoom[rank], 11),
    layout: { ...layout, 'line-cap': 'butt' },
    paint: {
      'line-color': casing,
      'line-gap-width': streetWidth[rank],
      'line-width': width([11, 0.3], [16, 1.2]),
    },
  };
  return [edge, line];
}

/** Land, water, green, buildings and streets: quiet, so that what is laid over it can speak. */
export function groundLayers(palette: Palette): LayerSpecification[] {
  const p = palette;
  const area = (
    id: string,
    sourceLayer: string,
    color: string | ExpressionSpecification,
  ): LayerSpecification => ({
    id,
    type: 'fill',
    source: 'base',
    'source-layer': sourceLayer,
    paint: { 'fill-color': color, 'fill-antialias': true },
  });
  return [
    { id: 'base-land', type: 'background', paint: { 'background-color': p.land } },
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
    area('base-water', 'water', p.water),
    {
      id: 'base-water-edge',
      type: 'line',
      source: 'base',
      'source-layer': 'water',
      minzoom: 11,
      paint: { 'line-color': p.waterEdge, 'line-width': 0.8 },
    },
    {
      id: 'base-waterway',
      type: 'line',
      source: 'base',
      'source-layer': 'waterway',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': p.water,
        'line-width': width([9, 0.6], [13, 2], [16, 6]),
      },
    },
    {
      ...(area('base-building', 'building', p.building) as LayerSpecification & { type: 'fill' }),
      minzoom: 14,
      paint: {
        'fill-color': p.building,
        'fill-outline-color': p.buildingEdge,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0, 15, 1],
      },
    },
    ...street('path', p.path, p.streetCasing),
    ...street('street', p.street, p.streetCasing),
    ...street('secondary', p.secondary, p.streetCasing),
    ...street('primary', p.primary, p.streetCasing),
    ...street('trunk', p.trunk, p.streetCasing),
    {
      id: 'base-railway',
      type: 'line',
      source: 'base',
      'source-layer': 'railway',
      paint: { 'line-color': p.railway, 'line-width': width([9, 0.8], [16, 3]) },
    },
    {
      id: 'base-railway-ties',
      type: 'line',
      source: 'base',
      'source-layer': 'railway',
      minzoom: 12,
      paint: { 'line-color': p.land, 'line-width': width([12, 0.7], [16, 1.8]), 'line-dasharray': [4, 4] },
    },
  ];
}
