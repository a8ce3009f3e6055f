import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon, type IconName } from './icon.js';
import { Tooltip } from './tooltip.js';
import './styles/icon-button.css';

interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  icon: IconName;
  /** The button's name, and its tooltip. */
  label: string;
  /** For a button that stays in: whether it is. */
  isPressed?: boolean;
  shortcut?: string;
  size?: 'small' | 'medium';
  /** A number at the corner, such as unread notices; the label must say it too. */
  count?: number;
  tooltipPlacement?: 'top' | 'bottom' | 'left' | 'right';
}

/** A button that is only a sign; its name shows on hover and focus. */
export function IconButton({
  icon,
  label,
  isPressed,
  shortcut,
  size = 'medium',
  count,
  tooltipPlacement = 'bottom',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} placement={tooltipPlacement} {...(shortcut && { shortcut })}>
      <AriaButton
        {...rest}
        className="ui-icon-button"
        data-size={size}
        aria-label={label}
        {...(isPressed !== undefined && { 'aria-pressed': isPressed })}
      >
        <Icon name={icon} size={size} />
        {count ? <span className="ui-count-mark">{count > 99 ? '99+' : count}</span> : null}
      </AriaButton>
    </Tooltip>
  );
}
