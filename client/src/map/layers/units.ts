import type { ExpressionSpecification } from 'maplibre-gl';
import { mapFonts } from '../style/fonts.js';
import { isSelected, scaled, selectionRing, sizedIcon } from './expressions.js';
import type { Overlay } from './overlay.js';

const unitStates = ['PATROLLING', 'EN_ROUTE', 'ON_SCENE', 'RETURNING', 'STANDBY', 'OFF_DUTY'] as const;

/** Diameter of a badge by zoom; from five metres the largest at every zoom. */
const sizes = { far: 18, middle: 22, near: 26 };

function bySize(id: ExpressionSpecification, isWall: boolean): ExpressionSpecification {
  if (isWall) return sizedIcon([id, sizes.near]);
  return sizedIcon([id, sizes.far], [13, [id, sizes.middle]], [15, [id, sizes.near]]);
}

const sizeAt = (zoom: number): number => (zoom >= 15 ? sizes.near : zoom >= 13 ? sizes.middle : sizes.far);

/** The call sign, and how old the position is where it has gone quiet. */
const label: ExpressionSpecification = [
  'case',
  ['has', 'quietFor'],
  ['concat', ['get', 'callSign'], '\n', ['get', 'quietFor']],
  ['get', 'callSign'],
];

/** Patrol units: round badges, sign by kind, colour and mark by state, a wedge where they head; gone quiet: dashed grey. */
export const unitsOverlay: Overlay = {
  id: 'units',
  interactive: { 'units-icon': 'unit' },
  points: ({ palette: p, iconScale, textScale, isWall, selected }) => [
    {
      id: 'units-selected',
      type: 'circle',
      source: 'units',
      filter: isSelected(selected, 'unit'),
      paint: selectionRing(p.selection, 21, iconScale),
    },
    {
      id: 'units-heading',
      type: 'symbol',
      source: 'units',
      filter: ['all', ['has', 'heading'], ['!', ['get', 'stale']]],
      layout: {
        'icon-image': bySize(['concat', 'heading:', ['get', 'look']], isWall),
        'icon-rotate': ['get', 'heading'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'units-icon',
      type: 'symbol',
      source: 'units',
      layout: {
        'icon-image': bySize(['concat', 'unit:', ['get', 'kind'], ':', ['get', 'look']], isWall),
        'icon-allow-overlap': true,
        // They move: names that made way for them would flicker.
        'icon-ignore-placement': true,
        'text-field': isWall ? '' : ['step', ['zoom'], '', 12, label],
        'text-font': mapFonts.bold,
        'text-size': scaled(12, textScale),
        'text-line-height': 1.15,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.35,
        'text-optional': true,
      },
      paint: {
        'text-color': p.text,
        'text-halo-color': p.labelHalo,
        'text-halo-width': 2,
      },
    },
  ],
  legend: (_, zoom) => [
    ...unitStates.map((state) => ({
      label: `unitState.${state}`,
      group: 'state',
      swatch: { kind: 'icon' as const, icon: `unit:CAR:${state}@${sizeAt(zoom)}` },
      count: state,
    })),
    {
      label: 'unitStale',
      group: 'state',
      swatch: { kind: 'icon', icon: `unit:CAR:STALE@${sizeAt(zoom)}` },
      count: 'STALE',
    },
  ],
};
