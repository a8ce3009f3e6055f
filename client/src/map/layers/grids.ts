import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { StyleContext } from '../style/style-context.js';
import { mapFonts } from '../style/fonts.js';
import { isSelected, lineScale, nameOrCode, scaled } from './expressions.js';
import type { Overlay } from './overlay.js';

const levels = {
  SOCIAL: { leaf: 'GRID', middle: 'COMMUNITY', upper: 'TOWN', top: 'COUNTY' },
  POLICE: { leaf: 'POLICE_GRID', middle: 'POLICE_AREA', upper: 'STATION', top: 'COUNTY_BUREAU' },
};

/** The smallest areas' borders are broken: what is solid is a border of something larger, or a street. */
const leafDash = [3.5, 1.5];

const source = { source: 'territory', 'source-layer': 'territory' };

function ofLevel(context: StyleContext, ...wanted: string[]): ExpressionSpecification {
  return [
    'all',
    ['==', ['get', 'partition'], context.partition],
    ['in', ['get', 'level'], ['literal', wanted]],
  ] as ExpressionSpecification;
}

/** "文昌社区第03网格" is known by its last part inside its community; the whole name comes close up. */
const shortName: ExpressionSpecification = [
  'let',
  'n',
  nameOrCode,
  [
    'case',
    ['>=', ['index-of', '社区第', ['var', 'n']], 0],
    ['slice', ['var', 'n'], ['+', ['index-of', '社区第', ['var', 'n']], 2]],
    ['>=', ['index-of', '村第', ['var', 'n']], 0],
    ['slice', ['var', 'n'], ['+', ['index-of', '村第', ['var', 'n']], 1]],
    ['>=', ['index-of', '警务区', ['var', 'n']], 0],
    ['slice', ['var', 'n'], ['+', ['index-of', '警务区', ['var', 'n']], 3]],
    ['var', 'n'],
  ],
];

function border(
  context: StyleContext,
  id: string,
  level: string,
  width: [number, number],
  opacity: number,
  dash?: number[],
): LayerSpecification {
  const { palette: p, partition, textScale } = context;
  const grow = lineScale(textScale);
  const color =
    level === levels[partition].leaf ? (partition === 'SOCIAL' ? p.gridSocial : p.gridPolice) : p.upperBorder;
  return {
    id,
    type: 'line',
    ...source,
    filter: ofLevel(context, level),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': color,
      'line-width': [
        'interpolate',
        ['linear'],
        ['zoom'],
        9,
        scaled(width[0], grow),
        16,
        scaled(width[1], grow),
      ],
      'line-opacity': opacity,
      ...(dash && { 'line-dasharray': dash }),
    },
  };
}

/** A name that something stands on moves beside its place, at distances in its own height, rather than vanish. */
function placesAround(distances: number[]): (string | [number, number])[] {
  return [
    ['center', [0, 0]] as const,
    ...distances.flatMap((far) => [
      ['top', [0, far]] as const,
      ['bottom', [0, -far]] as const,
      ['left', [far, 0]] as const,
      ['right', [-far, 0]] as const,
    ]),
  ].flat() as (string | [number, number])[];
}

function label(
  context: StyleContext,
  id: string,
  level: string,
  pixels: number,
  text: ExpressionSpecification,
  distances = [1.2],
): LayerSpecification {
  const { palette: p, textScale } = context;
  const isLeaf = level === levels[context.partition].leaf;
  return {
    id,
    type: 'symbol',
    source: 'territory',
    'source-layer': 'territory_label',
    filter: ofLevel(context, level),
    layout: {
      'text-field': text,
      'text-font': isLeaf ? mapFonts.regular : mapFonts.bold,
      'text-size': scaled(pixels, textScale),
      'text-max-width': 10,
      'text-padding': 3,
      'text-variable-anchor-offset': placesAround(distances) as never,
      'text-letter-spacing': isLeaf ? 0 : 0.1,
    },
    paint: {
      'text-color': isLeaf ? p.gridLabel : p.labelStrong,
      'text-halo-color': p.labelHalo,
      'text-halo-width': scaled(2, Math.sqrt(textScale)),
    },
  };
}

/** Grids with their names; borders of upper levels drawn stronger. Social or police partition, one at a time. */
export const gridsOverlay: Overlay = {
  id: 'grids',
  interactive: { 'grids-fill': 'grid' },
  areas: (context) => {
    const { palette: p, partition, selected } = context;
    const level = levels[partition];
    const leaf = ofLevel(context, level.leaf);
    const grow = lineScale(context.textScale);
    const selectedGrid = ['all', leaf, isSelected(selected, 'grid')] as ExpressionSpecification;
    return [
      {
        id: 'grids-fill',
        type: 'fill',
        ...source,
        filter: leaf,
        paint: {
          'fill-color': p.hover,
          'fill-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 0.12, 0],
          'fill-antialias': false,
        },
      },
      border(context, 'grids-border', level.leaf, [0.4, 1.3], 0.8, leafDash),
      border(context, 'grids-border-middle', level.middle, [0.6, 1.9], 0.75),
      border(context, 'grids-border-upper', level.upper, [1, 3], 0.9),
      {
        id: 'grids-selected-halo',
        type: 'line',
        ...source,
        filter: selectedGrid,
        layout: { 'line-join': 'round' },
        paint: { 'line-color': p.selection, 'line-width': scaled(9, grow), 'line-opacity': 0.28 },
      },
      {
        id: 'grids-selected',
        type: 'line',
        ...source,
        filter: selectedGrid,
        layout: { 'line-join': 'round' },
        paint: { 'line-color': p.selection, 'line-width': scaled(2.6, grow) },
      },
    ];
  },
  names: (context) => [
    {
      ...label(
        context,
        'grids-label',
        levels[context.partition].leaf,
        12,
        context.isWall ? shortName : ['step', ['zoom'], shortName, 15, nameOrCode],
      ),
      minzoom: context.isWall ? 13 : 12.4,
    } as LayerSpecification,
  ],
  // Names of what is larger than a grid come before the numbers of its grids.
  points: (context) => {
    const { middle, upper } = levels[context.partition];
    return [
      {
        ...label(context, 'grids-label-middle', middle, 13.5, nameOrCode),
        minzoom: 10.6,
        maxzoom: 13.4,
      } as LayerSpecification,
      {
        // A town is large enough for its name to look for room.
        ...label(context, 'grids-label-upper', upper, 16, nameOrCode, [1.3, 3.2, 5.5]),
        minzoom: 8,
        maxzoom: 12,
      } as LayerSpecification,
    ];
  },
  legend: ({ palette: p, partition }) => [
    {
      label: partition === 'SOCIAL' ? 'gridSocial' : 'gridPolice',
      swatch: {
        kind: 'line',
        color: partition === 'SOCIAL' ? p.gridSocial : p.gridPolice,
        width: 1.1,
        dash: leafDash,
      },
      count: 'leaf',
    },
    {
      label: partition === 'SOCIAL' ? 'borderCommunity' : 'borderPoliceArea',
      swatch: { kind: 'line', color: p.upperBorder, width: 1.6 },
    },
    {
      label: partition === 'SOCIAL' ? 'borderTown' : 'borderStation',
      swatch: { kind: 'line', color: p.upperBorder, width: 2.8 },
    },
  ],
};
