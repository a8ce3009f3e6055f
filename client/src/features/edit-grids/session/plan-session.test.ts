import type { Step } from '@maplebridge/engine/topology/tiling.types';
import type { Client } from 'urql';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useStudioStore } from '../../../state/studio-store.js';
import type { Answer, CodedEdit, PlanLog } from './plan-api.js';
import type { PlanBody } from '../document/plan-body.js';
import type { BaseGrid } from '../document/plan-document.js';
import { PlanSession } from './plan-session.js';
import type { PendingOp } from '../document/plan-log.js';
import { useSessionStore } from './session-store.js';

/** A server that keeps one plan and refuses what was done on another version than its own. */
const server = vi.hoisted(() => ({
  edits: [] as CodedEdit[],
  version: 1,
  state: 'DRAFT' as 'DRAFT' | 'SUBMITTED',
  isSilent: false,
  seen: new Map<string, CodedEdit>(),
}));

const toLog = (edits = server.edits): PlanLog => ({
  plan: {
    id: 'plan',
    number: 'WG2026-001',
    name: '试划',
    partition: 'SOCIAL',
    state: server.state,
    version: server.version,
    isEditable: server.state === 'DRAFT',
    isStale: false,
  },
  edits: [...edits],
});
const ok = <T>(value: T): Answer<T> => ({ kind: 'ok', value });
const silent = { kind: 'silent' } as const;

function append(body: PlanBody, by: string): CodedEdit {
  const id = `id${server.version}`;
  const edit = { id, body, by, at: '2026-11-22T00:00:00Z', isUndone: false, codes: [] };
  server.edits = [...server.edits.filter(({ isUndone }) => !isUndone), edit];
  server.version++;
  return edit;
}

vi.mock('./plan-api.js', () => ({
  fetchPlan: () => Promise.resolve(server.isSilent ? silent : ok({ ...toLog(), base })),
  fetchHead: () => Promise.resolve(server.isSilent ? silent : ok(toLog().plan)),
  fetchLog: () => Promise.resolve(server.isSilent ? silent : ok(toLog())),
  sendOp: (_: Client, plan: { version: number }, op: PendingOp): Promise<Answer<PlanLog>> => {
    if (server.isSilent) return Promise.resolve(silent);
    const known = server.seen.get(op.key);
    if (known) return Promise.resolve(ok(toLog([known])));
    if (plan.version !== server.version || server.state !== 'DRAFT')
      return Promise.resolve({ kind: 'refused', isConflict: true, problem: '方案已被他人修改' });
    if (op.kind === 'edit') {
      const edit = append(op.body, op.by);
      server.seen.set(op.key, edit);
      return Promise.resolve(ok(toLog([edit])));
    }
    const moved = server.edits.find(({ id }) => id === op.target)!;
    const next = { ...moved, isUndone: op.kind === 'undo' };
    server.edits = server.edits.map((edit) => (edit.id === op.target ? next : edit));
    server.version++;
    return Promise.resolve(ok(toLog([next])));
  },
}));

const square = (west: number): BaseGrid => ({
  id: `g${west}`,
  code: `99000${west}`,
  name: `第0${west}网格`,
  kind: 'BASIC',
  parentId: 'c',
  parentName: '文昌社区',
  households: 300,
  householdsSource: null,
  householdsAsOf: null,
  isNew: false,
  isChanged: false,
  boundary: {
    type: 'Polygon',
    coordinates: [
      [
        [west / 100, 0],
        [(west + 1) / 100, 0],
        [(west + 1) / 100, 0.01],
        [west / 100, 0.01],
        [west / 100, 0],
      ],
    ],
  },
});
const base = [square(1), square(2), square(3)];

const at = (x: number, y: number): Step => [Math.round(x * 1e5), Math.round(y * 1e5)];
const split = (grid: string, x: number, into: string): PlanBody => ({
  label: `拆分：${grid}`,
  changes: [{ kind: 'split', grid, line: [at(x, -0.1), at(x, 1.1)], into: [grid, into] }],
});
const merge = (grids: string[]): PlanBody => ({
  label: '合并',
  changes: [{ kind: 'merge', grids, into: grids[0]! }],
});

const kept = new Map<string, string>();
const shown = () => [...useStudioStore.getState().grids.keys()].sort();
const settle = () => vi.waitFor(() => expect(useStudioStore.getState().save.kind).toBe('saved'));

async function open(): Promise<PlanSession> {
  const session = new PlanSession({} as Client, 'plan');
  await session.open();
  return session;
}

beforeEach(() => {
  Object.assign(server, { edits: [], version: 1, state: 'DRAFT', isSilent: false, seen: new Map() });
  kept.clear();
  vi.stubGlobal('requestAnimationFrame', (step: () => void) => setTimeout(step));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  useSessionStore.setState({ losses: null });
  useStudioStore.setState({ by: '文昌社区网格管理', save: { kind: 'saved' } });
});

describe('an opened plan', () => {
  it('shows a step at once and has it saved', async () => {
    const session = await open();
    expect(session.commit(split('g1', 1.5, 'new')).ok).toBe(true);
    expect(shown()).toEqual(['g1', 'g2', 'g3', 'new']);
    expect(useStudioStore.getState().save).toEqual({ kind: 'saving', pending: 1 });
    await settle();
    expect(server.edits.map(({ body, by }) => [body.label, by])).toEqual([['拆分：g1', '文昌社区网格管理']]);
    expect(kept.size).toBe(0);
    session.close();
  });

  it('undoes and redoes on the server too', async () => {
    const session = await open();
    session.commit(split('g1', 1.5, 'new'));
    session.undo();
    expect(shown()).toEqual(['g1', 'g2', 'g3']);
    session.redo();
    session.undo();
    await settle();
    expect(server.edits.map(({ isUndone }) => isUndone)).toEqual([true]);
    expect(shown()).toEqual(['g1', 'g2', 'g3']);
    session.close();
  });

  it('puts ours on what somebody else did meanwhile, where both fit', async () => {
    const session = await open();
    append(split('g3', 3.5, 'theirs'), '平安派出所');
    session.commit(split('g1', 1.5, 'ours'));
    await settle();
    expect(server.edits.map(({ body }) => body.label)).toEqual(['拆分：g3', '拆分：g1']);
    expect(shown()).toEqual(['g1', 'g2', 'g3', 'ours', 'theirs']);
    expect(useSessionStore.getState().losses).toBeNull();
    session.close();
  });

  it('says which of ours no longer fits, why, and what the others did', async () => {
    const session = await open();
    append(merge(['g2', 'g1']), '平安派出所');
    session.commit(split('g1', 1.5, 'ours'));
    session.commit(split('g3', 3.5, 'also'));
    await settle();
    expect(shown()).toEqual(['also', 'g2', 'g3']);
    expect(useSessionStore.getState().losses).toEqual({
      lost: [{ label: '拆分：g1', problem: null, reason: 'NO_SUCH_GRID' }],
      theirs: [{ label: '合并', by: '平安派出所', at: '2026-11-22T00:00:00Z' }],
    });
    session.close();
  });

  it('shows what others do when it hears of it, and that a plan was submitted', async () => {
    const session = await open();
    append(split('g3', 3.5, 'theirs'), '平安派出所');
    session.refresh();
    await vi.waitFor(() => expect(shown()).toContain('theirs'));
    server.state = 'SUBMITTED';
    session.refresh();
    await vi.waitFor(() => expect(useStudioStore.getState().plan?.isEditable).toBe(false));
    session.close();
  });

  it('never undoes what somebody else did after us', async () => {
    const session = await open();
    session.commit(split('g1', 1.5, 'ours'));
    await settle();
    append(split('g3', 3.5, 'theirs'), '平安派出所');
    session.undo();
    await settle();
    expect(shown()).toEqual(['g1', 'g2', 'g3', 'ours', 'theirs']);
    expect(useSessionStore.getState().losses?.lost).toEqual([{ label: '', problem: null, reason: 'UNDO' }]);
    session.close();
  });

  it('keeps what the server has not heard through the end of the browser', async () => {
    const session = await open();
    server.isSilent = true;
    session.commit(split('g1', 1.5, 'ours'));
    await vi.waitFor(() => expect(useStudioStore.getState().save).toEqual({ kind: 'offline', pending: 1 }));
    session.close();
    server.isSilent = false;
    const again = await open();
    expect(shown()).toEqual(['g1', 'g2', 'g3', 'ours']);
    await settle();
    expect(server.edits).toHaveLength(1);
    expect(kept.size).toBe(0);
    again.close();
  });

  it('sends a step once, also where the answer was lost', async () => {
    const session = await open();
    server.isSilent = true;
    session.commit(split('g1', 1.5, 'ours'));
    await vi.waitFor(() => expect(useStudioStore.getState().save.kind).toBe('offline'));
    // The server had taken it in before the line was cut.
    const [op] = JSON.parse([...kept.values()][0]!) as [PendingOp & { kind: 'edit' }];
    server.seen.set(op.key, append(op.body, op.by));
    server.isSilent = false;
    session.retry();
    await settle();
    expect(server.edits).toHaveLength(1);
    expect(shown()).toEqual(['g1', 'g2', 'g3', 'ours']);
    session.close();
  });

  it('holds what a plan that was submitted meanwhile does not take, until that is given up', async () => {
    const session = await open();
    server.state = 'SUBMITTED';
    server.version++;
    session.commit(split('g1', 1.5, 'ours'));
    await vi.waitFor(() => expect(useStudioStore.getState().save).toEqual({ kind: 'held', pending: 1 }));
    expect(session.isEditable).toBe(false);
    session.discardPending();
    expect(shown()).toEqual(['g1', 'g2', 'g3']);
    expect(useStudioStore.getState().save).toEqual({ kind: 'saved' });
    session.close();
  });

  it('refuses what the tiling refuses, and stays as it was', async () => {
    const session = await open();
    const refused = session.commit(split('g1', 5, 'new'));
    expect(refused).toMatchObject({ ok: false, reason: 'LINE_DOES_NOT_CROSS' });
    expect(shown()).toEqual(['g1', 'g2', 'g3']);
    expect(useStudioStore.getState().save.kind).toBe('saved');
    session.close();
  });
});
