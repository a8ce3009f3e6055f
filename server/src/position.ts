import { roundCoordinate } from '@maplebridge/engine/coordinates/round';
import { Refusal } from './errors.js';

/** @throws Refusal BAD_USER_INPUT unless both are degrees in range; says so when they look swapped */
export function requirePosition(
  longitude: number,
  latitude: number,
): { longitude: number; latitude: number } {
  const inRange = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  if (!inRange && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90)
    throw new Refusal('BAD_USER_INPUT', 'positionSwapped', { longitude, latitude });
  if (!inRange) throw new Refusal('BAD_USER_INPUT', 'positionOutOfRange', { longitude, latitude });
  return { longitude: roundCoordinate(longitude), latitude: roundCoordinate(latitude) };
}
