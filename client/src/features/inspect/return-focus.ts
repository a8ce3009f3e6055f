import { useViewStore } from '../../state/view-store.js';

let opener: HTMLElement | null = null;

// The store tells at once, before anything is drawn: later the list is covered and its row has lost the focus.
useViewStore.subscribe(({ selected }, former) => {
  if (!selected || former.selected) return;
  opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
});

/** What had the focus when something was selected; null if nothing had. */
export function noteOpener(): HTMLElement | null {
  return opener && opener !== document.body ? opener : null;
}

/** Puts the focus back where it came from, unless it has gone elsewhere meanwhile. */
export function returnFocus(to: HTMLElement | null): void {
  // What is being taken away still holds it, or the browser has dropped it already.
  const hasMoved =
    document.activeElement !== document.body && !document.activeElement?.closest('.details-panel');
  if (hasMoved) return;
  requestAnimationFrame(() => {
    if (to?.isConnected && document.activeElement === document.body) to.focus();
  });
}
