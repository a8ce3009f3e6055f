import { lazy, Suspense } from 'react';
import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatShort } from '../../i18n/format.js';
import { timePresets, type TimePreset, type TimeRange } from '../../state/time-window.js';
import { useNow } from '../../state/use-now.js';
import { useIsNarrow } from '../../state/use-screen.js';
import { useViewStore } from '../../state/view-store.js';
import { Icon } from '../../ui/icon.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import './time-range-picker.css';

// Histogram and fields are the heaviest widget of the bar and seldom needed.
const CustomRange = lazy(() =>
  import('./custom-range.js').then((module) => ({ default: module.CustomRange })),
);

/** Chooses the time that incidents and counts are of. */
export function TimeRangePicker() {
  const { t } = useTranslation();
  const range = useViewStore((state) => state.range);
  const setRange = useViewStore((state) => state.setRange);
  const label = useRangeLabel(range);
  const isNarrow = useIsNarrow();
  const isLive = 'preset' in range;
  return (
    <DialogTrigger>
      <Button
        className="bar-button time-range"
        data-testid="time-range"
        aria-label={t('time.label', { range: label })}
      >
        <Icon name="clock" size="small" />
        <span className="time-range-label">
          {isNarrow ? t(`time.short.${isLive ? range.preset : 'custom'}`) : label}
        </span>
        <Icon name="chevron" size="small" />
      </Button>
      <Popover className="ui-popover time-popover" placement="bottom end" offset={6}>
        <Dialog className="time-dialog" aria-label={t('time.choose')}>
          {({ close }) => (
            <>
              <div className="time-side">
                <ListBox
                  className="time-presets"
                  aria-label={t('time.choose')}
                  selectionMode="single"
                  disallowEmptySelection
                  autoFocus
                  selectedKeys={isLive ? [range.preset] : []}
                  onSelectionChange={(keys) => {
                    setRange({ preset: [...keys][0] as TimePreset });
                    close();
                  }}
                >
                  {timePresets.map((preset) => (
                    <ListBoxItem
                      key={preset}
                      id={preset}
                      textValue={t(`time.${preset}`)}
                      className="time-preset"
                      data-testid={`time-${preset}`}
                    >
                      <span>{t(`time.${preset}`)}</span>
                      {isLive && range.preset === preset && (
                        <span className="time-live">
                          <i aria-hidden="true" />
                          {t('time.live')}
                        </span>
                      )}
                    </ListBoxItem>
                  ))}
                </ListBox>
                <p className="time-hint">{t('time.liveHint')}</p>
              </div>
              <Suspense fallback={<p className="muted">{t('loading')}</p>}>
                <CustomRange
                  range={range}
                  onApply={(custom) => {
                    setRange(custom);
                    close();
                  }}
                />
              </Suspense>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** A range in words. */
function useRangeLabel(range: TimeRange): string {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const now = useNow(60_000);
  if ('preset' in range) return t(`time.${range.preset}`);
  return t('time.between', {
    from: formatShort(range.from, now, locale),
    to: formatShort(range.to, now, locale),
  });
}
