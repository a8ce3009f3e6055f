import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import './styles/toolbar.css';

interface ToolbarProps {
  label: string;
  orientation?: 'horizontal' | 'vertical';
  /** IconButtons; a `<ToolbarGap />` parts groups of them. */
  children: ReactNode;
}

/** Buttons that float over the map: one stop of the Tab key, arrow keys inside. */
export function Toolbar({ label, orientation = 'vertical', children }: ToolbarProps) {
  return (
    <AriaToolbar className="ui-toolbar" aria-label={label} orientation={orientation}>
      {children}
    </AriaToolbar>
  );
}

/** A hairline between groups of a toolbar. */
export function ToolbarGap() {
  return <span className="ui-toolbar-gap" role="separator" />;
}
