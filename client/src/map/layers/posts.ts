import type { ExpressionSpecification } from 'maplibre-gl';
import { mapFonts } from '../style/fonts.js';
import { isSelected, nameOrCode, scaled, selectionRing, sizedIcon } from './expressions.js';
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
  'SMALLEST_RESPONSE_UNIT',
  'VOLUNTEER_TEAM',
] as const;

/** Shown from far out; the others come when there is room for them. */
const majorKinds = ['COUNTY_BUREAU', 'STATION', 'LIAISON_STATION', 'TRAFFIC_SQUADRON', 'GOVERNANCE_CENTRE'];
/** Whole, because a filter is applied when a tile is read: at its zoom, not the map's. */
const minorZoom = 12;
/** Many and small: they come last, when one looks at single streets. */
const responderKinds = ['SMALLEST_RESPONSE_UNIT', 'VOLUNTEER_TEAM'];
const responderZoom = 13;
const isResponder: ExpressionSpecification = ['in', ['get', 'kind'], ['literal', responderKinds]];
const isMajor: ExpressionSpecification = ['in', ['get', 'kind'], ['literal', majorKinds]];

const sign: ExpressionSpecification = ['concat', 'post:', ['get', 'kind']];

/** Main posts a little larger than the others, responders smaller. */
const sizes = { far: [18, 16, 12], middle: [22, 18, 12], near: [26, 22, 16] } as const;
function bySize([main, other, small]: readonly [number, number, number]): ExpressionSpecification {
  return [
    'match',
    ['get', 'kind'],
    ['COUNTY_BUREAU', 'STATION', 'LIAISON_STATION'],
    main,
    responderKinds,
    small,
    other,
  ];
}

const zoomOf = (kind: string) => (responderKinds.includes(kind) ? responderZoom : minorZoom);

/** The size a main post is drawn at, for the legend to show the same. */
function sizeAt(zoom: number): number {
  return (zoom >= 15 ? sizes.near : zoom >= 13 ? sizes.middle : sizes.far)[0];
}

/** Posts by kind, each with a shape of its own. */
export const postsOverlay: Overlay = {
  id: 'posts',
  interactive: { 'posts-icon': 'post' },
  points: ({ palette: p, textScale, isWall, selected, iconScale }) => [
    {
      id: 'posts-selected',
      type: 'circle',
      source: 'posts',
      filter: isSelected(selected, 'post'),
      paint: selectionRing(p.selection, 19, iconScale),
    },
    {
      id: 'posts-icon',
      type: 'symbol',
      source: 'posts',
      filter: isWall
        ? isMajor
        : ['step', ['zoom'], isMajor, minorZoom, ['!', isResponder], responderZoom, true],
      layout: {
        'icon-image': isWall
          ? sizedIcon([sign, bySize(sizes.middle)])
          : sizedIcon(
              [sign, bySize(sizes.far)],
              [13, [sign, bySize(sizes.middle)]],
              [15, [sign, bySize(sizes.near)]],
            ),
        'icon-allow-overlap': true,
        'icon-padding': 1,
        'text-field': isWall
          ? ''
          : [
              'step',
              ['zoom'],
              '',
              13,
              ['case', isMajor, nameOrCode, ''],
              14,
              ['case', isResponder, '', nameOrCode],
              16,
              nameOrCode,
            ],
        'text-font': mapFonts.regular,
        'text-size': scaled(11.5, textScale),
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.3,
        'text-optional': true,
        'text-max-width': 8,
        'symbol-sort-key': [
          'match',
          ['get', 'kind'],
          'COUNTY_BUREAU',
          3,
          ['STATION', 'LIAISON_STATION'],
          2,
          responderKinds,
          0,
          1,
        ],
      },
      paint: { 'text-color': p.labelStrong, 'text-halo-color': p.labelHalo, 'text-halo-width': 1.8 },
    },
  ],
  legend: ({ isWall }, zoom) =>
    postKinds
      .filter((kind) => majorKinds.includes(kind) || (!isWall && zoom >= zoomOf(kind)))
      .map((kind) => ({
        label: `post.${kind}`,
        group: 'kind',
        swatch: { kind: 'icon', icon: `post:${kind}@${sizeAt(zoom)}` },
        count: kind,
      })),
};
