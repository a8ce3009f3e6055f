import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';
import type { ReactNode } from 'react';
import './styles/switch.css';

interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style'> {
  children: ReactNode;
  description?: string;
}

/** On or off, at once. */
export function Switch({ children, description, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="ui-switch">
      <span className="ui-switch-track" aria-hidden="true" />
      <span className="ui-switch-text">
        {children}
        {description && <span className="ui-switch-hint">{description}</span>}
      </span>
    </AriaSwitch>
  );
}
