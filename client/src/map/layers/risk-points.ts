import type { ExpressionSpecification } from 'maplibre-gl';
import type { Palette } from '../../ui/tokens.js';
import { mapFonts } from '../style/fonts.js';
import { isSelected, nameOrCode, scaled, selectionRing, sizedIcon } from './expressions.js';
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

/** The icon id with the kind's glyph. */
const signOf: ExpressionSpecification = ['concat', 'risk:', ['get', 'level'], ':', ['get', 'kind']];

/** The same where only grave ones have room for it. */
const graveSignOf: ExpressionSpecification = [
  'case',
  isGrave,
  signOf,
  ['concat', 'risk:', ['get', 'level'], ':NONE'],
];

/** Graver ones larger. */
function bySize(red: number, orange: number, others: number): ExpressionSpecification {
  return ['match', ['get', 'level'], 'RED', red, 'ORANGE', orange, others];
}

/** Whether a sign of this level says its kind at this zoom. */
function hasGlyph(level: string, zoom: number): boolean {
  return zoom >= (level === 'RED' || level === 'ORANGE' ? riskPointZoom : 14);
}

/** Risk points: the outline of a road sign says the level (octagon, triangle, its reverse, square), the glyph the kind. */
export const riskPointsOverlay: Overlay = {
  id: 'riskPoints',
  interactive: { 'risk-points-extent': 'riskPoint', 'risk-points-icon': 'riskPoint' },
  areas: ({ palette: p, selected }) => [
    {
      id: 'risk-points-area',
      type: 'fill',
      source: 'risk-points',
      minzoom: riskPointZoom,
      filter: ['all', ['==', ['get', 'part'], 'extent'], ['==', ['geometry-type'], 'Polygon']],
      paint: { 'fill-color': colorOfLevel(p), 'fill-opacity': 0.14 },
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
        'line-width': ['case', isSelected(selected, 'riskPoint'), 5, 2.4],
        'line-opacity': 0.85,
      },
    },
  ],
  points: ({ palette: p, iconScale, textScale, isWall, selected }) => [
    {
      id: 'risk-points-selected',
      type: 'circle',
      source: 'risk-points',
      filter: ['all', isSign, isSelected(selected, 'riskPoint')],
      paint: selectionRing(p.selection, 16, iconScale),
    },
    {
      id: 'risk-points-icon',
      type: 'symbol',
      source: 'risk-points',
      // Far out only what is grave keeps its place: a small mark in the outline of its level.
      filter: isWall
        ? ['all', isSign, isGrave]
        : ['all', isSign, ['step', ['zoom'], isGrave, riskPointZoom, true]],
      layout: {
        'icon-image': sizedIcon(
          [['concat', 'risk:', ['get', 'level'], ':NONE'], bySize(11, 9, 9)],
          [riskPointZoom, [graveSignOf, bySize(15, 15, 9)]],
          [14, [signOf, bySize(18, 18, 16)]],
          [15, [signOf, bySize(22, 22, 20)]],
        ),
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'text-field': isWall ? '' : ['step', ['zoom'], '', 16, nameOrCode],
        'text-font': mapFonts.regular,
        'text-size': scaled(11, textScale),
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.2,
        'text-optional': true,
        'text-max-width': 8,
        'symbol-sort-key': ['match', ['get', 'level'], 'RED', 4, 'ORANGE', 3, 'YELLOW', 2, 1],
      },
      paint: { 'text-color': p.label, 'text-halo-color': p.labelHalo, 'text-halo-width': 1.6 },
    },
  ],
  legend: ({ isWall }, zoom) =>
    riskLevels
      .filter((level) => (zoom >= riskPointZoom && !isWall) || level === 'RED' || level === 'ORANGE')
      .map((level) => ({
        label: `risk.${level}`,
        group: 'level',
        swatch: {
          kind: 'icon',
          icon: hasGlyph(level, zoom) ? `risk:${level}:FIRE_LOAD@18` : `risk:${level}:NONE@11`,
        },
        count: level,
      })),
};
