import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import './styles/list-row.css';

interface ListRowProps extends Omit<ComponentPropsWithoutRef<'button'>, 'title' | 'onClick'> {
  /** A picture of what it is, as the map shows it. */
  sign?: ReactNode;
  title: ReactNode;
  chips?: ReactNode;
  /** The second line. */
  meta?: ReactNode;
  /** At the end of the first line: a time, a distance, a number. */
  aside?: ReactNode;
  isSelected?: boolean;
  onPress(): void;
}

/** One record of a list. A plain button, since lists hold hundreds of them. */
export function ListRow({
  sign,
  title,
  chips,
  meta,
  aside,
  isSelected = false,
  onPress,
  ...rest
}: ListRowProps) {
  return (
    <button
      type="button"
      {...rest}
      className="ui-row"
      aria-current={isSelected ? 'true' : undefined}
      onClick={onPress}
    >
      {sign && <span className="ui-row-sign">{sign}</span>}
      <span className="ui-row-main">
        <span className="ui-row-first">
          <span className="ui-row-title">{title}</span>
          {chips && <span className="ui-row-chips">{chips}</span>}
          {aside !== undefined && <span className="ui-row-aside">{aside}</span>}
        </span>
        {meta && <span className="ui-row-meta">{meta}</span>}
      </span>
    </button>
  );
}
