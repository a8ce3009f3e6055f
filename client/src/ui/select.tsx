import { useId } from 'react';
import { Icon } from './icon.js';
import './styles/text-field.css';
import './styles/select.css';

interface SelectProps<Value extends string> {
  label: string;
  isLabelHidden?: boolean;
  value: Value;
  options: readonly { value: NoInfer<Value>; label: string }[];
  onChange(value: NoInfer<Value>): void;
}

/** One of several, where there is no room for all of them. The browser's own list: it knows every keyboard and screen. */
export function Select<Value extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  onChange,
}: SelectProps<Value>) {
  const id = useId();
  return (
    <div className="ui-field">
      <label className={isLabelHidden ? 'sr-only' : 'ui-field-label'} htmlFor={id}>
        {label}
      </label>
      <span className="ui-field-frame ui-select">
        <select id={id} value={value} onChange={(event) => onChange(event.target.value as Value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron" size="small" />
      </span>
    </div>
  );
}
