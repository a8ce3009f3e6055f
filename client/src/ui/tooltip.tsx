import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './kbd.js';
import './styles/tooltip.css';

interface TooltipProps {
  text: string;
  shortcut?: string;
  placement?: 'top' | 'bottom' | 'left' | 'right';
  /** One focusable thing: a Button, or a `Focusable` of react-aria-components. */
  children: ReactNode;
}

/** A short name or explanation, shown to pointer and keyboard alike. Nothing may be said only here. */
export function Tooltip({ text, shortcut, placement = 'top', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      {children}
      <AriaTooltip className="ui-tooltip" placement={placement} offset={6}>
        {text}
        {shortcut && <Kbd keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
