import type { Polygon } from 'geojson';
import { create } from 'zustand';

interface Lasso {
  /** The drawn line, closed. */
  area: Polygon;
  /** Grids whose inner point it holds. */
  gridIds: readonly string[];
}

type Ask = { prompt: string } & (
  | { kind: 'place'; settle(place: { longitude: number; latitude: number } | null): void }
  | { kind: 'lasso'; settle(lasso: Lasso | null): void }
);

/** What the studio's map is asked for; its tools rest meanwhile. */
export const useStudioAsk = create<{ ask: Ask | null }>(() => ({ ask: null }));

function put<T>(toAsk: (settle: (answer: T | null) => void) => Ask): Promise<T | null> {
  cancelAsk();
  return new Promise((resolve) => {
    const ask = toAsk((answer) => {
      useStudioAsk.setState({ ask: null });
      resolve(answer);
    });
    useStudioAsk.setState({ ask });
  });
}

/** Asks for a place on the map: a click, or Enter for its middle. null when given up (Escape, another asking). */
export function pickOnMap(prompt: string): Promise<{ longitude: number; latitude: number } | null> {
  return put((settle) => ({ kind: 'place', prompt, settle }));
}

/** Asks for an area drawn by hand around grids. null when given up. */
export function lassoOnMap(prompt: string): Promise<Lasso | null> {
  return put((settle) => ({ kind: 'lasso', prompt, settle }));
}

/** Gives up asking, if something is asked. */
export function cancelAsk(): void {
  useStudioAsk.getState().ask?.settle(null);
}
