import type { ExpressionSpecification } from 'maplibre-gl';
import { mapFonts } from '../style/fonts.js';
import { isSelected, nameOrCode, scaled } from './expressions.js';
import type { Overlay } from './overlay.js';

/** Kinds in the order of the legend, the most looked for first. */
const postKinds = [
  'COUNTY_BUREAU',
  'STATION',
  'OFFICE',
  'LIAISON_STATION',
  'TRAFFIC_SQUADRON',
  'SERVICE_POINT',
  'PROJECT_POST',
  'GOVERNANCE_CENTRE',
  'JUSTICE_OFFICE',
  'COURT',
  'DETENTION_PLACE',
] as const;

/** Shown from far out; the others come when there is room for them. */
const majorKinds = ['COUNTY_BUREAU', 'STATION', 'LIAISON_STATION', 'TRAFFIC_SQUADRON', 'GOVERNANCE_CENTRE'];
const minorZoom = 11.5;
const isMajor: ExpressionSpecification = ['in', ['get', 'kind'], ['literal', majorKinds]];

/** Main posts a little larger than the others. */
function scaleBy(factor: number): ExpressionSpecification {
  return ['match', ['get', 'kind'], ['COUNTY_BUREAU', 'STATION', 'LIAISON_STATION'], factor, factor * 0.86];
}

/** Posts by kind, each with a shape of its own. */
export const postsOverlay: Overlay = {
  id: 'posts',
  interactive: { 'posts-icon': 'post' },
  areas: () => [],
  points: ({ palette: p, iconScale, textScale, isWall, selected }) => [
    {
      id: 'posts-selected',
      type: 'circle',
      source: 'posts',
      filter: isSelected(selected, 'post'),
      paint: {
        'circle-radius': scaled(19, iconScale),
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': p.selection,
        'circle-stroke-width': scaled(3, iconScale),
      },
    },
    {
      id: 'posts-icon',
      type: 'symbol',
      source: 'posts',
      filter: isWall ? isMajor : ['step', ['zoom'], isMajor, minorZoom, true],
      layout: {
        'icon-image': ['concat', 'post:', ['get', 'kind']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11.5, scaleBy(0.75), 14, scaleBy(1)],
        'icon-allow-overlap': true,
        'text-field': isWall ? '' : ['step', ['zoom'], '', 13, nameOrCode],
        'text-font': mapFonts.regular,
        'text-size': scaled(11.5, textScale),
        'text-anchor': 'top',
        'text-offset': [0, 1.3],
        'text-optional': true,
        'text-max-width': 8,
        'symbol-sort-key': [
          'match',
          ['get', 'kind'],
          'COUNTY_BUREAU',
          3,
          ['STATION', 'LIAISON_STATION'],
          2,
          1,
        ],
      },
      paint: { 'text-color': p.labelStrong, 'text-halo-color': p.labelHalo, 'text-halo-width': 1.5 },
    },
  ],
  legend: ({ isWall }, zoom) =>
    postKinds
      .filter((kind) => (zoom >= minorZoom && !isWall) || majorKinds.includes(kind))
      .map((kind) => ({
        label: `post.${kind}`,
        swatch: { kind: 'icon', icon: `post:${kind}` },
        count: kind,
      })),
};
