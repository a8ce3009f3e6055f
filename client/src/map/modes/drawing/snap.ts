import type { Step } from '@maplebridge/engine/topology/tiling.types';
import type { ModeHost, Pointer } from '../mode.types.js';

const vertexReach = 10;
const borderReach = 8;
const streetReach = 7;

/** Where a drawn place goes: to a vertex nearby, else to a border, else to a street; with Alt where it is. */
export function snap(host: ModeHost, pointer: Pointer): { at: Step; isSnapped: boolean } {
  if (pointer.isFree) return { at: pointer.at, isSnapped: false };
  const found =
    host.tiling.nearestVertex(pointer.at, host.toSteps(vertexReach))?.at ??
    host.tiling.nearestBorder(pointer.at, host.toSteps(borderReach))?.at ??
    host.snapToStreet(pointer, host.toSteps(streetReach));
  return found ? { at: found, isSnapped: true } : { at: pointer.at, isSnapped: false };
}
