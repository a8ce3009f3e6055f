import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';
import './styles/button.css';
import './styles/notice.css';

export type NoticeKind = 'loading' | 'empty' | 'error' | 'stale' | 'offline';

interface NoticeProps {
  kind: NoticeKind;
  title: string;
  /** Why, and what can be done. */
  children?: ReactNode;
  icon?: IconName;
  action?: { label: string; onPress(): void };
}

const kindIcons: Partial<Record<NoticeKind, IconName>> = {
  error: 'alert',
  stale: 'history',
  offline: 'offline',
};

/**
 * What stands where content would: it is coming, there is none, it could not be had, or it is old. Without
 * the component library, since the wall shows it too; sizes follow the text around it.
 */
export function Notice({ kind, title, children, icon, action }: NoticeProps) {
  const sign = icon ?? kindIcons[kind];
  return (
    <div className="notice" data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      {kind === 'loading' ? (
        <span className="ui-spinner notice-spinner" aria-hidden="true" />
      ) : (
        sign && (
          <span className="notice-sign">
            <Icon name={sign} size="large" />
          </span>
        )
      )}
      <p className="notice-title">{title}</p>
      {children && <p className="notice-text">{children}</p>}
      {action && (
        <button type="button" className="ui-button" onClick={action.onPress}>
          {action.label}
        </button>
      )}
    </div>
  );
}
