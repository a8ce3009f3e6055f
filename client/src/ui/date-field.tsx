import { useId } from 'react';
import { Icon } from './icon.js';
import './styles/text-field.css';
import './styles/date-field.css';

interface DateFieldProps {
  label: string;
  isLabelHidden?: boolean;
  /** 2026-11-22, or empty. */
  value: string;
  min?: string;
  max?: string;
  description?: string;
  /** What is wrong with the value; its presence makes the field invalid. */
  error?: string | undefined;
  onChange(value: string): void;
}

/** A day: typed, or chosen from the browser's own calendar. */
export function DateField({
  label,
  isLabelHidden = false,
  value,
  min,
  max,
  description,
  error,
  onChange,
}: DateFieldProps) {
  const id = useId();
  const said = error ?? description;
  return (
    <div className="ui-field" data-invalid={error ? true : undefined}>
      <label className={isLabelHidden ? 'sr-only' : 'ui-field-label'} htmlFor={id}>
        {label}
      </label>
      <span className="ui-field-frame">
        <input
          id={id}
          className="ui-input ui-date"
          type="date"
          value={value}
          min={min}
          max={max}
          aria-invalid={error ? true : undefined}
          aria-describedby={said ? `${id}-said` : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
      {said && (
        <span id={`${id}-said`} className={error ? 'ui-field-error' : 'ui-field-hint'}>
          {error && <Icon name="alert" size="small" />}
          {said}
        </span>
      )}
    </div>
  );
}
