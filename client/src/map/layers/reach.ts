import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../../ui/tokens.js';
import type { ReachLook } from '../style/style-context.js';
import type { LegendEntry, Overlay } from './overlay.js';

const ramp: (keyof Palette)[] = ['reach1', 'reach2', 'reach3', 'reach4', 'reach5'];
const gapDash = [2.2, 1.6];
const lostDash = [0.9, 0.9];

/** What a band of so many is drawn with: few limits take colours far apart, and the sooner the wider. */
function lookOfBand(index: number, of: number): { color: keyof Palette; share: number } {
  const place = of === 1 ? 0.5 : index / (of - 1);
  return { color: ramp[Math.round(place * (ramp.length - 1))]!, share: 1.15 - 0.4 * place };
}

const band: ExpressionSpecification = ['get', 'band'];

function matchBand(limits: readonly number[], get: (index: number) => unknown): unknown {
  const [last] = [get(limits.length - 1)];
  const cases = limits.slice(0, -1).flatMap((_, index) => [index + 1, get(index)]);
  return cases.length === 0 ? last : ['match', band, ...cases, last];
}

/** Street classes are numbered from the most important on: 0 motorway … 13 steps. */
const shareOfClass: ExpressionSpecification = [
  'step',
  ['get', 'class'],
  1.35,
  3,
  1.15,
  5,
  1,
  8,
  0.85,
  9,
  0.65,
];

/** Pixels by zoom: wider than the street far out, within it close up. */
const widths: [zoom: number, pixels: number][] = [
  [8, 0.9],
  [11, 1.5],
  [13, 2.4],
  [14, 3.2],
  [16, 6],
  [18, 14],
];

function width(share: unknown, more = 0): ExpressionSpecification {
  const stops = widths.flatMap(([zoom, pixels]) => [
    zoom,
    ['+', ['*', pixels, shareOfClass, share], more] as unknown,
  ]);
  return ['interpolate', ['exponential', 1.5], ['zoom'], ...stops] as ExpressionSpecification;
}

/** A look for a map without reach, so that its layers are the same. */
const none: ReachLook = { tiles: [], limits: [60], showsGaps: false, hasChanges: false, emphasis: null };

const never: ExpressionSpecification = ['==', band, -1];

/** Whether a street is one of those to bring out. */
function isEmphasised({ emphasis }: ReachLook): ExpressionSpecification | null {
  if (!emphasis) return null;
  return 'owner' in emphasis
    ? ['==', ['coalesce', ['get', 'owner'], -1], emphasis.owner]
    : ['>=', ['coalesce', ['get', 'count'], 0], emphasis.atLeast];
}

function line(id: string, rest: object): LayerSpecification {
  return {
    id,
    type: 'line',
    source: 'reach',
    'source-layer': 'reach',
    ...rest,
    layout: { 'line-cap': 'round', 'line-join': 'round', ...(rest as { layout?: object }).layout },
  } as LayerSpecification;
}

/** Streets by how soon they are reached, cut exactly at the limits; under them, for the eye, the area. */
export const reachOverlay: Overlay = {
  id: 'reach',
  interactive: {},
  isShown: ({ reach }) => reach !== null,
  tints: ({ palette, reach }) => {
    const { limits } = reach ?? none;
    return [
      {
        id: 'reach-area',
        type: 'fill',
        source: 'reach-area',
        paint: {
          'fill-color': matchBand(
            limits,
            (index) => palette[lookOfBand(index, limits.length).color],
          ) as string,
          // Close up the streets say it themselves.
          'fill-opacity': ['interpolate', ['linear'], ['zoom'], 13, 0.13, 16, 0.05],
        },
      },
    ];
  },
  areas: ({ palette: p, reach }) => {
    const look = reach ?? none;
    const { limits } = look;
    const color = matchBand(limits, (index) => p[lookOfBand(index, limits.length).color]);
    const share = matchBand(limits, (index) => lookOfBand(index, limits.length).share);
    const emphasised = isEmphasised(look);
    const opacity = emphasised ? ['case', emphasised, 1, 0.22] : 1;
    const sooner = { 'line-sort-key': ['-', 0, band] };
    const reached: ExpressionSpecification = ['>', band, 0];
    return [
      line('reach-gaps', {
        filter: look.showsGaps ? ['==', band, 0] : never,
        layout: { 'line-cap': 'butt' },
        paint: {
          'line-color': p.reachGap,
          'line-width': width(0.7),
          'line-dasharray': gapDash,
          'line-opacity': emphasised ? 0.2 : 0.75,
        },
      }),
      line('reach-casing', {
        filter: reached,
        paint: {
          'line-color': p.streetCasing,
          'line-width': width(share, 1.6),
          'line-opacity': emphasised ? 0.15 : 0.7,
        },
      }),
      line('reach-streets', {
        filter: reached,
        layout: sooner,
        paint: { 'line-color': color, 'line-width': width(share), 'line-opacity': opacity },
      }),
      line('reach-gained', {
        filter: look.hasChanges ? ['==', ['get', 'change'], 'gained'] : never,
        // Round ends of many short lanes would run together into knots.
        layout: { 'line-cap': 'butt' },
        paint: {
          'line-color': p.reachGained,
          'line-gap-width': width(1.15, 0.6),
          'line-width': ['interpolate', ['linear'], ['zoom'], 11, 0.75, 14, 1.5],
        },
      }),
      line('reach-lost', {
        filter: look.hasChanges ? ['==', ['get', 'change'], 'lost'] : never,
        layout: { 'line-cap': 'butt' },
        paint: { 'line-color': p.reachLost, 'line-width': width(1.15), 'line-dasharray': lostDash },
      }),
    ];
  },
  legend: ({ palette: p, reach }) => {
    if (!reach) return [];
    const { limits, showsGaps, hasChanges } = reach;
    const bands = limits.map((seconds, index): LegendEntry => {
      const { color, share } = lookOfBand(index, limits.length);
      return {
        label: 'reachWithin',
        group: 'ramp',
        seconds,
        swatch: { kind: 'line', color: p[color], width: Math.round(4 * share * 10) / 10 },
      };
    });
    const other: (LegendEntry | false)[] = [
      showsGaps && {
        label: 'reachGap',
        group: 'ramp',
        swatch: { kind: 'line', color: p.reachGap, width: 2.4, dash: gapDash },
      },
      hasChanges && {
        label: 'reachGained',
        group: 'change',
        swatch: { kind: 'line', color: p.reachGained, width: 1.5, gap: 4 },
      },
      hasChanges && {
        label: 'reachLost',
        group: 'change',
        swatch: { kind: 'line', color: p.reachLost, width: 4, dash: lostDash },
      },
    ];
    return [...bands, ...other.filter((entry) => entry !== false)];
  },
};

/** The colour of a band of so many, for charts beside the map. */
export function getBandColor(palette: Palette, index: number, of: number): string {
  return palette[lookOfBand(index, of).color];
}
