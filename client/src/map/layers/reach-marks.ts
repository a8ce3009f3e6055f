import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { mapFonts } from '../style/fonts.js';
import { lineScale, nameOrCode, scaled, sizedIcon } from './expressions.js';
import type { LegendEntry, Overlay } from './overlay.js';

const marks = { source: 'reach-marks' };
const is = (mark: string): ExpressionSpecification => ['==', ['get', 'mark'], mark];
const lostDash = [2, 1.4];

/**
 * What is pointed at while help is sought or a change is tried: grids that would lose cover, the way a unit would
 * take, places, candidates, posts as a draft would have them.
 */
export const reachMarksOverlay: Overlay = {
  id: 'reachMarks',
  interactive: {},
  isShown: () => true,
  areas: ({ palette: p, textScale, lostGridIds, foundStreet }) => {
    const grow = lineScale(textScale);
    const lost = {
      source: 'territory',
      'source-layer': 'territory',
      filter: ['in', ['get', 'id'], ['literal', lostGridIds]] as ExpressionSpecification,
    };
    const round = { 'line-cap': 'round' as const, 'line-join': 'round' as const };
    return [
      {
        id: 'reach-lost-fill',
        type: 'fill',
        ...lost,
        paint: { 'fill-pattern': 'hatch:lost@14', 'fill-opacity': 0.6 },
      },
      {
        id: 'reach-lost-edge',
        type: 'line',
        ...lost,
        layout: { 'line-join': 'round' },
        paint: { 'line-color': p.reachLost, 'line-width': scaled(2.4, grow), 'line-dasharray': lostDash },
      },
      {
        id: 'reach-found-street',
        type: 'line',
        source: 'base',
        'source-layer': 'street',
        filter: ['==', ['get', 'name'], foundStreet ?? ' '],
        layout: round,
        paint: {
          'line-color': p.selection,
          'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 9, 3, 14, 8, 18, 26],
          'line-opacity': 0.45,
        },
      },
      {
        id: 'reach-route-casing',
        type: 'line',
        ...marks,
        filter: is('route'),
        layout: round,
        paint: { 'line-color': p.labelHalo, 'line-width': scaled(8.5, grow), 'line-opacity': 0.9 },
      },
      {
        id: 'reach-route',
        type: 'line',
        ...marks,
        filter: is('route'),
        layout: round,
        paint: { 'line-color': p.selection, 'line-width': scaled(4.2, grow) },
      },
      {
        id: 'reach-move',
        type: 'line',
        ...marks,
        filter: is('move'),
        paint: { 'line-color': p.accent, 'line-width': scaled(2.2, grow), 'line-dasharray': [2.5, 1.5] },
      },
    ];
  },
  points: ({ palette: p, iconScale, textScale }) => {
    const isChosen: ExpressionSpecification = ['boolean', ['get', 'isChosen'], false];
    const label = {
      'text-field': nameOrCode,
      'text-font': mapFonts.bold,
      'text-size': scaled(12, textScale),
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'] as never,
      'text-optional': true,
      'text-max-width': 9,
    };
    const ink = { 'text-color': p.text, 'text-halo-color': p.labelHalo, 'text-halo-width': 2 };
    return [
      {
        id: 'reach-focus',
        type: 'circle',
        ...marks,
        filter: is('focus'),
        paint: {
          'circle-radius': scaled(20, iconScale),
          'circle-color': p.reachGap,
          'circle-opacity': 0.16,
          'circle-stroke-color': p.reachGap,
          'circle-stroke-width': scaled(3, iconScale),
        },
      },
      {
        id: 'reach-candidates',
        type: 'circle',
        ...marks,
        filter: is('candidate'),
        layout: { 'circle-sort-key': ['case', isChosen, 1, 0] },
        paint: {
          'circle-radius': ['case', isChosen, scaled(10, iconScale), scaled(4, iconScale)],
          'circle-color': ['case', isChosen, p.accent, p.unitGround],
          'circle-opacity': ['case', isChosen, 1, 0.75],
          'circle-stroke-color': ['case', isChosen, p.unitGround, p.accent],
          'circle-stroke-width': scaled(1.8, iconScale),
        },
      },
      {
        id: 'reach-candidates-number',
        type: 'symbol',
        ...marks,
        filter: ['all', is('candidate'), isChosen],
        layout: {
          'text-field': ['to-string', ['get', 'number']],
          'text-font': mapFonts.bold,
          'text-size': scaled(12, textScale),
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: { 'text-color': p.onAccent },
      },
      {
        id: 'reach-ghosts',
        type: 'symbol',
        ...marks,
        filter: is('ghost'),
        layout: {
          'icon-image': sizedIcon([['concat', 'ghost:', ['get', 'kind'], ':', ['get', 'change']], 22]),
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
          ...label,
          'text-radial-offset': 1.9,
        },
        paint: ink,
      },
      {
        id: 'reach-places',
        type: 'symbol',
        ...marks,
        filter: is('place'),
        layout: {
          'icon-image': 'place@24',
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
          ...label,
          'text-radial-offset': 0.8,
        },
        paint: ink,
      },
    ] as LayerSpecification[];
  },
  legend: ({ palette: p, lostGridIds = [] }): LegendEntry[] =>
    lostGridIds.length === 0
      ? []
      : [
          {
            label: 'coverLost',
            swatch: { kind: 'icon', icon: 'hatch:lost@12', isPattern: true, ground: p.land },
          },
        ],
};
