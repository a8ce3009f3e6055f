import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import type { TimeWindow } from '../../state/time-window.js';
import { Gantt } from '../../ui/charts/gantt.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { formatDay, listTicks } from './time-axis.js';
import { useChartWords } from './use-chart-words.js';
import { useShifts } from './use-figures.js';

/** Which units were on duty when: units, never their crews. */
export function UnitShifts({ window }: { window: TimeWindow }) {
  const { t } = useTranslation();
  const theme = usePreferenceStore((state) => state.theme);
  const { language, timeZone } = useTimeLocale();
  const { words } = useChartWords();
  const { from, to, now, shifts, isLoading } = useShifts(window);
  const locale = useMemo(() => ({ language, timeZone }), [language, timeZone]);
  const lanes = useMemo(() => {
    const units = new Map(shifts.map(({ unit }) => [unit.id, unit]));
    return [...units.values()].map(({ id, callSign, state }) => ({
      id,
      label: callSign,
      aside: t(`legend.unitState.${state}`),
    }));
  }, [shifts, t]);
  const spans = useMemo(
    () =>
      shifts.map(({ id, unit, startsAt, endsAt }) => ({
        id,
        laneId: unit.id,
        from: Date.parse(startsAt),
        to: endsAt ? Date.parse(endsAt) : null,
      })),
    [shifts],
  );
  const ticks = useMemo(() => listTicks(from, to, locale), [from, to, locale]);
  const all = useMemo(
    () => ({
      ...words,
      lane: t('figures.unitName'),
      state: t('figures.state'),
      begins: t('figures.onDutyAt'),
      ends: t('figures.offDutyAt'),
      lasts: t('figures.duration'),
      lasting: t('figures.onDuty'),
    }),
    [words, t],
  );
  const writeInstant = useCallback(
    (at: number) => `${formatDay(at, locale)} ${formatClock(at, locale)}`,
    [locale],
  );
  const writeDuration = useCallback(
    (milliseconds: number) => {
      const minutes = Math.floor(milliseconds / 60_000);
      return t('figures.hoursAndMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    },
    [t],
  );
  return (
    <Gantt
      title={t('figures.shifts')}
      note={t('figures.shiftsNote', { from: writeInstant(from), to: writeInstant(to) })}
      alt={t('figures.shiftsAlt', {
        units: lanes.length,
        onDuty: spans.filter((span) => span.to === null).length,
      })}
      lanes={lanes}
      spans={spans}
      from={from}
      to={to}
      now={now}
      ticks={ticks}
      theme={theme}
      words={all}
      formatInstant={writeInstant}
      formatDuration={writeDuration}
      isLoading={isLoading}
    />
  );
}
