import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fromWallTime, toWallTime, type WallTime } from '../../i18n/zoned-time.js';
import { useConnectionStore } from '../../state/connection-store.js';
import { resolveWindow, type TimeRange } from '../../state/time-window.js';
import { Button } from '../../ui/button.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { TimeHistogram } from './time-histogram.js';

interface CustomRangeProps {
  range: TimeRange;
  onApply(range: TimeRange): void;
}

/**
 * From and to, dragged over the histogram or typed, as days and times of the county. Times are typed: browsers' own
 * fields follow a 12-hour habit.
 */
export function CustomRange({ range, onApply }: CustomRangeProps) {
  const { t } = useTranslation();
  const { timeZone } = useTimeLocale();
  const [{ from, to }, setDraft] = useState(() => {
    const now = Date.now() + useConnectionStore.getState().clockOffset;
    const window = resolveWindow(range, now);
    return {
      from: toWallTime(Date.parse(window.from), timeZone),
      to: toWallTime(window.to ? Date.parse(window.to) : now, timeZone),
    };
  });
  const start = fromWallTime(from, timeZone);
  const end = fromWallTime(to, timeZone);
  const problem = start === null || end === null ? 'time.malformed' : start >= end ? 'time.reversed' : null;
  const [lastValid, setLastValid] = useState<[number, number]>(() => [start ?? 0, end ?? 0]);
  const brushed: [number, number] = problem ? lastValid : [start!, end!];
  const apply = (): void => {
    if (start === null || end === null || problem) return;
    onApply({ from: new Date(start).toISOString(), to: new Date(end).toISOString() });
  };
  return (
    <form
      className="custom-range"
      data-testid="custom-range"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <p className="custom-range-title">
        <span>{t('time.custom')}</span>
        <span>{t('time.brushHint')}</span>
      </p>
      <TimeHistogram
        value={brushed}
        onChange={(next) => {
          setLastValid(next);
          setDraft({ from: toWallTime(next[0], timeZone), to: toWallTime(next[1], timeZone) });
        }}
      />
      <div className="custom-range-fields">
        <MomentField
          label={t('time.from')}
          value={from}
          onChange={(value) => setDraft({ from: value, to })}
        />
        <MomentField label={t('time.to')} value={to} onChange={(value) => setDraft({ from, to: value })} />
        <Button type="submit" variant="primary" isDisabled={problem !== null}>
          {t('time.apply')}
        </Button>
      </div>
      {problem && (
        <p className="custom-range-error" role="alert">
          {t(problem)}
        </p>
      )}
    </form>
  );
}

function MomentField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: WallTime;
  onChange(value: WallTime): void;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="moment-field">
      <legend>{label}</legend>
      <input
        id={`${id}-date`}
        type="date"
        aria-label={t('time.day', { label })}
        value={value.date}
        onChange={(event) => onChange({ ...value, date: event.target.value })}
      />
      <input
        id={`${id}-time`}
        className="moment-time"
        inputMode="numeric"
        placeholder="14:05"
        maxLength={5}
        aria-label={t('time.timeOfDay', { label })}
        value={value.time}
        onChange={(event) => onChange({ ...value, time: event.target.value.replace('：', ':') })}
      />
    </fieldset>
  );
}
