import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { mapFonts } from '../style/fonts.js';
import { ageLimitSeconds, incidentCategories } from '../style/incident-signs.js';
import type { StyleContext } from '../style/style-context.js';
import { isSelected, scaled, selectionRing, sizedIcon } from './expressions.js';
import { incidentFadeZoom, incidentPointZoom, type LegendEntry, type Overlay } from './overlay.js';

const priority: ExpressionSpecification = ['coalesce', ['get', 'priority'], 3];
const isMarked = (name: string): ExpressionSpecification => ['==', ['get', name], true];

/** The icon id of an incident: `incident:category:priority:age`, before its size. */
function iconOf({ nowSeconds, marksSimulated }: StyleContext): ExpressionSpecification {
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
    ['coalesce', ['get', 'category'], 'OTHER'],
    ':',
    ['to-string', priority],
    ':',
    // Where only the grid may be told, a soft patch stands for the place.
    ['case', isMarked('sensitive'), 'area', age],
    marksSimulated ? ['case', isMarked('simulated'), '+sim', ''] : '',
  ] as ExpressionSpecification;
}

/** Pixels of the third, second and first priority from zoom 13, 14 and 15. */
const sizes = { far: [13, 17, 22], middle: [16, 20, 24], near: [20, 24, 28] } as const;
const sizesAt = (zoom: number): readonly [number, number, number] =>
  zoom >= 15 ? sizes.near : zoom >= 14 ? sizes.middle : sizes.far;

function bySize([third, second, first]: readonly [number, number, number]): ExpressionSpecification {
  return ['match', priority, 1, first, 2, second, third];
}

function pointLayer(context: StyleContext, id: string, from: object): LayerSpecification {
  const sign = iconOf(context);
  return {
    id,
    type: 'symbol',
    ...from,
    layout: {
      'icon-image': sizedIcon(
        [sign, bySize(sizes.far)],
        [14, [sign, bySize(sizes.middle)]],
        [15, [sign, bySize(sizes.near)]],
      ),
      'icon-allow-overlap': true,
      // Close up names make way; further out there are too many to ask each name for room.
      'icon-ignore-placement': ['step', ['zoom'], true, 15, false],
      'icon-padding': 0,
      // Urgent and new on top.
      'symbol-sort-key': ['-', ['/', ['coalesce', ['get', 'reported_at'], 0], 1e7], ['*', priority, 1000]],
    },
  } as unknown as LayerSpecification;
}

/** Among counts only what is urgent among the newest has its whole sign. */
function liveLayer(context: StyleContext, from: object): LayerSpecification {
  const layer = pointLayer(context, 'incidents-live', from) as LayerSpecification & { type: 'symbol' };
  const [, , ...steps] = layer.layout!['icon-image'] as unknown[];
  const [close, ...closer] = steps;
  const far = ['case', ['==', priority, 3], `mark:3@${markSizes[2] + 3}`, close];
  const icon = ['step', ['zoom'], far, incidentPointZoom, close, ...closer];
  return { ...layer, layout: { ...layer.layout, 'icon-image': icon as ExpressionSpecification } };
}

const countSizes = [
  [0, 22],
  [10, 26],
  [100, 32],
  [1000, 40],
] as const;

/** A share of the count in eighths, rounded up. */
function eighthsOf(name: string): ExpressionSpecification {
  return [
    'to-string',
    ['ceil', ['/', ['*', 8, ['coalesce', ['get', name], 0]], ['max', 1, ['coalesce', ['get', 'count'], 1]]]],
  ];
}

/** Sizes of the marks that stand for a count without room, by priority. */
const markSizes = [12, 10, 7] as const;

/** Most of the change happens early, so that neither stands half faded for long. */
function fade(...stops: [zoom: number, opacity: number][]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as ExpressionSpecification;
}

const middleZoom = (incidentPointZoom + incidentFadeZoom) / 2 - 0.05;

const countEndZoom = middleZoom + 0.15;
/** From here incidents show more than the counts they came out of. */
const incidentLegendZoom = incidentPointZoom + 0.15;

const fadeOut = fade([incidentPointZoom, 1], [middleZoom, 0.3], [countEndZoom, 0]);
const fadeIn = fade([incidentPointZoom, 0.15], [middleZoom, 0.85], [incidentFadeZoom, 1]);

/**
 * Counts per grid in rings that show the share of the first and second priority. Where the numbers would cover each
 * other the most urgent and largest stay; of the others a mark does, in shape and colour of the gravest among them.
 */
function countLayers({ palette: p, textScale, iconScale }: StyleContext): LayerSpecification[] {
  const shared = { source: 'incidents', 'source-layer': 'incident_count', maxzoom: countEndZoom };
  const iconPixels = (pixels: number): number => Math.round((pixels * textScale) / iconScale);
  const has = (name: string): ExpressionSpecification => ['>', ['coalesce', ['get', name], 0], 0];
  const [[, least], ...more] = countSizes;
  return [
    {
      id: 'incidents-count',
      type: 'symbol',
      ...shared,
      layout: {
        'icon-image': [
          'case',
          has('urgent'),
          `mark:1@${iconPixels(markSizes[0])}`,
          has('serious'),
          `mark:2@${iconPixels(markSizes[1])}`,
          `mark:3@${iconPixels(markSizes[2])}`,
        ],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
      paint: { 'icon-opacity': fadeOut },
    },
    {
      id: 'incidents-count-label',
      type: 'symbol',
      ...shared,
      layout: {
        'icon-image': [
          'concat',
          'count:',
          eighthsOf('urgent'),
          ':',
          eighthsOf('serious'),
          '@',
          [
            'step',
            ['get', 'count'],
            String(iconPixels(least)),
            ...more.flatMap(([from, pixels]) => [from, String(iconPixels(pixels))]),
          ],
        ] as unknown as ExpressionSpecification,
        'icon-padding': 0,
        'text-field': ['number-format', ['get', 'count'], { locale: 'en' }],
        'text-font': mapFonts.bold,
        'text-size': [
          'step',
          ['get', 'count'],
          scaled(11, textScale),
          100,
          scaled(11.5, textScale),
          1000,
          scaled(12, textScale),
        ],
        'text-padding': 0,
        'symbol-sort-key': [
          '-',
          0,
          [
            '+',
            ['*', ['coalesce', ['get', 'urgent'], 0], 1000],
            ['*', ['coalesce', ['get', 'serious'], 0], 20],
            ['get', 'count'],
          ],
        ],
      },
      paint: { 'text-color': p.countInk, 'text-opacity': fadeOut, 'icon-opacity': fadeOut },
    },
  ];
}

/** Incidents: counts per grid far out, single ones close up; those newer than the tiles come from the live source. */
export const incidentsOverlay: Overlay = {
  id: 'incidents',
  interactive: { 'incidents-point': 'incident', 'incidents-live': 'incident' },
  names: countLayers,
  points: (context) => {
    const { palette: p, selected, iconScale, liveIncidentIds } = context;
    const ring = (id: string, from: object): LayerSpecification =>
      ({
        id,
        type: 'circle',
        ...from,
        filter: isSelected(selected, 'incident'),
        paint: selectionRing(p.selection, 19, iconScale),
      }) as LayerSpecification;
    const tile = { source: 'incidents', 'source-layer': 'incident', minzoom: incidentPointZoom };
    const live = { source: 'live-incidents' };
    const point = pointLayer(context, 'incidents-point', {
      ...tile,
      filter: ['!', ['in', ['get', 'id'], ['literal', liveIncidentIds]]],
    });
    return [
      ring('incidents-selected', tile),
      {
        ...point,
        paint: {
          'icon-opacity': fadeIn,
        },
      } as LayerSpecification,
      ring('incidents-selected-live', live),
      liveLayer(context, live),
    ];
  },
  legend: (_, zoom) => (zoom < incidentLegendZoom ? countLegend : pointLegend(sizesAt(zoom))),
};

const countLegend: LegendEntry[] = [
  { label: 'incidentCount', swatch: { kind: 'icon', icon: 'count:2:3@22', text: '12' }, count: 'all' },
  ...(['Urgent', 'Serious', 'Other'] as const).map((name, index) => ({
    label: `count${name}`,
    group: 'share',
    swatch: { kind: 'icon' as const, icon: `mark:${index + 1}@${markSizes[index]!}` },
    count: String(index + 1),
  })),
];

function pointLegend(pixels: readonly [number, number, number]): LegendEntry[] {
  const icon = (name: string, rank: 1 | 2 | 3): LegendEntry['swatch'] => ({
    kind: 'icon',
    icon: `incident:${name.replace('*', String(rank))}@${pixels[3 - rank]!}`,
  });
  return [
    ...([1, 2, 3] as const).map((rank) => ({
      label: `priority.${rank}`,
      group: 'priority',
      swatch: icon('OTHER:*:recent', rank),
      count: String(rank),
    })),
    ...incidentCategories
      .filter((each) => each !== 'OTHER')
      .map((each) => ({
        label: `category.${each}`,
        group: 'category',
        swatch: icon(`${each}:*:recent`, 3),
      })),
    ...(['fresh', 'recent', 'old'] as const).map((each) => ({
      label: `age.${each}`,
      group: 'age',
      swatch: icon(`OTHER:*:${each}`, 3),
    })),
    { label: 'incidentArea', swatch: icon('OTHER:*:area', 3) },
  ];
}
