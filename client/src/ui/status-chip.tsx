import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';
import type { Tone } from './tones.js';
import './styles/status-chip.css';

interface StatusChipProps {
  /** `p1`–`p3`: the urgency of an incident. */
  tone?: Tone | 'p1' | 'p2' | 'p3';
  /** Tones that ask for attention bring their own sign; null leaves it out. */
  icon?: IconName | null;
  children: ReactNode;
}

const ownIcons: Partial<Record<NonNullable<StatusChipProps['tone']>, IconName>> = {
  success: 'done',
  warning: 'warning',
  danger: 'alert',
  p1: 'burst',
  p2: 'diamond',
  p3: 'dot',
};

/** A short state: the words say it, sign and colour only make it found faster. */
export function StatusChip({ tone = 'plain', icon, children }: StatusChipProps) {
  const name = icon === null ? undefined : (icon ?? ownIcons[tone]);
  return (
    <span className="ui-chip" data-tone={tone}>
      {name && <Icon name={name} size="small" />}
      {children}
    </span>
  );
}
