import type { ExpressionSpecification } from 'maplibre-gl';
import type { Partition } from '../../state/overlays.js';
import type { Palette } from '../../ui/tokens.js';
import type { Overlay } from './overlay.js';

/** Upper limits of the classes in minutes since a patrol was last seen; the last class is open. */
const coverageLimits = [30, 120, 480, 1440] as const;

/** One ramp: what was seen lately hardly shows, what was not lies under a haze. */
const classes: { color: keyof Palette; opacity: number }[] = [
  { color: 'seen0', opacity: 0.16 },
  { color: 'seen1', opacity: 0.3 },
  { color: 'seen2', opacity: 0.4 },
  { color: 'seen3', opacity: 0.48 },
  { color: 'seen4', opacity: 0.56 },
];
const minutes: ExpressionSpecification = ['number', ['feature-state', 'minutesUnseen'], -1];

function stepByMinutes(before: unknown, values: unknown[]): ExpressionSpecification {
  const [first, ...rest] = values;
  const steps = rest.flatMap((value, index) => [coverageLimits[index]!, value]);
  return ['step', minutes, before, 0, first, ...steps] as unknown as ExpressionSpecification;
}

const leafLevel: Record<Partition, string> = { SOCIAL: 'GRID', POLICE: 'POLICE_GRID' };

/** Patrol coverage: how long each grid of the partition in use has not been seen; never seen is hatched, not coloured. */
export const coverageOverlay: Overlay = {
  id: 'coverage',
  interactive: {},
  tints: ({ palette, neverSeenGridIds, partition }) => {
    const leaf: ExpressionSpecification = [
      'all',
      ['==', ['get', 'partition'], partition],
      ['==', ['get', 'level'], leafLevel[partition]],
    ];
    return [
      {
        id: 'coverage-fill',
        type: 'fill',
        source: 'territory',
        'source-layer': 'territory',
        filter: leaf,
        paint: {
          'fill-color': stepByMinutes(
            'rgba(0,0,0,0)',
            classes.map(({ color }) => palette[color]),
          ),
          'fill-opacity': stepByMinutes(
            0,
            classes.map(({ opacity }) => opacity),
          ),
          'fill-antialias': false,
        },
      },
      {
        id: 'coverage-never',
        type: 'fill',
        source: 'territory',
        'source-layer': 'territory',
        filter: [
          'all',
          leaf,
          ['in', ['get', 'id'], ['literal', neverSeenGridIds]],
        ] as ExpressionSpecification,
        paint: { 'fill-pattern': 'hatch@12', 'fill-opacity': 0.7 },
      },
    ];
  },
  legend: ({ palette }) => [
    ...classes.map(({ color, opacity }, index) => ({
      label: `seen${index}`,
      group: 'ramp',
      swatch: {
        kind: 'area' as const,
        fill: palette[color],
        opacity,
        ground: palette.land,
        edge: palette.outline,
      },
      count: `seen${index}`,
    })),
    {
      label: 'neverSeen',
      group: 'ramp',
      swatch: { kind: 'icon', icon: 'hatch@12', isPattern: true, ground: palette.land },
      count: 'never',
    },
  ],
};

/** The class of a grid, for counts: 'seen0' … 'seen4', 'never'. */
export function getCoverageClass(minutesSinceSeen: number | null): string {
  if (minutesSinceSeen === null) return 'never';
  const index = coverageLimits.findIndex((limit) => minutesSinceSeen < limit);
  return `seen${index < 0 ? coverageLimits.length : index}`;
}
