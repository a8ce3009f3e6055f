import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Icon, type IconName } from './icon.js';
import './styles/segmented-control.css';

export interface SegmentOption<Value extends string> {
  value: Value;
  label: string;
  icon?: IconName;
  isDisabled?: boolean;
}

interface SegmentedControlProps<Value extends string> {
  label: string;
  options: readonly SegmentOption<NoInfer<Value>>[];
  value: Value;
  onChange(value: NoInfer<Value>): void;
  /** Signs only; the labels then name them. */
  isIconOnly?: boolean;
  isFullWidth?: boolean;
}

/** One of a few, all in sight: arrow keys move between them. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  onChange,
  isIconOnly = false,
  isFullWidth = false,
}: SegmentedControlProps<Value>) {
  return (
    <ToggleButtonGroup
      className="ui-segments"
      data-full-width={isFullWidth || undefined}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [next] = keys;
        if (next !== undefined) onChange(next as Value);
      }}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          id={option.value}
          className="ui-segment"
          isDisabled={option.isDisabled ?? false}
          {...(isIconOnly && { 'aria-label': option.label })}
        >
          {option.icon && <Icon name={option.icon} size="small" />}
          {!isIconOnly && <span>{option.label}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
