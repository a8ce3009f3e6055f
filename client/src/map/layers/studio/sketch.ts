import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { mapFonts } from '../../style/fonts.js';
import type { StudioStyleContext } from '../../style/studio-style-context.js';
import { lineScale, scaled } from '../expressions.js';

const source = { source: 'studio-sketch' };
const is = (...marks: string[]): ExpressionSpecification => ['in', ['get', 'mark'], ['literal', marks]];
const round = { 'line-join': 'round' as const, 'line-cap': 'round' as const };
const [partOne, partTwo] = ['one', 'two'];

/** What is being drawn: the two sides of a split, lassos, … */
export function sketchTints({ palette: p }: StudioStyleContext): LayerSpecification[] {
  return [
    {
      id: 'studio-sketch-fill',
      type: 'fill',
      ...source,
      filter: ['all', ['==', ['geometry-type'], 'Polygon'], is('part', 'area')],
      paint: {
        'fill-color': ['match', ['get', 'part'], partOne, p.accent, partTwo, p.success, p.selection],
        'fill-opacity': 0.28,
      },
    },
  ] as LayerSpecification[];
}

/** … the line itself, the border that is worked on, the street it would follow, … */
export function sketchLines({ palette: p, textScale }: StudioStyleContext): LayerSpecification[] {
  const grow = lineScale(textScale);
  const line = (id: string, filter: ExpressionSpecification, paint: object): LayerSpecification =>
    ({ id, type: 'line', ...source, filter, layout: round, paint }) as LayerSpecification;
  return [
    line('studio-sketch-border', is('border'), {
      'line-color': p.selection,
      'line-width': scaled(6, grow),
      'line-opacity': 0.55,
    }),
    line('studio-sketch-former', is('former'), {
      'line-color': p.text,
      'line-width': scaled(1.6, grow),
      'line-opacity': 0.7,
      'line-dasharray': [1.5, 2],
    }),
    line('studio-sketch-casing', is('line'), {
      'line-color': p.surface,
      'line-width': scaled(6, grow),
      'line-opacity': 0.85,
    }),
    line('studio-sketch-line', is('line'), { 'line-color': p.accent, 'line-width': scaled(3, grow) }),
    line('studio-sketch-rubber', is('rubber'), {
      'line-color': p.accent,
      'line-width': scaled(2.2, grow),
      'line-dasharray': [2, 1.6],
    }),
    line('studio-sketch-refused', is('refused'), {
      'line-color': p.danger,
      'line-width': scaled(3, grow),
      'line-dasharray': [2, 1.2],
    }),
  ];
}

/** … and its points: nodes where borders meet, vertices, the middles that become one, what the pointer would take. */
export function sketchPoints({ palette: p, iconScale, textScale }: StudioStyleContext): LayerSpecification[] {
  const size = (pixels: number): number => scaled(pixels, iconScale);
  const near = (far: number, close: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['zoom'],
    13.5,
    size(far),
    16,
    size(close),
  ];
  const circle = (id: string, filter: ExpressionSpecification, paint: object): LayerSpecification =>
    ({ id, type: 'circle', ...source, filter, minzoom: 12, paint }) as LayerSpecification;
  return [
    {
      ...circle('studio-sketch-middle', is('middle'), {
        'circle-radius': size(3.2),
        'circle-color': p.surface,
        'circle-opacity': 0.9,
        'circle-stroke-color': p.selection,
        'circle-stroke-width': size(1.2),
        'circle-stroke-opacity': 0.8,
      }),
      // Further out they would hide the border.
      minzoom: 15.5,
    } as LayerSpecification,
    circle('studio-sketch-vertex', is('vertex', 'outer'), {
      'circle-radius': near(2.6, 4.6),
      'circle-color': ['match', ['get', 'mark'], 'outer', p.surfacePressed, p.selection],
      'circle-stroke-color': ['match', ['get', 'mark'], 'outer', p.edge, p.surface],
      'circle-stroke-width': size(1.6),
    }),
    circle('studio-sketch-node', is('node'), {
      'circle-radius': near(4, 5.6),
      'circle-color': p.surface,
      'circle-stroke-color': p.selection,
      'circle-stroke-width': size(3.2),
    }),
    circle('studio-sketch-corner', is('corner'), {
      'circle-radius': size(4.6),
      'circle-color': p.surface,
      'circle-stroke-color': p.accent,
      'circle-stroke-width': size(2.4),
    }),
    {
      ...circle('studio-sketch-grip', is('grip', 'snap', 'trouble'), {
        'circle-radius': size(9),
        'circle-color': ['match', ['get', 'mark'], 'trouble', p.danger, p.selection],
        'circle-opacity': 0.25,
        'circle-stroke-color': ['match', ['get', 'mark'], 'trouble', p.danger, p.selection],
        'circle-stroke-width': size(2.4),
      }),
      minzoom: 0,
    } as LayerSpecification,
    {
      id: 'studio-sketch-words',
      type: 'symbol',
      ...source,
      filter: ['has', 'label'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': mapFonts.bold,
        'text-size': scaled(13, textScale),
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': p.text, 'text-halo-color': p.labelHalo, 'text-halo-width': 2.4 },
    } as LayerSpecification,
  ];
}
