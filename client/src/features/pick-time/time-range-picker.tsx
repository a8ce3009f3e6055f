import { lazy, Suspense } from 'react';
import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatShort } from '../../i18n/format.js';
import { timePresets, type TimePreset, type TimeRange } from '../../state/time-window.js';
import { useNow } from '../../state/use-now.js';
import { useViewStore } from '../../state/view-store.js';
import { Icon } from '../../ui/icon.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import './time-range-picker.css';

// The calendar is the heaviest widget and seldom needed.
const CustomRange = lazy(() =>
  import('./custom-range.js').then((module) => ({ default: module.CustomRange })),
);

/** Chooses the time that incidents and counts are of. */
export function TimeRangePicker() {
  const { t } = useTranslation();
  const range = useViewStore((state) => state.range);
  const setRange = useViewStore((state) => state.setRange);
  const label = useRangeLabel(range);
  return (
    <DialogTrigger>
      <Button className="bar-button" data-testid="time-range" aria-label={t('time.label', { range: label })}>
        <Icon name="clock" />
        <span>{label}</span>
        <Icon name="chevron" />
      </Button>
      <Popover className="popover" placement="bottom end" offset={6}>
        <Dialog className="time-dialog" aria-label={t('time.choose')}>
          {({ close }) => (
            <>
              <ListBox
                className="time-presets"
                aria-label={t('time.choose')}
                selectionMode="single"
                disallowEmptySelection
                autoFocus
                selectedKeys={'preset' in range ? [range.preset] : []}
                onSelectionChange={(keys) => {
                  setRange({ preset: [...keys][0] as TimePreset });
                  close();
                }}
              >
                {timePresets.map((preset) => (
                  <ListBoxItem
                    key={preset}
                    id={preset}
                    className="time-preset"
                    data-testid={`time-${preset}`}
                  >
                    {t(`time.${preset}`)}
                  </ListBoxItem>
                ))}
              </ListBox>
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
