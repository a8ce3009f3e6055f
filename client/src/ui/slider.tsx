import { useId } from 'react';
import './styles/slider.css';

interface SliderProps {
  label: string;
  isLabelHidden?: boolean;
  value: number;
  min: number;
  max: number;
  step?: number;
  /** The value in words, beside the track and for a screen reader. */
  valueText: string;
  isDisabled?: boolean;
  onChange(value: number): void;
}

/** A number from a range, dragged or moved by the arrow keys. */
export function Slider({
  label,
  isLabelHidden = false,
  value,
  min,
  max,
  step = 1,
  valueText,
  isDisabled = false,
  onChange,
}: SliderProps) {
  const id = useId();
  return (
    <div className="ui-slider">
      <label className={isLabelHidden ? 'sr-only' : 'ui-slider-label'} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="range"
        value={value}
        min={min}
        max={max}
        step={step}
        aria-valuetext={valueText}
        disabled={isDisabled}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <output htmlFor={id}>{valueText}</output>
    </div>
  );
}
