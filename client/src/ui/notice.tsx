import type { ReactNode } from 'react';
import './notice.css';

interface NoticeProps {
  kind: 'loading' | 'empty' | 'error';
  title: string;
  children?: ReactNode;
  action?: { label: string; onPress(): void };
}

/** What stands where content would: it is coming, there is none, or it could not be had. */
export function Notice({ kind, title, children, action }: NoticeProps) {
  return (
    <div className="notice" data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      {kind === 'loading' && <span className="notice-spinner" aria-hidden="true" />}
      <p className="notice-title">{title}</p>
      {children && <p className="notice-text">{children}</p>}
      {action && (
        <button type="button" className="button" onClick={action.onPress}>
          {action.label}
        </button>
      )}
    </div>
  );
}
