import type { PanelId } from '../../state/layout.js';

/** The parts of the desk that F6 goes round, in the order they stand in. Each carries `data-region`. */
export type Region = 'bar' | 'search' | 'left' | 'map' | 'right' | 'details';

const focusable =
  'button:not(:disabled), input:not(:disabled), select, textarea, a[href], canvas[tabindex], [tabindex="0"]';

/** Puts the focus into a part of the desk; false if it is not on screen. */
export function focusRegion(region: Region): boolean {
  return focusInside(document.querySelector(`[data-region="${region}"]`));
}

/** Puts the focus on a panel once it has been drawn; its content may still be on its way. */
export function focusPanel(id: PanelId): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-panel="${id}"]`)?.focus()),
  );
}

/** Goes on to the next part of the desk, or back to the former one. */
export function stepRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.dataset.region !== 'search' && isReachable(region),
  );
  const at = regions.findLastIndex((region) => region.contains(document.activeElement));
  for (let tried = 1; tried <= regions.length; tried++) {
    const start = at === -1 && step === -1 ? 0 : at;
    const next = regions.at((start + step * tried) % regions.length);
    if (next && focusInside(next)) return;
  }
}

function focusInside(region: Element | null): boolean {
  if (!(region instanceof HTMLElement) || !isReachable(region)) return false;
  const inside = region.matches(focusable)
    ? [region]
    : [...region.querySelectorAll<HTMLElement>(focusable)].filter(isReachable);
  const first =
    inside.find((element) => element.tabIndex >= 0) ?? (region.tabIndex === -1 ? region : undefined);
  first?.focus();
  return first !== undefined;
}

function isReachable(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && element.closest('[inert], [hidden]') === null;
}
