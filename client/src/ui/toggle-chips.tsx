import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './styles/toggle-chips.css';

interface ToggleChipsProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string; isDisabled?: boolean }[];
  values: readonly Value[];
  onChange(values: Value[]): void;
  /** Whether one must stay chosen. */
  isRequired?: boolean;
}

/** Any of a few, all in sight. */
export function ToggleChips<Value extends string>({
  label,
  options,
  values,
  onChange,
  isRequired = false,
}: ToggleChipsProps<Value>) {
  return (
    <ToggleButtonGroup
      className="ui-chips"
      aria-label={label}
      selectionMode="multiple"
      disallowEmptySelection={isRequired}
      selectedKeys={values}
      onSelectionChange={(keys) => onChange([...keys] as Value[])}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          id={option.value}
          className="ui-toggle-chip"
          isDisabled={option.isDisabled ?? false}
        >
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
