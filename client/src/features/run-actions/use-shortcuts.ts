import { useEffect } from 'react';
import type { ActionContext } from './action.js';
import { actions } from './action-list.js';
import { matchPresses, parseShortcut, type KeyPress } from './shortcut.js';

const sequenceMilliseconds = 1500;

const shortcuts = actions.flatMap((action) =>
  action.shortcut ? [{ action, strokes: parseShortcut(action.shortcut) }] : [],
);

/** Runs actions by key for as long as the screen is open: never while someone types or a dialog is open. */
export function useShortcuts(context: ActionContext): void {
  useEffect(() => {
    let presses: KeyPress[] = [];
    let lastAt = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)
      )
        return;
      const isChord = event.ctrlKey || event.metaKey || /^F\d+$/.test(event.key);
      if (
        document.querySelector('[role=dialog], [role=alertdialog]') ||
        (!isChord && isTyping(event.target))
      ) {
        presses = [];
        return;
      }
      if (event.timeStamp - lastAt > sequenceMilliseconds) presses = [];
      lastAt = event.timeStamp;
      for (const tried of [[...presses, event], [event]]) {
        const whole = shortcuts.find(({ strokes }) => matchPresses(strokes, tried) === 'whole');
        if (whole) {
          event.preventDefault();
          presses = [];
          whole.action.run(context);
          return;
        }
        if (shortcuts.some(({ strokes }) => matchPresses(strokes, tried) === 'begun')) {
          presses = tried;
          return;
        }
      }
      presses = [];
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [context]);
}

/** Where letters and digits mean what they say: fields, and lists that are searched by typing. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [role=listbox], [role=menu]',
    ) !== null
  );
}
