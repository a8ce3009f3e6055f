import { createClient } from 'graphql-ws';
import { beforeAll, expect, it } from 'vitest';
import WebSocket from 'ws';
import { localViewer } from '@maplebridge/server/database/index';
import { describeOnDatabase } from '../kit/databases.js';
import { middleOf, seedCounty } from '../kit/seed.js';
import { describeApi, serveDuringSuite, type TestApi } from '../kit/server.js';

interface Batch {
  cursor: string;
  reset: boolean;
  events: { id: string; subjectId: string; incident?: { id: string; number: string } }[];
}

const EVENTS = `query ($after: String, $topics: [EventTopic!], $first: Int! = 200) { events(after: $after, topics: $topics, first: $first) {
  cursor reset events { id topic occurredAt subjectId __typename ... on IncidentEvent { incident { id number } } ... on UnitEvent { unit { state } } } } }`;
const REPORT = `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { id } } }`;

let keys = 0;
async function report(api: TestApi): Promise<string> {
  const input = { clientKey: `event-${++keys}`, kind: 'NOISE', source: 'CALL_110', ...middleOf(0, 0) };
  const { reportIncident } = await api.query<{ reportIncident: { incident: { id: string } } }>(REPORT, {
    input,
  });
  return reportIncident.incident.id;
}

const read = async (api: TestApi, variables: object = {}) =>
  (await api.query<{ events: Batch }>(EVENTS, variables)).events;

describeApi('the event log', (api) => {
  beforeAll(() => seedCounty(api.test.database));

  it('begins at this moment and goes on from a cursor', async () => {
    await report(api);
    const start = await read(api);
    expect(start).toMatchObject({ reset: false, events: [] });
    const id = await report(api);
    const next = await read(api, { after: start.cursor });
    expect(next.events).toMatchObject([
      { __typename: 'IncidentEvent', topic: 'INCIDENT', subjectId: id, incident: { id } },
    ]);
    expect((await read(api, { after: next.cursor })).events).toEqual([]);
  });

  it('hands out a long backlog in parts without repeating or skipping', async () => {
    let { cursor } = await read(api);
    const sent: string[] = [];
    for (let i = 0; i < 7; i++) sent.push(await report(api));
    const got: string[] = [];
    for (let batch = await read(api, { after: cursor, first: 2 }); batch.events.length > 0;) {
      got.push(...batch.events.map((event) => event.subjectId));
      cursor = batch.cursor;
      batch = await read(api, { after: cursor, first: 2 });
    }
    expect(got).toEqual(sent);
  });

  it('narrows to topics', async () => {
    const { cursor } = await read(api);
    await report(api);
    expect((await read(api, { after: cursor, topics: ['UNIT'] })).events).toEqual([]);
  });

  it('asks the reader to reset when the cursor is from another database or older than what is kept', async () => {
    const { cursor } = await read(api);
    const [, xid, seq] = Buffer.from(cursor, 'base64url').toString().split('/');
    const foreign = Buffer.from(`00000000-0000-4000-8000-000000000000/${xid}/${seq}`).toString('base64url');
    expect(await read(api, { after: foreign })).toMatchObject({ reset: true, events: [] });
    await report(api);
    await api.test.database.write(localViewer, (session) =>
      session.execute(`UPDATE event_log SET dropped_xid = pg_current_xact_id()`),
    );
    const stale = await read(api, { after: cursor });
    expect(stale).toMatchObject({ reset: true, events: [] });
    await report(api);
    // A transaction under way in any database of the cluster holds cursors back: for that long the answer is another reset.
    let after = stale.cursor;
    const isReset = async () => {
      const next = await read(api, { after });
      after = next.cursor;
      return next.reset;
    };
    await expect.poll(isReset, { timeout: 20_000 }).toBe(false);
  });

  it('refuses a cursor that is none', async () => {
    const { errors } = await api.execute(EVENTS, { after: 'nonsense' });
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('pushes events to a subscriber and resumes after a broken connection', async () => {
    const subscribe = (after: string | null) => {
      const client = createClient({
        url: api.url.replace('http', 'ws') + '/graphql',
        webSocketImpl: WebSocket,
      });
      const batches = client.iterate<{ events: Batch }>({
        query: `subscription ($after: String) { events(after: $after, topics: [INCIDENT]) { cursor reset events { subjectId ... on IncidentEvent { incident { number } } } } }`,
        variables: { after },
      });
      const next = async () => (await batches.next()).value.data.events as Batch;
      return { next, end: () => client.dispose() };
    };
    const first = subscribe(null);
    const { cursor } = await first.next();
    const one = await report(api);
    const seen = await first.next();
    expect(seen.events.map((event) => event.subjectId)).toEqual([one]);
    expect(seen.events[0]!.incident!.number).toMatch(/^J\d{8}-/);
    await first.end();
    const missed = await report(api);
    const second = subscribe(seen.cursor);
    expect((await second.next()).events.map((event) => event.subjectId)).toEqual([missed]);
    await second.end();
    expect(cursor).toBeTruthy();
  });
});

describeOnDatabase('server', 'the event log under concurrent writers', (test) => {
  const api = serveDuringSuite(test);
  beforeAll(() => seedCounty(test.database));

  it('loses no event to a transaction that commits late', async () => {
    await report(api);
    const { cursor } = await read(api);
    const got = new Set<string>();
    let after = cursor;
    const poll = async () => {
      const batch = await read(api, { after });
      for (const event of batch.events) got.add(event.subjectId);
      after = batch.cursor;
    };
    // A slow writer takes its place in the sequence, then waits while others overtake it.
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    let slowId = '';
    let started!: () => void;
    const running = new Promise<void>((resolve) => (started = resolve));
    const slow = test.database.write(localViewer, async (session) => {
      const [row] = await session.query<{ subject_id: string }>(
        `INSERT INTO event (id, topic, subject_id, county_id) SELECT gen_random_uuid(), 'UNIT', gen_random_uuid(), id FROM territory LIMIT 1 RETURNING subject_id`,
      );
      slowId = row!.subject_id;
      started();
      await held;
    });
    await running;
    const quick = [await report(api), await report(api)];
    await poll();
    release();
    await slow;
    await poll();
    expect([...got].sort()).toEqual([slowId, ...quick].sort());
  });

  it('delivers every event of eight writers exactly once in effect', async () => {
    let { cursor } = await read(api);
    const got: string[] = [];
    const readOn = async () => {
      const batch = await read(api, { after: cursor, first: 17 });
      got.push(...batch.events.map((event) => event.subjectId));
      cursor = batch.cursor;
    };
    let writing = true;
    const reader = (async () => {
      while (writing) await readOn();
    })();
    const sent = (
      await Promise.all(
        Array.from({ length: 8 }, async () => {
          const ids: string[] = [];
          for (let i = 0; i < 15; i++) ids.push(await report(api));
          return ids;
        }),
      )
    ).flat();
    writing = false;
    await reader;
    // What is there already may be held back for a while, by a transaction of another database of the cluster.
    await expect
      .poll(() => readOn().then(() => [...new Set(got)].sort()), { timeout: 20_000 })
      .toEqual(sent.toSorted());
  });
});
