import type { ReactNode } from 'react';
import './section.css';

interface SectionProps {
  title: string;
  /** What it counts, over which time. */
  note?: string;
  /** Beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of the panel: its title, a line on what it says, and its content. */
export function Section({ title, note, actions, children }: SectionProps) {
  return (
    <section className="cover-section" aria-label={title}>
      <div className="cover-section-head">
        <h3>{title}</h3>
        {actions}
      </div>
      {note && <p className="cover-hint">{note}</p>}
      {children}
    </section>
  );
}
