import { getDeadline, type DeadlineState, type DeadlineTimes } from './deadline.js';
import './styles/deadline-clock.css';

interface DeadlineClockProps extends DeadlineTimes {
  labels: Record<DeadlineState, string> & {
    /** "剩余 3 小时 20 分". */
    left(milliseconds: number): string;
    /** "已超 2 天". */
    over(milliseconds: number): string;
  };
  /** In a list: the ring and one short text. */
  isCompact?: boolean;
}

const circumference = 2 * Math.PI * 8;

/**
 * A term: a ring that fills as it passes, its state in a word, the time left. The states differ by the ring's
 * shape too: filling, with a mark (soon), broken and full with an exclamation (over), two bars (paused).
 */
export function DeadlineClock({ labels, isCompact = false, ...times }: DeadlineClockProps) {
  const { state, leftMilliseconds, share } = getDeadline(times);
  const span = leftMilliseconds < 0 ? labels.over(-leftMilliseconds) : labels.left(leftMilliseconds);
  return (
    <span className="ui-deadline" data-state={state} data-compact={isCompact || undefined}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle className="ui-deadline-ring" cx="10" cy="10" r="8" />
        <circle
          className="ui-deadline-hand"
          cx="10"
          cy="10"
          r="8"
          transform="rotate(-90 10 10)"
          strokeDasharray={`${share * circumference} ${circumference}`}
        />
        {state === 'normal' && <path d="M10 6.250V10l2.250 1.750" />}
        {state === 'soon' && <path d="M10 5.750v4.750M10 13.750h.01" />}
        {state === 'overdue' && <path d="M7 7l6 6M13 7l-6 6" />}
        {state === 'paused' && <path d="M8 7v6M12 7v6" />}
      </svg>
      <span className="ui-deadline-words">
        <b>{labels[state]}</b>
        <span>{span}</span>
      </span>
    </span>
  );
}
