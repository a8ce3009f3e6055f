import type { ReactNode } from 'react';
import './chip.css';

/** A short state in a frame; the tone never stands alone, the words say the same. */
export function Chip({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'p1' | 'p2' | 'p3' | 'warning' | 'danger';
  children: ReactNode;
}) {
  return (
    <span className="chip" data-tone={tone}>
      {children}
    </span>
  );
}
