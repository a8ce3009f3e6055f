import { checkGeometry, type GeometryFault, type PlainGeometry } from '@maplebridge/engine/geometry/validate';
import type { MessageCode } from '../../messages/index.js';
import type { RowFault } from '../report/row-refusal.js';
import type { Box } from './plausible.js';

const MESSAGES: Record<GeometryFault, MessageCode> = {
  GEOMETRY_MISSING: 'rowGeometryMissing',
  NOT_A_GEOMETRY: 'rowGeometryMalformed',
  TYPE_NOT_SUPPORTED: 'rowGeometryType',
  EMPTY: 'rowGeometryEmpty',
  NOT_A_POSITION: 'rowGeometryMalformed',
  NOT_A_NUMBER: 'rowCoordinateNotANumber',
  NOT_DEGREES: 'rowNotDegrees',
  OUT_OF_RANGE: 'rowOutOfRange',
  AXES_SWAPPED: 'rowAxesSwapped',
  RING_NOT_CLOSED: 'rowRingNotClosed',
  TOO_FEW_POINTS: 'rowTooFewPoints',
  SELF_CROSSING: 'rowSelfCrossing',
  SELF_TOUCHING: 'rowSelfTouching',
  RINGS_CROSS: 'rowRingsCross',
  RINGS_OVERLAP: 'rowRingsCross',
  HOLE_OUTSIDE_SHELL: 'rowHoleOutsideShell',
  NESTED_HOLES: 'rowNestedHoles',
  PARTS_OVERLAP: 'rowPartsOverlap',
  INTERIOR_NOT_CONNECTED: 'rowInteriorNotConnected',
};

/**
 * Checks a converted geometry and its type.
 * @param expected where the geometry should lie, to tell swapped axes that would be in range
 * @param mayCross whether polygons that cross themselves are taken, to be repaired
 */
export function readGeometry<T extends PlainGeometry['type']>(
  geometry: unknown,
  types: readonly T[],
  expected: Box | null,
  mayCross = false,
): { geometry: Extract<PlainGeometry, { type: T }> } | { fault: RowFault } {
  const check = checkGeometry(geometry, { ...(expected && { expected }), mayCross });
  if (!check.valid) {
    const [x, y] = check.where ?? [];
    return {
      fault: {
        reason: MESSAGES[check.reason],
        parameters: { x: x ?? '?', y: y ?? '?', path: check.path ?? '' },
      },
    };
  }
  if (!(types as readonly string[]).includes(check.geometry.type))
    return { fault: { reason: 'rowGeometryType', parameters: { expected: types.join(' / ') } } };
  return { geometry: check.geometry as Extract<PlainGeometry, { type: T }> };
}
