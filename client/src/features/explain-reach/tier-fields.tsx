import { useTranslation } from 'react-i18next';
import type { PostKind } from '../../graphql/generated/travel/graphql.js';
import { Select } from '../../ui/select.js';
import { Switch } from '../../ui/switch.js';
import { ToggleChips } from '../../ui/toggle-chips.js';
import type { TierDraft } from './draft-settings.js';
import { NumberField, type FieldsProps } from './number-field.js';
import { profiles } from './profiles.js';

/** Kinds that may answer a call; offices of justice and governance do not. */
const responders: readonly PostKind[] = [
  'SMALLEST_RESPONSE_UNIT',
  'VOLUNTEER_TEAM',
  'STATION',
  'LIAISON_STATION',
  'OFFICE',
  'TRAFFIC_SQUADRON',
  'SERVICE_POINT',
  'PROJECT_POST',
];

/** Who answers within one, three and five minutes. */
export function TierFields({ draft, faults, refused, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const set = (index: number, changes: Partial<TierDraft>): void =>
    onChange({
      ...draft,
      tiers: draft.tiers.map((tier, at) => (at === index ? { ...tier, ...changes } : tier)),
    });
  return (
    <div className="travel-part">
      {draft.tiers.map(({ tier, seconds, postKinds, units, profile }, index) => {
        const kinds = [...new Set([...responders, ...postKinds])];
        return (
          <fieldset key={tier} className="travel-tier">
            <legend>{t('travel.tier', { tier })}</legend>
            <div className="travel-row">
              <NumberField
                label={t('travel.tierSeconds')}
                field={`tiers.${index}.seconds`}
                kind="tiers.seconds"
                value={seconds}
                faults={faults}
                refused={refused}
                onChange={(value) => set(index, { seconds: value })}
              />
              <Select
                label={t('travel.tierProfile')}
                options={profiles.map((value) => ({ value, label: t(`travelBy.${value}`) }))}
                value={profile}
                onChange={(value) => set(index, { profile: value })}
              />
              <Switch isSelected={units} onChange={(isOn) => set(index, { units: isOn })}>
                {t('travel.tierUnits')}
              </Switch>
            </div>
            <ToggleChips
              label={t('travel.tierKinds')}
              options={kinds.map((kind) => ({ value: kind, label: t(`legend.post.${kind}`) }))}
              values={postKinds}
              onChange={(values) => set(index, { postKinds: values })}
            />
            {faults.has(`tiers.${index}.order`) && (
              <p className="travel-fault">{t('travel.tierNotRising')}</p>
            )}
            {faults.has(`tiers.${index}.nobody`) && <p className="travel-fault">{t('travel.tierNobody')}</p>}
          </fieldset>
        );
      })}
    </div>
  );
}
