import type { ExpressionSpecification } from 'maplibre-gl';
import type { Selection, SelectableKind } from '../../state/selection.js';

const longestName = 20;

/** The name of a feature, its code if it has none; cut where it would grow into a column of its own. */
export const nameOrCode: ExpressionSpecification = [
  'let',
  'name',
  ['case', ['!=', ['coalesce', ['get', 'name'], ''], ''], ['get', 'name'], ['coalesce', ['get', 'code'], '']],
  [
    'case',
    ['>', ['length', ['var', 'name']], longestName],
    ['concat', ['slice', ['var', 'name'], 0, longestName - 1], '…'],
    ['var', 'name'],
  ],
];

/** Whether a feature is the selected one. */
export function isSelected(selected: Selection | null, kind: SelectableKind): ExpressionSpecification {
  return ['==', ['get', 'id'], selected?.kind === kind ? selected.id : ' '];
}

/** A size in pixels, scaled and rounded to tenths so that equal styles compare equal. */
export function scaled(pixels: number, scale: number): number {
  return Math.round(pixels * scale * 10) / 10;
}

/** How much thicker lines are drawn when text grows: less than the text does. */
export function lineScale(textScale: number): number {
  return Math.max(1, textScale * 0.6);
}

type SizedIcon = [id: ExpressionSpecification, pixels: number | ExpressionSpecification];

/**
 * An icon's id with its size in pixels, `id@size`, by zoom. An icon is drawn at the size it is shown at and never
 * scaled, so that the screen gets its pixels as they were drawn. Symbols are laid out per tile: zooms are whole.
 */
export function sizedIcon(
  first: SizedIcon,
  ...steps: [zoom: number, icon: SizedIcon][]
): ExpressionSpecification {
  const sized = ([id, size]: SizedIcon): ExpressionSpecification =>
    [
      'concat',
      id,
      '@',
      typeof size === 'number' ? String(size) : ['to-string', size],
    ] as ExpressionSpecification;
  if (steps.length === 0) return sized(first);
  const stops = steps.flatMap(([zoom, icon]) => [zoom, sized(icon)]);
  return ['step', ['zoom'], sized(first), ...stops] as ExpressionSpecification;
}

/** Several layers of one overlay say "selected" alike: a halo and a ring under the sign. */
export function selectionRing(selectionColor: string, radius: number, scale: number): object {
  return {
    'circle-radius': scaled(radius, scale),
    'circle-color': selectionColor,
    'circle-opacity': 0.28,
    'circle-stroke-color': selectionColor,
    'circle-stroke-width': scaled(3, scale),
  };
}
