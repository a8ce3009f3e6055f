import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';
import './styles/figure.css';

export interface Trend {
  direction: 'up' | 'down' | 'flat';
  /** Amount and against what: "环比 +12.5%". */
  text: string;
  /** Whether the change is welcome; leave out where it is neither. */
  isGood?: boolean;
}

interface FigureProps {
  label: string;
  /** Ready to read: grouped, or "—" when unknown. */
  value: string;
  unit?: string;
  trend?: Trend;
  onPress?: () => void;
  isLoading?: boolean;
  size?: 'medium' | 'large';
  /** A spark line. */
  children?: ReactNode;
}

const trendIcons: Record<Trend['direction'], IconName> = {
  up: 'trendUp',
  down: 'trendDown',
  flat: 'trendFlat',
};

/** A number with its name, and where it is heading. */
export function Figure({
  label,
  value,
  unit,
  trend,
  onPress,
  isLoading = false,
  size = 'medium',
  children,
}: FigureProps) {
  const content = (
    <>
      <span className="ui-figure-label">{label}</span>
      <span className="ui-figure-value" data-loading={isLoading || undefined}>
        <b>{isLoading ? ' ' : value}</b>
        {unit && !isLoading && <span className="ui-figure-unit">{unit}</span>}
      </span>
      {trend && !isLoading && (
        <span className="ui-trend" data-good={trend.isGood}>
          <Icon name={trendIcons[trend.direction]} size="small" />
          {trend.text}
        </span>
      )}
      {children && <span className="ui-figure-chart">{children}</span>}
    </>
  );
  return onPress ? (
    <button type="button" className="ui-figure" data-size={size} onClick={onPress}>
      {content}
    </button>
  ) : (
    <div className="ui-figure" data-size={size} aria-busy={isLoading || undefined}>
      {content}
    </div>
  );
}
