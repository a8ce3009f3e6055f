import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoverStore } from '../../state/cover-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Slider } from '../../ui/slider.js';
import './conditions-bar.css';

/** The conditions in a line; pressed, they can be changed. For where they matter less than what is tried. */
export function Conditions({ presentHour }: { presentHour: number }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { reading, hour, isLive } = useCoverStore();
  const said = [
    t(`cover.reading.${reading}`),
    t(isLive ? 'cover.units.live' : 'cover.units.plan'),
    t(hour === null ? 'cover.hour.nowAt' : 'cover.hour.at', { hour: hour ?? presentHour }),
  ];
  return (
    <div className="conditions-folded">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span>{t('cover.conditions')}</span>
        <b>{said.join(' · ')}</b>
        <Icon name={isOpen ? 'chevronUp' : 'chevron'} size="small" />
      </button>
      {isOpen && <ConditionsBar presentHour={presentHour} />}
    </div>
  );
}

/** What the numbers are asked for: how 1-3-5 is read, who stands where, and the hour of the day. */
export function ConditionsBar({ presentHour }: { presentHour: number }) {
  const { t } = useTranslation();
  const { reading, hour, isLive, setConditions } = useCoverStore();
  return (
    <div className="conditions">
      <SegmentedControl
        label={t('cover.reading.label')}
        isFullWidth
        value={reading}
        onChange={(next) => setConditions({ reading: next })}
        options={[
          { value: 'BY_TIER', label: t('cover.reading.BY_TIER') },
          { value: 'BY_IMPORTANCE', label: t('cover.reading.BY_IMPORTANCE') },
        ]}
      />
      <SegmentedControl
        label={t('cover.units.label')}
        isFullWidth
        value={isLive ? 'live' : 'plan'}
        onChange={(next) => setConditions({ isLive: next === 'live' })}
        options={[
          { value: 'plan', label: t('cover.units.plan') },
          { value: 'live', label: t('cover.units.live') },
        ]}
      />
      <div className="conditions-hour">
        <Slider
          label={t('cover.hour.label')}
          min={0}
          max={23}
          value={hour ?? presentHour}
          valueText={t(hour === null ? 'cover.hour.nowAt' : 'cover.hour.at', { hour: hour ?? presentHour })}
          isDisabled={isLive}
          onChange={(next) => setConditions({ hour: next })}
        />
        {hour !== null && (
          <Button size="small" variant="quiet" onPress={() => setConditions({ hour: null })}>
            {t('cover.hour.now')}
          </Button>
        )}
      </div>
      {isLive && <p className="cover-hint">{t('cover.units.liveHint')}</p>}
    </div>
  );
}
