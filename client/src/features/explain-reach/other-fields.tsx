import { useTranslation } from 'react-i18next';
import { NumberField, type FieldsProps } from './number-field.js';

const groups = {
  turns: ['turnSeconds.right', 'turnSeconds.left', 'turnSeconds.uTurn', 'turnSeconds.signal'],
  counting: ['snapMetres', 'coveredPercent', 'handlingMinutes', 'staleFixSeconds'],
};

/** What junctions cost, and how near, how long and how much count. */
export function OtherFields({ draft, faults, refused, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="travel-part">
      {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
        <fieldset key={group} className="travel-tier">
          <legend>{t(`travel.group.${group}`)}</legend>
          <div className="travel-grid">
            {groups[group].map((field) => (
              <NumberField
                key={field}
                label={t(`travel.field.${field.replace('.', '_')}`)}
                field={field}
                value={draft.numbers[field]!}
                faults={faults}
                refused={refused}
                onChange={(value) => onChange({ ...draft, numbers: { ...draft.numbers, [field]: value } })}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
