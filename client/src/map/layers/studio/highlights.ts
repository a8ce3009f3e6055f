import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { mapFonts } from '../../style/fonts.js';
import type { StudioStyleContext } from '../../style/studio-style-context.js';
import { lineScale, scaled } from '../expressions.js';

const source = { source: 'studio-highlights' };
const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
const isHot: ExpressionSpecification = ['boolean', ['get', 'isHot'], false];
const hasLine: ExpressionSpecification = [
  'all',
  ['!=', ['geometry-type'], 'Point'],
  ['any', ['has', 'tone'], ['has', 'line']],
];
const isDashed: ExpressionSpecification = ['boolean', ['get', 'isDashed'], false];

/** The colour a feature brings, or that of its tone. */
function colour(property: 'fill' | 'line', { palette: p }: StudioStyleContext): ExpressionSpecification {
  return [
    'to-color',
    [
      'coalesce',
      ['get', property],
      [
        'match',
        ['get', 'tone'],
        'gained',
        p.success,
        'lost',
        p.danger,
        'moved',
        p.warning,
        'warning',
        p.warning,
        p.accent,
      ],
    ],
  ];
}

/** What panels lay over the plan: areas under the streets, … */
export function highlightTints(context: StudioStyleContext): LayerSpecification[] {
  return [
    {
      id: 'studio-highlight-fill',
      type: 'fill',
      ...source,
      filter: ['all', isArea, ['any', ['has', 'tone'], ['has', 'fill']]],
      paint: {
        'fill-color': colour('fill', context),
        'fill-opacity': ['+', ['coalesce', ['get', 'opacity'], 0.3], ['case', isHot, 0.2, 0]],
        'fill-antialias': false,
      },
    },
    {
      // Land lost is hatched as well: red and green alone say nothing to some.
      id: 'studio-highlight-lost',
      type: 'fill',
      ...source,
      filter: ['all', isArea, ['==', ['get', 'tone'], 'lost']],
      paint: { 'fill-pattern': 'hatch:lost@14', 'fill-opacity': 0.6 },
    },
  ] as LayerSpecification[];
}

/** … lines over them, … */
export function highlightLines(context: StudioStyleContext): LayerSpecification[] {
  const grow = lineScale(context.textScale);
  const line = (id: string, filter: ExpressionSpecification, dash?: number[]): LayerSpecification =>
    ({
      id,
      type: 'line',
      ...source,
      filter,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour('line', context),
        'line-width': [
          '*',
          scaled(1, grow),
          ['+', ['coalesce', ['get', 'width'], 1.6], ['case', isHot, 1.6, 0]],
        ],
        ...(dash && { 'line-dasharray': dash }),
      },
    }) as LayerSpecification;
  return [
    line('studio-highlight-line', ['all', hasLine, ['!', isDashed]]),
    line('studio-highlight-dashes', ['all', hasLine, isDashed], [2.5, 1.8]),
  ];
}

/** … points and words above all names. */
export function highlightPoints(context: StudioStyleContext): LayerSpecification[] {
  const { palette: p, textScale, iconScale } = context;
  return [
    {
      id: 'studio-highlight-dot',
      type: 'circle',
      ...source,
      filter: isPoint,
      paint: {
        'circle-radius': ['case', isHot, scaled(9, iconScale), scaled(6.5, iconScale)],
        'circle-color': colour('fill', context),
        'circle-stroke-color': p.surface,
        'circle-stroke-width': scaled(2, iconScale),
      },
    },
    {
      id: 'studio-highlight-label',
      type: 'symbol',
      ...source,
      filter: ['has', 'label'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': mapFonts.bold,
        'text-size': scaled(12, textScale),
        'text-variable-anchor': ['top', 'bottom', 'center'],
        'text-radial-offset': 0.9,
        'text-max-width': 10,
      },
      paint: { 'text-color': p.text, 'text-halo-color': p.labelHalo, 'text-halo-width': 2 },
    },
  ] as LayerSpecification[];
}
