import { useEffect } from 'react';
import type { CoverBoardQuery } from '../../graphql/generated/travel/graphql.js';
import { useCoverStore } from '../../state/cover-store.js';
import { useReachStore } from '../../state/reach-store.js';
import { isSheetLowered } from './is-sheet-lowered.js';

/** Hands the map a board to colour its streets by. */
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
}

/**
 * Shows the board on the map while the panel is open. Who closed it there sees it again with the next question, not
 * with the next answer to the same one.
 */
export function useBoardShown(): void {
  const { part, reading, hour, isLive, changes } = useCoverStore();
  useEffect(() => useReachStore.getState().show('board'), [part, reading, hour, isLive, changes]);
  useEffect(
    () => () => {
      if (isSheetLowered()) return;
      const { shown, show, setView, setHighlights } = useReachStore.getState();
      if (shown === 'board') show(null);
      setView('board', null);
      setHighlights({ focus: null });
    },
    [],
  );
}
