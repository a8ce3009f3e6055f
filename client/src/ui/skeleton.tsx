import './styles/skeleton.css';

interface SkeletonProps {
  /** `rows` as a list will have them, `lines` of text, or one `block` such as a chart. */
  shape?: 'rows' | 'lines' | 'block';
  count?: number;
  /** Said once, for a screen reader. */
  label: string;
}

/** The outline of what is coming, so that nothing jumps when it comes. */
export function Skeleton({ shape = 'lines', count = shape === 'block' ? 1 : 3, label }: SkeletonProps) {
  return (
    <div className="ui-skeleton" data-shape={shape} role="status">
      <span className="sr-only">{label}</span>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className="ui-skeleton-item" aria-hidden="true">
          {shape === 'rows' && <i className="ui-skeleton-sign" />}
          {shape === 'rows' && (
            <span className="ui-skeleton-text">
              <i />
              <i />
            </span>
          )}
        </span>
      ))}
    </div>
  );
}
