import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { mapFonts } from '../style/fonts.js';
import { ageLimitSeconds, incidentCategories } from '../style/incident-signs.js';
import type { StyleContext } from '../style/style-context.js';
import { isSelected, scaled } from './expressions.js';
import { incidentPointZoom, type LegendEntry, type Overlay } from './overlay.js';

const category: ExpressionSpecification = ['coalesce', ['get', 'category'], 'OTHER'];

/** The icon id of an incident: `incident:category:priority:age`. */
function iconOf(nowSeconds: number): ExpressionSpecification {
  const age: ExpressionSpecification = [
    'step',
    ['-', nowSeconds, ['coalesce', ['get', 'reported_at'], 0]],
    'fresh',
    ageLimitSeconds.fresh,
    'recent',
    ageLimitSeconds.recent,
    'old',
  ];
  return [
    'concat',
    'incident:',
    category,
    ':',
    ['to-string', ['coalesce', ['get', 'priority'], 3]],
    ':',
    age,
  ];
}

function pointLayer(
  context: StyleContext,
  id: string,
): Omit<LayerSpecification & { type: 'symbol' }, 'source'> {
  return {
    id,
    type: 'symbol',
    layout: {
      'icon-image': iconOf(context.nowSeconds),
      'icon-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        13,
        ['match', ['get', 'priority'], 1, 0.95, 2, 0.75, 0.58],
        16,
        ['match', ['get', 'priority'], 1, 1.1, 2, 0.95, 0.8],
      ],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      // Urgent and new on top.
      'symbol-sort-key': [
        '-',
        ['/', ['coalesce', ['get', 'reported_at'], 0], 1e7],
        ['*', ['coalesce', ['get', 'priority'], 3], 1000],
      ],
    },
    paint: {},
  };
}

/**
 * Counts per grid. Where the numbers would cover each other the most urgent and largest stay; of the others a dot
 * does, so that no grid with incidents looks empty.
 */
function countLayers({ palette: p, textScale, iconScale }: StyleContext): LayerSpecification[] {
  const shared = { source: 'incidents', 'source-layer': 'incident_count', maxzoom: incidentPointZoom };
  const size = (factor: number): number => Math.round((factor * textScale * 100) / iconScale) / 100;
  const isUrgent: ExpressionSpecification = ['>', ['coalesce', ['get', 'urgent'], 0], 0];
  return [
    {
      id: 'incidents-count',
      type: 'circle',
      ...shared,
      paint: {
        'circle-color': ['case', isUrgent, p.priority1, p.accent],
        'circle-radius': scaled(2.6, textScale),
        'circle-stroke-color': p.surface,
        'circle-stroke-width': scaled(0.8, textScale),
      },
    },
    {
      id: 'incidents-count-label',
      type: 'symbol',
      ...shared,
      layout: {
        'icon-image': ['case', isUrgent, 'count:urgent', 'count:plain'],
        'icon-size': ['step', ['get', 'count'], size(0.85), 10, size(0.98), 100, size(1.2), 1000, size(1.5)],
        'icon-padding': 0,
        'text-field': ['number-format', ['get', 'count'], { locale: 'en' }],
        'text-font': mapFonts.bold,
        'text-size': scaled(10.5, textScale),
        'text-padding': 0,
        'symbol-sort-key': ['-', 0, ['+', ['*', ['coalesce', ['get', 'urgent'], 0], 1000], ['get', 'count']]],
      },
      paint: { 'text-color': p.text },
    },
  ];
}

/** Incidents: counts per grid far out, single ones close up; those newer than the tiles come from the live source. */
export const incidentsOverlay: Overlay = {
  id: 'incidents',
  interactive: { 'incidents-point': 'incident', 'incidents-live': 'incident' },
  areas: () => [],
  points: (context) => {
    const { palette: p, selected, iconScale, liveIncidentIds } = context;
    const ring = (id: string, from: object): LayerSpecification =>
      ({
        id,
        type: 'circle',
        ...from,
        filter: isSelected(selected, 'incident'),
        paint: {
          'circle-radius': scaled(17, iconScale),
          'circle-color': 'rgba(0,0,0,0)',
          'circle-stroke-color': p.selection,
          'circle-stroke-width': scaled(3, iconScale),
        },
      }) as LayerSpecification;
    const tile = { source: 'incidents', 'source-layer': 'incident', minzoom: incidentPointZoom };
    const live = { source: 'live-incidents' };
    return [
      ...countLayers(context),
      {
        ...pointLayer(context, 'incidents-point'),
        ...tile,
        filter: ['!', ['in', ['get', 'id'], ['literal', liveIncidentIds]]],
      } as LayerSpecification,
      {
        id: 'incidents-live-glow',
        type: 'circle',
        ...live,
        paint: {
          'circle-radius': scaled(16, iconScale),
          'circle-color': ['match', ['get', 'priority'], 1, p.priority1, 2, p.priority2, p.priority3],
          'circle-opacity': 0.22,
          'circle-blur': 0.4,
        },
      },
      { ...pointLayer(context, 'incidents-live'), ...live } as LayerSpecification,
      ring('incidents-selected', tile),
      ring('incidents-selected-live', live),
    ];
  },
  legend: ({ palette }, zoom) =>
    zoom < incidentPointZoom ? countLegend(palette.surface, palette.text) : pointLegend,
};

const pointLegend: LegendEntry[] = [
  ...(['1', '2', '3'] as const).map((priority) => ({
    label: `priority.${priority}`,
    swatch: { kind: 'icon' as const, icon: `incident:OTHER:${priority}:recent` },
    count: priority,
  })),
  ...incidentCategories
    .filter((each) => each !== 'OTHER')
    .map((each) => ({
      label: `category.${each}`,
      swatch: { kind: 'icon' as const, icon: `incident:${each}:3:recent` },
    })),
  { label: 'age.fresh', swatch: { kind: 'icon', icon: 'incident:OTHER:3:fresh' } },
  { label: 'age.recent', swatch: { kind: 'icon', icon: 'incident:OTHER:3:recent' } },
  { label: 'age.old', swatch: { kind: 'icon', icon: 'incident:OTHER:3:old' } },
];

function countLegend(fill: string, ink: string): LegendEntry[] {
  return [{ label: 'incidentCount', swatch: { kind: 'count', fill, ink }, count: 'all' }];
}
