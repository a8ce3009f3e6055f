import { useTranslation } from 'react-i18next';
import { SegmentedControl } from '../../ui/segmented-control.js';
import './hours-field.css';

/** Minutes of the county's day; both null = around the clock. */
export interface Hours {
  opensAtMinute: number | null;
  closesAtMinute: number | null;
}

const usual = { opensAtMinute: 8 * 60, closesAtMinute: 20 * 60 };

/** When a post is staffed: always, or between two times that may pass midnight. */
export function HoursField({ value, onChange }: { value: Hours; onChange(hours: Hours): void }) {
  const { t } = useTranslation();
  const { opensAtMinute, closesAtMinute } = value;
  const isAlways = opensAtMinute === null || closesAtMinute === null;
  return (
    <fieldset className="hours-field">
      <legend>{t('plan.hours.label')}</legend>
      <SegmentedControl
        label={t('plan.hours.label')}
        value={isAlways ? 'always' : 'between'}
        onChange={(next) =>
          onChange(next === 'always' ? { opensAtMinute: null, closesAtMinute: null } : usual)
        }
        options={[
          { value: 'always', label: t('plan.hours.always') },
          { value: 'between', label: t('plan.hours.between') },
        ]}
      />
      {!isAlways && (
        <span className="hours-times">
          <TimeInput
            label={t('plan.hours.from')}
            minute={opensAtMinute}
            onChange={(minute) => onChange({ ...value, opensAtMinute: minute })}
          />
          <span aria-hidden="true">–</span>
          <TimeInput
            label={t('plan.hours.to')}
            minute={closesAtMinute}
            onChange={(minute) => onChange({ ...value, closesAtMinute: minute })}
          />
          {closesAtMinute <= opensAtMinute && <span className="muted">{t('plan.hours.pastMidnight')}</span>}
        </span>
      )}
    </fieldset>
  );
}

interface TimeInputProps {
  label: string;
  minute: number;
  onChange(minute: number): void;
}

function TimeInput({ label, minute, onChange }: TimeInputProps) {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return (
    <input
      type="time"
      className="hours-time"
      aria-label={label}
      value={`${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`}
      onChange={({ target }) => {
        const [hours, minutes] = target.value.split(':').map(Number);
        // Emptied while it is being typed.
        if (hours !== undefined && minutes !== undefined) onChange(hours * 60 + minutes);
      }}
    />
  );
}
