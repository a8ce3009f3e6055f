import { useLayoutStore } from '../../state/layout-store.js';

/**
 * Whether a phone's sheet was only put away: then it was to see the map, and what the panel showed there stays, until
 * another panel is opened or its legend is closed.
 */
export function isSheetLowered(): boolean {
  return (
    document.querySelector('.desk[data-narrow="true"]') !== null && useLayoutStore.getState().sheet === null
  );
}
