import type { ExpressionSpecification } from 'maplibre-gl';
import type { Palette } from '../../ui/tokens.js';
import type { Overlay } from './overlay.js';

/** Upper limits of the classes in minutes since a patrol was last seen; the last class is open. */
const coverageLimits = [30, 120, 480, 1440] as const;

const classColors: (keyof Palette)[] = ['seen0', 'seen1', 'seen2', 'seen3', 'seen4'];
const minutes: ExpressionSpecification = ['feature-state', 'minutesUnseen'];
const leaf: ExpressionSpecification = [
  'all',
  ['==', ['get', 'partition'], 'SOCIAL'],
  ['==', ['get', 'level'], 'GRID'],
];

/** Patrol coverage: how long each social grid has not been seen; never seen is hatched, not just another colour. */
export const coverageOverlay: Overlay = {
  id: 'coverage',
  interactive: {},
  areas: ({ palette, neverSeenGridIds }) => [
    {
      id: 'coverage-fill',
      type: 'fill',
      source: 'territory',
      'source-layer': 'territory',
      filter: leaf,
      paint: {
        'fill-color': [
          'step',
          ['number', minutes, -1],
          'rgba(0,0,0,0)',
          0,
          palette.seen0,
          ...coverageLimits.flatMap((limit, index) => [limit, palette[classColors[index + 1]!]]),
        ] as ExpressionSpecification,
        'fill-opacity': 0.42,
      },
    },
    {
      id: 'coverage-never',
      type: 'fill',
      source: 'territory',
      'source-layer': 'territory',
      filter: ['all', leaf, ['in', ['get', 'id'], ['literal', neverSeenGridIds]]] as ExpressionSpecification,
      paint: { 'fill-pattern': 'hatch', 'fill-opacity': 0.75 },
    },
  ],
  points: () => [],
  legend: ({ palette }) => [
    ...classColors.map((color, index) => ({
      label: `seen${index}`,
      swatch: { kind: 'area' as const, fill: palette[color], edge: palette.outline },
      count: `seen${index}`,
    })),
    { label: 'neverSeen', swatch: { kind: 'hatch', icon: 'hatch' }, count: 'never' },
  ],
};

/** The class of a grid, for counts: 'seen0' … 'seen4', 'never'. */
export function getCoverageClass(minutesSinceSeen: number | null): string {
  if (minutesSinceSeen === null) return 'never';
  const index = coverageLimits.findIndex((limit) => minutesSinceSeen < limit);
  return `seen${index < 0 ? coverageLimits.length : index}`;
}
