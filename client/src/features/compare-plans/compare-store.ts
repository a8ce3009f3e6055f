import { create } from 'zustand';

/** How two states of the boundaries are laid beside each other on the map. */
export type CompareView = 'none' | 'swipe' | 'side';

interface CompareState {
  /** The plan to compare the opened one with; null: the boundaries in force. */
  against: string | null;
  view: CompareView;
  /** Where the divider of a swipe stands, 0 (left edge) to 1. */
  position: number;
  /** Incidents of so many days are counted. */
  days: number;
}

/** What of a comparison its panel and the map share. */
export const useCompareStore = create<CompareState>(() => ({
  against: null,
  view: 'none',
  position: 0.5,
  days: 30,
}));
