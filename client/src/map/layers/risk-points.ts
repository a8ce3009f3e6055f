import type { ExpressionSpecification } from 'maplibre-gl';
import type { Palette } from '../../ui/tokens.js';
import { mapFonts } from '../style/fonts.js';
import { isSelected, nameOrCode, scaled } from './expressions.js';
import { riskPointZoom, type Overlay } from './overlay.js';

function colorOfLevel(p: Palette): ExpressionSpecification {
  return [
    'match',
    ['get', 'level'],
    'RED',
    p.riskRed,
    'ORANGE',
    p.riskOrange,
    'YELLOW',
    p.riskYellow,
    p.riskBlue,
  ];
}

const isGrave: ExpressionSpecification = ['in', ['get', 'level'], ['literal', ['RED', 'ORANGE']]];
const isSign: ExpressionSpecification = ['==', ['get', 'part'], 'sign'];

const riskLevels = ['RED', 'ORANGE', 'YELLOW', 'BLUE'] as const;

/** Risk points: the outline says the level (octagon, triangle, diamond, circle), the sign inside the kind. */
export const riskPointsOverlay: Overlay = {
  id: 'riskPoints',
  interactive: {
    'risk-points-extent': 'riskPoint',
    'risk-points-dot': 'riskPoint',
    'risk-points-icon': 'riskPoint',
  },
  areas: ({ palette: p, selected }) => [
    {
      id: 'risk-points-area',
      type: 'fill',
      source: 'risk-points',
      minzoom: riskPointZoom,
      filter: ['all', ['==', ['get', 'part'], 'extent'], ['==', ['geometry-type'], 'Polygon']],
      paint: { 'fill-color': colorOfLevel(p), 'fill-opacity': 0.16 },
    },
    {
      id: 'risk-points-extent',
      type: 'line',
      source: 'risk-points',
      minzoom: riskPointZoom,
      filter: ['==', ['get', 'part'], 'extent'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': colorOfLevel(p),
        'line-width': ['case', isSelected(selected, 'riskPoint'), 5, 3],
      },
    },
  ],
  points: ({ palette: p, iconScale, textScale, isWall, selected }) => [
    {
      id: 'risk-points-dot',
      type: 'circle',
      source: 'risk-points',
      maxzoom: riskPointZoom,
      // Far out only what is grave keeps its place.
      filter: ['all', isSign, isGrave],
      paint: {
        'circle-radius': scaled(3, iconScale),
        'circle-color': ['match', ['get', 'level'], 'RED', p.riskRed, p.riskOrange],
        'circle-stroke-color': p.iconEdge,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'risk-points-selected',
      type: 'circle',
      source: 'risk-points',
      filter: ['all', isSign, isSelected(selected, 'riskPoint')],
      paint: {
        'circle-radius': scaled(15, iconScale),
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': p.selection,
        'circle-stroke-width': scaled(3, iconScale),
      },
    },
    {
      id: 'risk-points-icon',
      type: 'symbol',
      source: 'risk-points',
      minzoom: riskPointZoom,
      filter: isWall ? ['all', isSign, isGrave] : isSign,
      layout: {
        'icon-image': ['concat', 'risk:', ['get', 'level'], ':', ['get', 'kind']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 12, 0.6, 15, 0.82],
        'icon-allow-overlap': true,
        'text-field': isWall ? '' : ['step', ['zoom'], '', 15.5, nameOrCode],
        'text-font': mapFonts.regular,
        'text-size': scaled(11, textScale),
        'text-anchor': 'top',
        'text-offset': [0, 1.1],
        'text-optional': true,
        'text-max-width': 8,
        'symbol-sort-key': ['match', ['get', 'level'], 'RED', 4, 'ORANGE', 3, 'YELLOW', 2, 1],
      },
      paint: { 'text-color': p.label, 'text-halo-color': p.labelHalo, 'text-halo-width': 1.4 },
    },
  ],
  legend: ({ isWall }, zoom) =>
    riskLevels
      .filter((level) => (zoom >= riskPointZoom && !isWall) || level === 'RED' || level === 'ORANGE')
      .map((level) => ({
        label: `risk.${level}`,
        swatch: { kind: 'icon', icon: `risk:${level}:FIRE_LOAD` },
        count: level,
      })),
};
