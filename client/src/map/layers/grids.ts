import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { StyleContext } from '../style/style-context.js';
import { mapFonts } from '../style/fonts.js';
import { isSelected, nameOrCode, scaled } from './expressions.js';
import { incidentPointZoom, type Overlay } from './overlay.js';

const levels = {
  SOCIAL: { leaf: 'GRID', middle: 'COMMUNITY', upper: 'TOWN', top: 'COUNTY' },
  POLICE: { leaf: 'POLICE_GRID', middle: 'POLICE_AREA', upper: 'STATION', top: 'COUNTY_BUREAU' },
};

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
): LayerSpecification {
  const { palette: p, partition, textScale } = context;
  const grow = Math.max(1, textScale * 0.6);
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
    },
  };
}

function label(
  context: StyleContext,
  id: string,
  level: string,
  pixels: number,
  text: ExpressionSpecification,
): LayerSpecification {
  const { palette: p, textScale } = context;
  return {
    id,
    type: 'symbol',
    source: 'territory',
    'source-layer': 'territory_label',
    filter: ofLevel(context, level),
    layout: {
      'text-field': text,
      'text-font': level === levels[context.partition].leaf ? mapFonts.regular : mapFonts.bold,
      'text-size': scaled(pixels, textScale),
      'text-max-width': 9,
      'text-padding': 3,
      // A name that something stands on moves beside its place rather than vanish.
      ...(level !== levels[context.partition].leaf && {
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'] as const,
        'text-radial-offset': 1.4,
      }),
      'text-letter-spacing': level === levels[context.partition].leaf ? 0 : 0.12,
    },
    paint: {
      'text-color': level === levels[context.partition].leaf ? p.gridLabel : p.labelStrong,
      'text-halo-color': p.labelHalo,
      'text-halo-width': scaled(1.5, Math.sqrt(textScale)),
    },
  };
}

function withLayout(layer: LayerSpecification, layout: object): LayerSpecification {
  return { ...layer, layout: { ...layer.layout, ...layout } } as LayerSpecification;
}

/** Grids with their names; borders of upper levels drawn stronger. Social or police partition, one at a time. */
export const gridsOverlay: Overlay = {
  id: 'grids',
  interactive: { 'grids-fill': 'grid' },
  areas: (context) => {
    const { palette: p, partition, selected } = context;
    const level = levels[partition];
    const leaf = ofLevel(context, level.leaf);
    return [
      {
        id: 'grids-fill',
        type: 'fill',
        ...source,
        filter: leaf,
        paint: {
          'fill-color': partition === 'SOCIAL' ? p.gridSocial : p.gridPolice,
          'fill-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 0.16, 0.02],
        },
      },
      {
        ...border(context, 'grids-border', level.leaf, [0.4, 1.3], 0.75),
        minzoom: 9.5,
      } as LayerSpecification,
      border(context, 'grids-border-middle', level.middle, [0.6, 1.8], 0.6),
      border(context, 'grids-border-upper', level.upper, [1, 2.8], 0.7),
      border(context, 'grids-border-top', level.top, [1.4, 3.4], 0.8),
      {
        id: 'grids-selected',
        type: 'line',
        ...source,
        filter: ['all', leaf, isSelected(selected, 'grid')] as ExpressionSpecification,
        layout: { 'line-join': 'round' },
        paint: { 'line-color': p.selection, 'line-width': scaled(3, Math.max(1, context.textScale * 0.6)) },
      },
    ];
  },
  points: (context) => {
    const level = levels[context.partition];
    // Further out a count stands on the anchor: the name goes below it.
    const below = {
      'text-anchor': 'top',
      'text-offset': ['step', ['zoom'], ['literal', [0, 0.9]], incidentPointZoom, ['literal', [0, -0.5]]],
    };
    const text: ExpressionSpecification = context.isWall
      ? shortName
      : ['step', ['zoom'], shortName, 14.6, nameOrCode];
    return [
      withLayout(
        { ...label(context, 'grids-label', level.leaf, 12, text), minzoom: 12.4 } as LayerSpecification,
        below,
      ),
      {
        ...label(context, 'grids-label-middle', level.middle, 14, nameOrCode),
        minzoom: 10.6,
        maxzoom: 13.4,
      } as LayerSpecification,
      {
        ...label(context, 'grids-label-upper', level.upper, 16, nameOrCode),
        minzoom: 8,
        maxzoom: 12,
      } as LayerSpecification,
    ];
  },
  legend: ({ palette: p, partition }) => [
    {
      label: partition === 'SOCIAL' ? 'gridSocial' : 'gridPolice',
      swatch: { kind: 'line', color: partition === 'SOCIAL' ? p.gridSocial : p.gridPolice, width: 1.2 },
      count: 'leaf',
    },
    {
      label: partition === 'SOCIAL' ? 'borderCommunity' : 'borderPoliceArea',
      swatch: { kind: 'line', color: p.upperBorder, width: 2 },
    },
    {
      label: partition === 'SOCIAL' ? 'borderTown' : 'borderStation',
      swatch: { kind: 'line', color: p.upperBorder, width: 3.4 },
    },
  ],
};
