import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { TextField } from '../../ui/text-field.js';
import { getRange, type SettingsDraft } from './draft-settings.js';

/** What every part of the dialog is given. */
export interface FieldsProps {
  draft: SettingsDraft;
  /** Names of fields that are wrong. */
  faults: ReadonlySet<string>;
  /** What the server would not take, and why. */
  refused: { field: string; message: string };
  onChange(draft: SettingsDraft): void;
}

interface NumberFieldProps extends Pick<FieldsProps, 'faults' | 'refused'> {
  label: string;
  /** Its own name: `slots.1.factor`. */
  field: string;
  /** Its name without rows, if it stands in one: `slots.factor`. */
  kind?: string;
  value: string;
  onChange(value: string): void;
}

/** A number to type, with what it may be where it is not that. */
export function NumberField({
  label,
  field,
  kind = field,
  value,
  faults,
  refused,
  onChange,
}: NumberFieldProps) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const [least, most] = getRange(kind);
  const error = faults.has(field)
    ? t('travel.range', {
        least: formatNumber(least, language, 2),
        most: formatNumber(most, language, 2),
      })
    : refused.field !== '' && (refused.field === field || refused.field === kind)
      ? refused.message
      : undefined;
  return (
    <TextField
      label={label}
      value={value}
      inputMode="decimal"
      onChange={onChange}
      {...(error !== undefined && { error })}
    />
  );
}
