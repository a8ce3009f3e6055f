import { useEffect } from 'react';
import type { CoverBoardQuery } from '../../graphql/generated/graphql.js';
import { isSheetLowered } from './is-sheet-lowered.js';
import { useReachStore } from '../../state/reach-store.js';

/** Colours the streets of the map by the tiers of a board, as long as it is open. */
export function useBoardOnMap(board: CoverBoardQuery['coverBoard'] | undefined, hasChanges: boolean): void {
  const tileView = board?.tileView;
  // The tiers are made anew with each answer; what they say seldom changes.
  const limits = board?.tiers.map(({ seconds }) => seconds).join();
  useEffect(() => {
    if (!tileView || !limits) return;
    useReachStore.getState().setView('board', {
      tileView,
      limits: limits.split(',').map(Number),
      showsGaps: true,
      hasChanges,
      areas: [],
    });
  }, [tileView, limits, hasChanges]);
  useEffect(() => {
    useReachStore.getState().show('board');
    return () => {
      if (isSheetLowered()) return;
      const { shown, show, setView, setHighlights } = useReachStore.getState();
      if (shown === 'board') show(null);
      setView('board', null);
      setHighlights({ focus: null });
    };
  }, []);
}
