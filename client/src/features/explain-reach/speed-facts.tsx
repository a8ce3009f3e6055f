import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TravelProfile, TravelSettingsFieldsFragment } from '../../graphql/generated/travel/graphql.js';
import { formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { joinWords } from './join-words.js';
import { profiles } from './profiles.js';

/** Speeds by class of street, hours in which one is slower, and what junctions cost: as set. */
export function SpeedFacts({ settings }: { settings: TravelSettingsFieldsFragment }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const [profile, setProfile] = useState<TravelProfile>('DRIVING');
  const speeds = settings.speeds.filter((speed) => speed.profile === profile);
  const { right, left, uTurn, signal } = settings.turnSeconds;
  const number = (value: number): string => formatNumber(value, language, 2);
  const slots = settings.slots.map(({ fromHour, toHour, factor }) =>
    t('explain.slot', { from: fromHour, to: toHour, factor: number(factor) }),
  );
  return (
    <>
      <SegmentedControl
        label={t('explain.speedTitle')}
        options={profiles.map((value) => ({ value, label: t(`travelBy.${value}`) }))}
        value={profile}
        onChange={setProfile}
      />
      <dl className="explain-speeds">
        {speeds.map(({ streetClass, kilometresPerHour }) => (
          <div key={streetClass}>
            <dt>{t(`streetClass.${streetClass}`)}</dt>
            <dd>{number(kilometresPerHour)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t('explain.speedUnit')}</p>
      {profile === 'DRIVING' && (
        <>
          <p>
            {slots.length > 0
              ? t('explain.slots', { slots: joinWords(slots, language) })
              : t('explain.noSlots')}
          </p>
          <p>
            {t('explain.turns', {
              right: number(right),
              left: number(left),
              uTurn: number(uTurn),
              signal: number(signal),
            })}
          </p>
        </>
      )}
      <p>{t(`explain.rule.${profile}`)}</p>
    </>
  );
}
