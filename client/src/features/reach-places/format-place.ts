import type { PickedPlace } from '../../state/reach-store.js';

/** A place in figures, longitude first, WGS84: 119.60240, 29.30720. */
export function formatPlace({ longitude, latitude }: PickedPlace): string {
  return `${longitude.toFixed(5)}, ${latitude.toFixed(5)}`;
}
