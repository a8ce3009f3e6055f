import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';
import type { Tone } from './tones.js';
import './styles/timeline.css';

export interface TimelineEntry {
  id: string;
  /** The instant for machines, ISO 8601. */
  at: string;
  atText: string;
  title: string;
  detail?: ReactNode;
  /** An organisation or a unit; never a person. */
  actor?: string;
  tone?: Tone;
  icon?: IconName;
  /** What is expected and has not happened yet. */
  isAhead?: boolean;
}

/** What happened to a record, in order. Only organisations and units act in it. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol className="ui-timeline" aria-label={label}>
      {entries.map(({ id, at, atText, title, detail, actor, tone = 'plain', icon, isAhead }) => (
        <li key={id} data-tone={tone} data-ahead={isAhead || undefined}>
          <span className="ui-timeline-sign">
            {icon ? <Icon name={icon} size="small" /> : <i aria-hidden="true" />}
          </span>
          <div className="ui-timeline-entry">
            <p className="ui-timeline-head">
              <b>{title}</b>
              <time dateTime={at}>{atText}</time>
            </p>
            {actor && <p className="ui-timeline-actor">{actor}</p>}
            {detail && <div className="ui-timeline-detail">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
