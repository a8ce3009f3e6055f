import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';
import { toneIcons, type Tone } from './tones.js';
import './styles/button.css';
import './styles/banner.css';

interface BannerProps {
  tone: Tone;
  icon?: IconName;
  children: ReactNode;
  action?: { label: string; onPress(): void };
}

/** A strip over content that stays: it is old, the line is down, something needs doing. */
export function Banner({ tone, icon = toneIcons[tone], children, action }: BannerProps) {
  return (
    <div className="ui-banner" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={icon} size="small" />
      <p>{children}</p>
      {action && (
        <button
          type="button"
          className="ui-button"
          data-variant="quiet"
          data-size="small"
          onClick={action.onPress}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}
