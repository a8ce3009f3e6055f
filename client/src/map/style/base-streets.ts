import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../../ui/tokens.js';

/** Width in pixels at zoom levels, growing by the factor streets do. */
export function width(...stops: [number, number][]): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.5], ['zoom'], ...stops.flat()] as ExpressionSpecification;
}

const streetWidth = {
  path: width([14, 0.6], [18, 3]),
  street: width([12, 0.4], [14, 1.8], [16, 6], [18, 16]),
  secondary: width([9, 0.7], [11, 1.3], [13, 2.4], [16, 8], [18, 20]),
  primary: width([8, 0.9], [11, 1.9], [14, 4.2], [16, 10], [18, 24]),
  trunk: width([7, 1], [11, 2.4], [14, 5], [16, 12], [18, 28]),
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

function street(
  rank: StreetRank,
  color: string | ExpressionSpecification,
  casing: string,
): LayerSpecification[] {
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
    minzoom: Math.max(minimumZoom[rank], 10),
    layout: { ...layout, 'line-cap': 'butt' },
    paint: {
      'line-color': casing,
      'line-gap-width': streetWidth[rank],
      'line-width': width([10, 0.5], [13, 0.8], [16, 1.3]),
    },
  };
  return [edge, line];
}

/** Streets in five ranks, the higher over the lower, each with its casing. */
export function streetLayers(p: Palette): LayerSpecification[] {
  return [
    ...street('path', p.path, p.streetCasing),
    ...street('street', p.street, p.streetCasing),
    ...street('secondary', p.secondary, p.streetCasing),
    ...street('primary', p.primary, p.streetCasing),
    ...street('trunk', ['match', ['get', 'class'], 'motorway', p.motorway, p.trunk], p.trunkCasing),
  ];
}
