import type { ExpressionSpecification } from 'maplibre-gl';
import { mapFonts } from '../style/fonts.js';
import { isSelected, scaled } from './expressions.js';
import type { Overlay } from './overlay.js';

const sizeByZoom: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 11.5, 0.72, 14, 1];

const unitStates = ['PATROLLING', 'EN_ROUTE', 'ON_SCENE', 'RETURNING', 'STANDBY', 'OFF_DUTY'] as const;

/** Patrol units: sign by kind, outline by state, an arrow where they head; a position gone quiet is dashed grey. */
export const unitsOverlay: Overlay = {
  id: 'units',
  interactive: { 'units-icon': 'unit' },
  areas: () => [],
  points: ({ palette: p, iconScale, textScale, selected }) => [
    {
      id: 'units-selected',
      type: 'circle',
      source: 'units',
      filter: isSelected(selected, 'unit'),
      paint: {
        'circle-radius': scaled(19, iconScale),
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': p.selection,
        'circle-stroke-width': scaled(3, iconScale),
      },
    },
    {
      id: 'units-heading',
      type: 'symbol',
      source: 'units',
      filter: ['all', ['has', 'heading'], ['!', ['get', 'stale']]],
      layout: {
        'icon-image': ['concat', 'heading:', ['get', 'look']],
        'icon-size': sizeByZoom,
        'icon-rotate': ['get', 'heading'],
        'icon-rotation-alignment': 'map',
        'icon-offset': [0, -4],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
      paint: {},
    },
    {
      id: 'units-icon',
      type: 'symbol',
      source: 'units',
      layout: {
        'icon-image': ['concat', 'unit:', ['get', 'kind'], ':', ['get', 'look']],
        'icon-size': sizeByZoom,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'text-field': ['step', ['zoom'], '', 12.5, ['get', 'callSign']],
        'text-font': mapFonts.bold,
        'text-size': scaled(11.5, textScale),
        'text-anchor': 'top',
        'text-offset': [0, 1.25],
        'text-optional': true,
      },
      paint: {
        'icon-opacity': ['case', ['get', 'stale'], 0.75, 1],
        'text-color': p.text,
        'text-halo-color': p.labelHalo,
        'text-halo-width': 1.6,
      },
    },
  ],
  legend: () => [
    ...unitStates.map((state) => ({
      label: `unitState.${state}`,
      swatch: { kind: 'icon' as const, icon: `unit:CAR:${state}` },
      count: state,
    })),
    { label: 'unitStale', swatch: { kind: 'icon', icon: 'unit:CAR:STALE' }, count: 'STALE' },
  ],
};
