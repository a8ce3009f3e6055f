import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import { Button } from './button.js';
import './styles/progress-bar.css';

interface ProgressBarProps {
  label: string;
  /** 0 to 1; leave out while nobody knows. */
  value?: number;
  /** "3,120 / 12,000", "约 2 分钟"; the percentage where it is not given. */
  valueText?: string;
  onCancel?: () => void;
  cancelLabel?: string;
}

/** How far a long piece of work is. */
export function ProgressBar({ label, value, valueText, onCancel, cancelLabel }: ProgressBarProps) {
  const percentage = value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div className="ui-progress">
      <div className="ui-progress-words">
        <span>{label}</span>
        <span className="ui-progress-value">
          {valueText ?? (percentage === undefined ? '' : `${percentage}%`)}
        </span>
      </div>
      <div className="ui-progress-line">
        {/* The track alone is the progress bar: a button inside one would be hidden from screen readers. */}
        <AriaProgressBar
          className="ui-progress-track"
          aria-label={label}
          isIndeterminate={percentage === undefined}
          value={percentage ?? 0}
          {...(valueText && { valueLabel: valueText })}
        >
          <div className="ui-progress-fill" style={{ width: `${percentage ?? 30}%` }} />
        </AriaProgressBar>
        {onCancel && cancelLabel && (
          <Button variant="quiet" size="small" onPress={onCancel}>
            {cancelLabel}
          </Button>
        )}
      </div>
    </div>
  );
}
