import type { KeyboardEvent } from 'react';

/** Lets the arrow keys, Home and End go from row to row of a list; Tab still leaves it. Give to `onKeyDown`. */
export function walkWithArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.ui-row')];
  const at = rows.findIndex((row) => row === document.activeElement);
  // From the list itself, or a button beside its rows, one enters at the first.
  if (at === -1 && event.key !== 'ArrowDown') return;
  const targets: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: rows.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  rows[target]?.focus();
}
