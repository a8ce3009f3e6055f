import { useEffect, useMemo, useState } from 'react';
import type { CoverBoardInput } from '../../graphql/generated/travel/graphql.js';
import { useCoverStore } from '../../state/cover-store.js';
import type { PostChange } from '../../state/post-changes.js';
import { usePresentHour } from './use-present-hour.js';

const settleMilliseconds = 160;

/** A value once it has rested: what is dragged asks once, not at every pixel. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMilliseconds);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

const none: PostChange[] = [];

/** What the board is asked for: the conditions chosen, with the changes that are being tried or as things are. */
export function useBoardInput(withChanges: boolean): CoverBoardInput {
  const reading = useCoverStore((state) => state.reading);
  const present = usePresentHour();
  // Said outright, also where it is the present one: when the hour passes, that is another question.
  const hour = useSettled(useCoverStore((state) => state.hour) ?? present);
  const isLive = useCoverStore((state) => state.isLive);
  const tried = useSettled(useCoverStore((state) => state.changes));
  const changes = withChanges ? tried : none;
  return useMemo(
    () => ({ reading, hour, live: isLive, ...(changes.length > 0 && { changes }) }),
    [reading, hour, isLive, changes],
  );
}

/** How often the numbers are asked for again: the present hour passes, and units move. */
export function useRefreshPace(): number {
  const hour = useCoverStore((state) => state.hour);
  const isLive = useCoverStore((state) => state.isLive);
  return isLive ? 20_000 : hour === null ? 120_000 : 0;
}
