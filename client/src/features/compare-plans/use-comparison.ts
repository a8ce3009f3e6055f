import { useMemo } from 'react';
import { PlanComparisonDocument } from '../../graphql/generated/studio/graphql.js';
import { getStartOfDay } from '../../i18n/format.js';
import { useConnectionStore } from '../../state/connection-store.js';
import { useNow } from '../../state/use-now.js';
import { useAnswer } from '../cover-board/use-answer.js';
import { useFollow } from '../manage-plans/use-follow.js';
import { useTimeLocale } from '../watch-county/use-county.js';

interface Question {
  planId: string;
  /** A plan; null: the boundaries in force. */
  against: string | null;
  /** So many whole days until now. */
  days: number;
  /** Of the plan: another one is asked about anew. */
  version: number | null;
}

/** Somebody who draws changes the plan every few seconds; it is compared once they pause. */
const pauseMilliseconds = 1500;

/** What the plan changes, grid by grid and parcel by parcel; the former answer stays until the next one comes. */
export function useComparison({ planId, against, days, version }: Question) {
  const { timeZone } = useTimeLocale();
  const today = getStartOfDay(useNow(3_600_000), timeZone);
  const from = new Date(today - days * 86_400_000).toISOString();
  const answer = useAnswer(
    PlanComparisonDocument,
    useMemo(() => ({ left: against, right: planId, from, to: null }), [against, planId, from]),
  );
  const boundaries = useConnectionStore((state) => state.boundaryChanges);
  const isBehind = useFollow(`${version}:${boundaries}`, answer.retry, pauseMilliseconds);
  return {
    ...answer,
    comparison: answer.data?.planComparison ?? null,
    isOld: answer.isOld || isBehind,
    from,
  };
}
