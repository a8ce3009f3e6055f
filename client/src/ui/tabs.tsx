import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { Icon, type IconName } from './icon.js';
import './styles/tabs.css';

export interface TabEntry {
  id: string;
  label: string;
  icon?: IconName;
  count?: string;
  content: ReactNode;
  testId?: string;
}

interface TabsProps {
  label: string;
  tabs: readonly TabEntry[];
  selected: string;
  onChange(id: string): void;
  /** Buttons at the end of the row. */
  actions?: ReactNode;
}

/** Several contents in one place. The row scrolls sideways where it does not fit. */
export function Tabs({ label, tabs, selected, onChange, actions }: TabsProps) {
  return (
    <AriaTabs className="ui-tabs" selectedKey={selected} onSelectionChange={(key) => onChange(String(key))}>
      <div className="ui-tabs-head">
        <TabList className="ui-tab-list" aria-label={label}>
          {tabs.map(({ id, label: text, icon, count, testId }) => (
            <Tab key={id} id={id} className="ui-tab" {...(testId && { 'data-testid': testId })}>
              {icon && <Icon name={icon} size="small" />}
              <span>{text}</span>
              {count !== undefined && <span className="ui-tab-count">{count}</span>}
            </Tab>
          ))}
        </TabList>
        {actions && <div className="ui-panel-actions">{actions}</div>}
      </div>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="ui-tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
