import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon, type IconName } from './icon.js';
import './styles/button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** `primary`: the one thing to do here. `danger`: cannot be taken back. `quiet`: without a frame. */
  variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  size?: 'small' | 'medium' | 'large';
  icon?: IconName;
  /** Behind the words, for what opens something. */
  endIcon?: IconName;
  children: ReactNode;
}

/** A button with words. `isPending` keeps its place and focus while the work runs. */
export function Button({
  variant = 'plain',
  size = 'medium',
  icon,
  endIcon,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton {...rest} className="ui-button" data-variant={variant} data-size={size}>
      {rest.isPending ? (
        <span className="ui-spinner" aria-hidden="true" />
      ) : (
        icon && <Icon name={icon} size="small" />
      )}
      <span className="ui-button-text">{children}</span>
      {endIcon && <Icon name={endIcon} size="small" />}
    </AriaButton>
  );
}
