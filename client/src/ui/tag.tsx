import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';
import './styles/tag.css';

interface TagProps {
  icon?: IconName;
  children: ReactNode;
  /** With both, the tag can be taken away. */
  onRemove?: () => void;
  removeLabel?: string;
}

/** A property somebody chose: a filter in force, a label. */
export function Tag({ icon, children, onRemove, removeLabel }: TagProps) {
  return (
    <span className="ui-tag">
      {icon && <Icon name={icon} size="small" />}
      <span className="ui-tag-text">{children}</span>
      {onRemove && (
        <button type="button" aria-label={removeLabel} title={removeLabel} onClick={onRemove}>
          <Icon name="close" size="small" />
        </button>
      )}
    </span>
  );
}
