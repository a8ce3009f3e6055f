import type { EventBatch } from '../../graphql/event-stream.js';
import type { NoticeEvent } from '../../state/notice-store.js';

/** A report older than this when it is heard of was not made just now: it was changed. */
const freshMilliseconds = 10 * 60_000;

/** What of a batch is worth a notice: urgent reports made just now, and boundaries that changed. `seen` keeps ids. */
export function listNotices(batch: EventBatch, now: number, seen: Set<string>): NoticeEvent[] {
  const notices: NoticeEvent[] = [];
  if (batch.events.some(({ topic }) => topic === 'BOUNDARY')) notices.push({ kind: 'boundary' });
  for (const event of batch.events) {
    if (event.__typename !== 'IncidentEvent' || !event.incident) continue;
    const { id, priority, kind, address, reportedAt } = event.incident;
    if (priority !== 1 || seen.has(id) || now - Date.parse(reportedAt) > freshMilliseconds) continue;
    seen.add(id);
    notices.push({ kind: 'urgentIncident', incidentId: id, incidentKind: kind, address: address ?? null });
  }
  return notices;
}
