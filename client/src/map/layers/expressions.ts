import type { ExpressionSpecification } from 'maplibre-gl';
import type { Selection, SelectableKind } from '../../state/selection.js';

/** The name of a feature, its code if it has none. */
export const nameOrCode: ExpressionSpecification = [
  'case',
  ['!=', ['coalesce', ['get', 'name'], ''], ''],
  ['get', 'name'],
  ['coalesce', ['get', 'code'], ''],
];

/** Whether a feature is the selected one. */
export function isSelected(selected: Selection | null, kind: SelectableKind): ExpressionSpecification {
  return ['==', ['get', 'id'], selected?.kind === kind ? selected.id : ' '];
}

/** A size in pixels, scaled and rounded to tenths so that equal styles compare equal. */
export function scaled(pixels: number, scale: number): number {
  return Math.round(pixels * scale * 10) / 10;
}
