import { useSyncExternalStore } from 'react';

/** The window in units that follow the reader's text: at 200 % text it counts half as wide. */
interface Screen {
  /** CSS pixels. */
  width: number;
  height: number;
  /** 1 where a rem is 16 pixels. */
  textScale: number;
}

let screen: Screen | undefined;
const listeners = new Set<() => void>();

function measure(): void {
  const textScale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  if (screen?.width === innerWidth && screen.height === innerHeight && screen.textScale === textScale) return;
  screen = { width: innerWidth, height: innerHeight, textScale };
  listeners.forEach((listener) => listener());
}

let probe: ResizeObserver | undefined;

/** Text may grow while the window keeps its size: an element one rem wide tells. */
function watchText(): ResizeObserver {
  const rem = document.createElement('div');
  rem.style.cssText = 'position:absolute;visibility:hidden;width:1rem;height:0;pointer-events:none';
  rem.setAttribute('aria-hidden', 'true');
  document.body.append(rem);
  const observer = new ResizeObserver(measure);
  observer.observe(rem);
  return observer;
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('resize', measure);
  probe ??= watchText();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('resize', measure);
  };
}

function read(): Screen {
  if (!screen) measure();
  return screen!;
}

/** The size of the window and of its text. */
export function useScreen(): Screen {
  return useSyncExternalStore(subscribe, read);
}

/** Up to here panels are sheets over the map; wider screens have docks beside it. */
const narrowWidth = 900;

/** Whether the screen is too narrow for docks: a phone, or a desk at 400 % text. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => read().width / read().textScale <= narrowWidth);
}

/** Below this a sheet beside the bar would have no room left for its content. */
const shortHeight = 420;

/** Whether the screen is too low for bar and sheet at once: a phone on its side, or text at 400 %. */
export function useIsShort(): boolean {
  return useSyncExternalStore(subscribe, () => read().height / read().textScale <= shortHeight);
}
