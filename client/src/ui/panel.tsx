import { useId, type ReactNode } from 'react';
import './styles/panel.css';

interface PanelProps {
  title: string;
  /** How many it holds, beside the title. */
  count?: string;
  /** Stands for the title in the head, for instance tabs; the title still names the panel. */
  head?: ReactNode;
  /** Buttons at the end of the head. */
  actions?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  /** Loading, empty, error…: stands where the content would. */
  state?: ReactNode;
  level?: 2 | 3;
}

/** A part of the desk: a head, a body that scrolls, and perhaps a foot. */
export function Panel({ title, count, head, actions, children, footer, state, level = 2 }: PanelProps) {
  const id = useId();
  const Title = `h${level}` as const;
  return (
    <section className="ui-panel" {...(head ? { 'aria-label': title } : { 'aria-labelledby': id })}>
      <header className="ui-panel-head">
        {head ?? (
          <Title id={id} className="ui-panel-title">
            {title}
            {count !== undefined && <span className="ui-panel-count">{count}</span>}
          </Title>
        )}
        {actions && <div className="ui-panel-actions">{actions}</div>}
      </header>
      <div className="ui-panel-body" data-has-state={state ? true : undefined}>
        {state ?? children}
      </div>
      {footer && <footer className="ui-panel-foot">{footer}</footer>}
    </section>
  );
}
