import { create } from 'zustand';
import type { PickedPlace } from './reach-store.js';

interface Pick {
  /** What the place is for, ready to be read: "点击地图，选择新增警务站的位置". */
  prompt: string;
  settle(place: PickedPlace | null): void;
}

interface PickState {
  pick: Pick | null;
}

/** Whether somebody is asked to point at a place on the map; clicks then select nothing. */
export const usePickStore = create<PickState>(() => ({ pick: null }));

/**
 * Asks for a place on the map: a click, or Enter for its middle. null when the asking was given up (Escape, or
 * another one came in its place).
 */
export function pickPlace(prompt: string): Promise<PickedPlace | null> {
  cancelPick();
  return new Promise((resolve) => {
    const settle = (place: PickedPlace | null): void => {
      usePickStore.setState({ pick: null });
      resolve(place);
    };
    usePickStore.setState({ pick: { prompt, settle } });
  });
}

/** Gives up asking, if somebody is being asked. */
export function cancelPick(): void {
  usePickStore.getState().pick?.settle(null);
}
