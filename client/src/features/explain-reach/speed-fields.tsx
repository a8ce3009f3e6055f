import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TravelProfile } from '../../graphql/generated/travel/graphql.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { NumberField, type FieldsProps } from './number-field.js';
import { profiles } from './profiles.js';

/** Free-flow speed on each class of street, for each way of travelling. */
export function SpeedFields({ draft, faults, refused, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const faulty = profiles.find((each) => [...faults].some((field) => field.startsWith(`speeds.${each}.`)));
  const [profile, setProfile] = useState<TravelProfile>(faulty ?? 'DRIVING');
  const start = `speeds.${profile}.`;
  const fields = Object.keys(draft.numbers).filter((field) => field.startsWith(start));
  return (
    <div className="travel-part">
      <SegmentedControl
        label={t('travel.tab.speeds')}
        options={profiles.map((value) => ({
          value,
          label: t(`travelBy.${value}`),
          ...([...faults].some((field) => field.startsWith(`speeds.${value}.`)) && {
            icon: 'alert' as const,
          }),
        }))}
        value={profile}
        onChange={setProfile}
      />
      <p className="muted">{t(profile === 'DRIVING' ? 'travel.speedHintDriving' : 'travel.speedHint')}</p>
      <div className="travel-grid">
        {fields.map((field) => (
          <NumberField
            key={field}
            label={t(`streetClass.${field.slice(start.length)}`)}
            field={field}
            value={draft.numbers[field]!}
            faults={faults}
            refused={refused}
            onChange={(value) => onChange({ ...draft, numbers: { ...draft.numbers, [field]: value } })}
          />
        ))}
      </div>
    </div>
  );
}
