import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Mode } from './mode.types.js';

/** Where keys are somebody else's: fields, dialogs, menus. */
const elsewhere =
  'input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu]';

/** Hands Enter, Escape and Delete to a mode while nothing else wants them. Returns how to stop. */
export function bindKeys(map: MapLibreMap, mode: Mode): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.defaultPrevented || target?.closest(elsewhere) || document.querySelector('.ui-modal')) return;
    const isAtMap = target === document.body || map.getContainer().contains(target);
    if (event.key === 'Escape' && mode.cancel?.()) event.preventDefault();
    // On a button, Enter is that button's.
    else if (event.key === 'Enter' && isAtMap && mode.confirm) {
      event.preventDefault();
      mode.confirm();
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && isAtMap && mode.remove) {
      event.preventDefault();
      mode.remove();
    }
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
