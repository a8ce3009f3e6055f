import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import {
  FiguresByHourDocument,
  FiguresDocument,
  ShiftsDocument,
  type FiguresQuery,
  type IncidentFilter,
} from '../../graphql/generated/graphql.js';
import type { TimeWindow } from '../../state/time-window.js';
import { useNow } from '../../state/use-now.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { isComparable } from './compare.js';
import { wholeWeeks } from './time-axis.js';
import { useCalmRefresh } from './use-calm-refresh.js';

/** What incidents are ranked by, and narrowed to when one of it is pressed. */
export type RankedBy = 'KIND' | 'SOURCE';
export interface Focus {
  by: RankedBy;
  key: string;
}

export interface Period {
  from: number;
  to: number;
}

const dayMilliseconds = 24 * 3_600_000;

/** A window as instants; a live one ends on the five-minute step that it was cut from. */
function usePeriod(window: TimeWindow): Period {
  const now = useNow(5 * 60_000);
  return useMemo(
    () => ({ from: Date.parse(window.from), to: window.to ? Date.parse(window.to) : now }),
    [window, now],
  );
}

/** The last answer, while the next is on its way. */
function useLast<Data>(data: Data | undefined): Data | undefined {
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  return data ?? last;
}

const iso = (instant: number): string => new Date(instant).toISOString();

/** Everything the panel shows of incidents, for a window, perhaps one grid and perhaps one kind or source. */
export function useFigures(
  window: TimeWindow,
  { gridId, focus, by }: { gridId: string | null; focus: Focus | null; by: RankedBy },
) {
  const period = usePeriod(window);
  const { timeZone } = useTimeLocale();
  const variables = useMemo(() => {
    const place = gridId ? { gridId } : {};
    const narrowed = {
      ...place,
      ...(focus?.by === 'KIND' && { kinds: [focus.key] }),
      ...(focus?.by === 'SOURCE' && { sources: [focus.key] as IncidentFilter['sources'] }),
    };
    const length = period.to - period.from;
    return {
      figures: {
        filter: { ...narrowed, ...window },
        before: { ...narrowed, from: iso(period.from - length), to: window.from },
        ranked: { ...place, ...window },
        by,
      },
      byHour: { filter: { ...narrowed, ...wholeWeeks(period.from, period.to, timeZone) } },
    };
  }, [window, period, gridId, focus, by, timeZone]);
  const [{ data, error, fetching }, execute] = useQuery({
    query: FiguresDocument,
    variables: variables.figures,
    requestPolicy: 'cache-and-network',
  });
  const [byHour] = useQuery({ query: FiguresByHourDocument, variables: variables.byHour });
  useCalmRefresh(() => execute({ requestPolicy: 'network-only' }));
  const shown = useLast<FiguresQuery>(data);
  const comparable = useMemo(
    () =>
      isComparable(
        shown?.incidentHistogram.map(({ count }) => count) ?? [],
        shown?.before.map(({ count }) => count) ?? [],
      ),
    [shown],
  );
  const hours = useLast(byHour.data)?.incidentsByHourOfWeek;
  return {
    period,
    isComparable: comparable,
    figures: shown,
    counts: useMemo(() => hours?.map(({ count }) => count) ?? [], [hours]),
    weeks: variables.byHour.filter,
    error: error && !shown ? error : null,
    isLoading: fetching && !shown,
    retry: () => execute({ requestPolicy: 'network-only' }),
  };
}

/** Shifts of the last day of a period; a live one looks an hour ahead, so that now is not the edge. */
export function useShifts(window: TimeWindow) {
  const now = useNow(60_000);
  const step = useNow(5 * 60_000);
  const to = window.to ? Math.min(Date.parse(window.to), step) : step + 3_600_000;
  const from = to - dayMilliseconds;
  const variables = useMemo(() => ({ from: iso(from), to: iso(to) }), [from, to]);
  const [{ data, fetching }, execute] = useQuery({ query: ShiftsDocument, variables });
  useCalmRefresh(() => execute({ requestPolicy: 'network-only' }));
  const shown = useLast(data);
  return { from, to, now, shifts: shown?.shifts ?? [], isLoading: fetching && !shown };
}
