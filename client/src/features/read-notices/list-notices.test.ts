import { describe, expect, it } from 'vitest';
import type { EventBatch } from '../../graphql/event-stream.js';
import { listNotices } from './list-notices.js';

const now = Date.parse('2026-11-22T06:00:00Z');

function batch(...events: object[]): EventBatch {
  return { cursor: 'c', reset: false, events } as unknown as EventBatch;
}

const incident = (id: string, priority: number, minutesAgo = 0): object => ({
  __typename: 'IncidentEvent',
  topic: 'INCIDENT',
  incident: {
    id,
    priority,
    kind: 'FIRE',
    address: '枫江路1号',
    reportedAt: new Date(now - minutesAgo * 60_000).toISOString(),
  },
});

describe('notices', () => {
  it('tell of a critical report once, not of others', () => {
    const seen = new Set<string>();
    const news = batch(incident('a', 1), incident('b', 2), incident('a', 1));
    expect(listNotices(news, now, seen)).toEqual([
      { kind: 'urgentIncident', incidentId: 'a', incidentKind: 'FIRE', address: '枫江路1号' },
    ]);
    expect(listNotices(news, now, seen)).toEqual([]);
  });

  it('do not tell of an old report that was only changed', () => {
    expect(listNotices(batch(incident('a', 1, 60)), now, new Set())).toEqual([]);
  });

  it('tell once of boundaries that changed together', () => {
    const changed = { __typename: 'BoundaryEvent', topic: 'BOUNDARY' };
    expect(listNotices(batch(changed, changed), now, new Set())).toEqual([{ kind: 'boundary' }]);
  });

  it('say nothing of events without a record', () => {
    expect(
      listNotices(batch({ __typename: 'IncidentEvent', topic: 'INCIDENT', incident: null }), now, new Set()),
    ).toEqual([]);
  });
});
