/** One press: a key with what is held down. `mod` is Ctrl, or ⌘ on a Mac. */
interface Stroke {
  key: string;
  hasMod: boolean;
  hasAlt: boolean;
  hasShift: boolean;
}

/** What of a keyboard event counts here. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Reads 'Mod+K', '?', 'G L' (one after the other), 'F6'. */
export function parseShortcut(text: string): Stroke[] {
  return text.split(' ').map((stroke) => {
    const parts = stroke === '+' ? ['+'] : stroke.split('+');
    const held = new Set(parts.slice(0, -1));
    return {
      key: parts.at(-1)!.toLowerCase(),
      hasMod: held.has('Mod'),
      hasAlt: held.has('Alt'),
      hasShift: held.has('Shift'),
    };
  });
}

/** Whether a press is this stroke. Shift counts only with letters and named keys: signs like ? need it or not by keyboard. */
function isStroke(stroke: Stroke, press: KeyPress): boolean {
  const needsShift = stroke.key.length > 1 || /[a-z]/.test(stroke.key);
  return (
    press.key.toLowerCase() === stroke.key &&
    (press.ctrlKey || press.metaKey) === stroke.hasMod &&
    press.altKey === stroke.hasAlt &&
    (!needsShift || press.shiftKey === stroke.hasShift)
  );
}

export type Match = 'whole' | 'begun' | 'none';

/** How far the presses made so far are along a shortcut. */
export function matchPresses(shortcut: Stroke[], presses: readonly KeyPress[]): Match {
  if (presses.length > shortcut.length) return 'none';
  if (!presses.every((press, index) => isStroke(shortcut[index]!, press))) return 'none';
  return presses.length === shortcut.length ? 'whole' : 'begun';
}

/** The keys of a shortcut as caps: [['Ctrl', 'K']], [['G'], ['L']]. */
function listCaps(text: string, isMac: boolean): string[][] {
  return text.split(' ').map((stroke) => {
    const parts = stroke === '+' ? ['+'] : stroke.split('+');
    return parts.map((part) =>
      part === 'Mod'
        ? isMac
          ? '⌘'
          : 'Ctrl'
        : part === 'Alt' && isMac
          ? '⌥'
          : part === 'Escape'
            ? 'Esc'
            : part === 'Shift' && isMac
              ? '⇧'
              : part,
    );
  });
}

/** The keys of a shortcut as one text: 'Ctrl K', 'G L'. */
export function writeShortcut(text: string, isMac: boolean): string {
  return listCaps(text, isMac).flat().join(' ');
}

/** Whether this machine's own keys are a Mac's. */
export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
