import { useSyncExternalStore } from 'react';

/**
 * The width a screen of this wall would have at 16:9. Text is sized by it, not by the window: two screens side by side
 * show more, not bigger; a screen on end is read from as far away as one that lies.
 */
function getWallWidth(): number {
  const { innerWidth: width, innerHeight: height } = window;
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return Math.min(long, (short * 16) / 9);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** The same, followed as the window changes. */
export function useWallWidth(): number {
  return useSyncExternalStore(subscribe, getWallWidth);
}
