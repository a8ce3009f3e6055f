import { useId } from 'react';
import './styles/select-field.css';

interface SelectFieldProps<Value extends string> {
  label: string;
  isLabelHidden?: boolean;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange(value: Value): void;
}

/** One of many, as the system offers it: on a phone that is its own wheel. */
export function SelectField<Value extends string>({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
}: SelectFieldProps<Value>) {
  const id = useId();
  return (
    <div className="ui-select">
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'ui-select-label'}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
