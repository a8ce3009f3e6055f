import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { mapFonts } from '../../style/fonts.js';
import type { StudioStyleContext } from '../../style/studio-style-context.js';
import { lineScale, scaled } from '../expressions.js';

const grids = { source: 'studio-grids' };
const territory = { source: 'territory', 'source-layer': 'territory' };
const round = { 'line-join': 'round' as const, 'line-cap': 'round' as const };

const levels = {
  SOCIAL: { leaf: 'GRID', middle: 'COMMUNITY', upper: 'TOWN' },
  POLICE: { leaf: 'POLICE_GRID', middle: 'POLICE_AREA', upper: 'STATION' },
};

const is = (mark: string): ExpressionSpecification => ['==', ['get', 'mark'], mark];
const isAmong = (ids: readonly string[]): ExpressionSpecification => [
  'in',
  ['get', 'id'],
  ['literal', ids as string[]],
];

function inForce(context: StudioStyleContext, level: string): ExpressionSpecification {
  return ['all', ['==', ['get', 'partition'], context.partition], ['==', ['get', 'level'], level]];
}

/** Tints of the plan's grids, under water and streets: changed and new ones, those chosen, the one under the pointer. */
export function studioTints(context: StudioStyleContext): LayerSpecification[] {
  const { palette: p, selectedIds, hotIds } = context;
  return [
    {
      id: 'studio-fill',
      type: 'fill',
      ...grids,
      paint: {
        'fill-color': ['match', ['get', 'mark'], 'new', p.success, 'changed', p.accent, p.hover],
        'fill-opacity': [
          '+',
          ['match', ['get', 'mark'], 'new', 0.2, 'changed', 0.15, 0],
          ['case', ['boolean', ['feature-state', 'hover'], false], 0.08, 0],
        ],
        'fill-antialias': false,
      },
    },
    {
      id: 'studio-chosen-fill',
      type: 'fill',
      ...grids,
      filter: isAmong([...selectedIds, ...hotIds]),
      paint: { 'fill-color': p.selection, 'fill-opacity': 0.13, 'fill-antialias': false },
    },
  ] as LayerSpecification[];
}

/** Borders: in force (broken, for reference), of the plan, of what is chosen. */
export function studioBorders(context: StudioStyleContext): LayerSpecification[] {
  const { palette: p, partition, textScale, selectedIds, hotIds } = context;
  const level = levels[partition];
  const grow = lineScale(textScale);
  const own = partition === 'SOCIAL' ? p.gridSocial : p.gridPolice;
  const width = (far: number, near: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['zoom'],
    9,
    scaled(far, grow),
    16,
    scaled(near, grow),
  ];
  return [
    {
      id: 'studio-in-force',
      type: 'line',
      ...territory,
      filter: inForce(context, level.leaf),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': p.labelStrong,
        'line-width': width(0.5, 1.6),
        'line-opacity': 0.55,
        'line-dasharray': [2.5, 2],
      },
    },
    {
      id: 'studio-border-middle',
      type: 'line',
      ...territory,
      filter: inForce(context, level.middle),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': p.upperBorder, 'line-width': width(1.4, 5), 'line-opacity': 0.32 },
    },
    {
      id: 'studio-border-upper',
      type: 'line',
      ...territory,
      filter: inForce(context, level.upper),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': p.upperBorder, 'line-width': width(2.2, 8), 'line-opacity': 0.4 },
    },
    {
      id: 'studio-border-casing',
      type: 'line',
      ...grids,
      layout: round,
      paint: { 'line-color': p.labelHalo, 'line-width': width(1.6, 4.2), 'line-opacity': 0.75 },
    },
    {
      id: 'studio-border',
      type: 'line',
      ...grids,
      layout: round,
      paint: {
        'line-color': ['match', ['get', 'mark'], 'new', p.success, 'changed', p.accent, own],
        'line-width': width(0.7, 2),
      },
    },
    {
      id: 'studio-hot',
      type: 'line',
      ...grids,
      filter: isAmong(hotIds),
      layout: round,
      paint: { 'line-color': p.hover, 'line-width': scaled(3, grow), 'line-dasharray': [1.5, 1.5] },
    },
    {
      id: 'studio-chosen-halo',
      type: 'line',
      ...grids,
      filter: isAmong(selectedIds),
      layout: round,
      paint: { 'line-color': p.selection, 'line-width': scaled(9, grow), 'line-opacity': 0.25 },
    },
    {
      id: 'studio-chosen',
      type: 'line',
      ...grids,
      filter: isAmong(selectedIds),
      layout: round,
      paint: { 'line-color': p.selection, 'line-width': scaled(2.4, grow) },
    },
  ] as LayerSpecification[];
}

/** Names of the plan's grids, at a point inside each. */
export function studioNames({ palette: p, textScale, isPlan }: StudioStyleContext): LayerSpecification[] {
  const small = { 'font-scale': 0.84 };
  const withCode: ExpressionSpecification = [
    'format',
    ['get', 'name'],
    {},
    ['concat', '\n', ['get', 'code']],
    small,
  ];
  return [
    {
      id: 'studio-label',
      type: 'symbol',
      source: 'studio-labels',
      minzoom: 11.5,
      layout: {
        'text-field': ['step', ['zoom'], ['get', 'short'], 15, withCode],
        'text-font': mapFonts.bold,
        'text-size': scaled(12.5, textScale),
        'text-max-width': 11,
        'text-padding': 2,
        'symbol-sort-key': ['match', ['get', 'mark'], 'new', 0, 'changed', 1, 2],
      },
      paint: {
        'text-color': isPlan
          ? ['case', is('new'), p.success, is('changed'), p.accent, p.gridLabel]
          : p.gridLabel,
        'text-halo-color': p.labelHalo,
        'text-halo-width': scaled(2, Math.sqrt(textScale)),
      },
    },
  ] as LayerSpecification[];
}
