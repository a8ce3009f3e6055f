import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterEdit,
  afterMove,
  commonPrefix,
  foldLog,
  parsePending,
  renameTargets,
  type LoggedEdit,
  type PendingOp,
} from './plan-log.js';

const body = (label: string) => ({ label, changes: [] });
const logged = (id: string, isUndone = false): LoggedEdit => ({
  id,
  body: body(id),
  by: null,
  at: '2026-11-22T00:00:00Z',
  isUndone,
});
const edit = (key: string): PendingOp => ({ kind: 'edit', key, body: body(key), by: '我', at: '' });
const undo = (target: string): PendingOp => ({ kind: 'undo', key: `u${target}`, target, by: '我' });
const redo = (target: string): PendingOp => ({ kind: 'redo', key: `r${target}`, target, by: '我' });
const keysOf = (entries: { key: string }[]): string[] => entries.map(({ key }) => key);

describe('what this screen shows of a plan’s log', () => {
  it('is the server’s steps and then ours', () => {
    const { active, undone, misfits } = foldLog([logged('a'), logged('b', true)], [edit('mine')]);
    expect(keysOf(active)).toEqual(['a', 'mine']);
    // A new step drops what could have been redone.
    expect(undone).toEqual([]);
    expect(misfits).toEqual([]);
  });

  it('goes back and forth over steps not yet saved as well', () => {
    const ops = [edit('m'), undo('m'), undo('a'), redo('a')];
    const { active, undone, misfits } = foldLog([logged('a')], ops);
    expect(keysOf(active)).toEqual(['a']);
    expect(keysOf(undone)).toEqual(['m']);
    expect(misfits).toEqual([]);
  });

  it('never undoes what somebody else did meanwhile', () => {
    const { active, misfits } = foldLog([logged('a'), logged('theirs')], [undo('a')]);
    expect(keysOf(active)).toEqual(['a', 'theirs']);
    expect(misfits).toEqual([undo('a')]);
  });

  it('takes an undo that is done already for done: its answer was lost', () => {
    const { active, misfits, moot } = foldLog([logged('a'), logged('b', true)], [undo('b')]);
    expect(keysOf(active)).toEqual(['a']);
    expect(misfits).toEqual([]);
    expect(moot).toEqual([undo('b')]);
  });

  it('does not redo what another step has dropped', () => {
    const { misfits } = foldLog([logged('a'), logged('theirs')], [redo('b')]);
    expect(misfits).toEqual([redo('b')]);
  });

  it('is the same before and after the server has acknowledged, whatever was done', () => {
    // Every operation is checked against a server that does what it is told.
    fc.assert(
      fc.property(fc.array(fc.constantFrom('edit', 'undo', 'redo'), { maxLength: 30 }), (kinds) => {
        let server: LoggedEdit[] = [logged('s1'), logged('s2')];
        let pending: PendingOp[] = [];
        kinds.forEach((kind, i) => {
          const { active, undone } = foldLog(server, pending);
          if (kind === 'edit') pending.push(edit(`k${i}`));
          else if (kind === 'undo' && active.length > 0) pending.push(undo(active.at(-1)!.key));
          else if (kind === 'redo' && undone.length > 0) pending.push(redo(undone[0]!.key));
        });
        const shown = foldLog(server, pending);
        const names = new Map<string, string>();
        const named = (keys: string[]): string[] => keys.map((key) => names.get(key) ?? key);
        while (pending.length > 0) {
          const [op, ...rest] = pending as [PendingOp, ...PendingOp[]];
          pending = rest;
          if (op.kind === 'edit') {
            names.set(op.key, `id-${op.key}`);
            server = afterEdit(server, [logged(`id-${op.key}`)]);
            pending = renameTargets(pending, op.key, `id-${op.key}`);
          } else {
            const target = server.find(({ id }) => id === op.target)!;
            server = afterMove(server, [{ ...target, isUndone: op.kind === 'undo' }]);
          }
          const now = foldLog(server, pending);
          expect(keysOf(now.active)).toEqual(named(keysOf(shown.active)));
          expect(keysOf(now.undone)).toEqual(named(keysOf(shown.undone)));
          expect(now.misfits).toEqual([]);
        }
      }),
    );
  });
});

describe('the way from one log to another', () => {
  it('goes back to where they part', () => {
    expect(commonPrefix(['a', 'b', 'c'], ['a', 'b', 'x', 'y'])).toBe(2);
    expect(commonPrefix([], ['a'])).toBe(0);
    expect(commonPrefix(['a'], ['a', 'b'])).toBe(1);
  });

  it('takes an answer that came twice once', () => {
    const once = afterEdit([logged('a')], [logged('b')]);
    expect(afterEdit(once, [logged('b')])).toEqual(once);
  });
});

describe('what was kept in the browser', () => {
  it('is read as it was written', () => {
    const ops = [edit('a'), undo('a'), redo('a')];
    expect(parsePending(JSON.parse(JSON.stringify(ops)))).toEqual(ops);
  });

  it.each([
    undefined,
    null,
    7,
    'x',
    {},
    [null, 3, {}, { kind: 'edit', key: 'a' }, { kind: 'undo', key: 'a' }],
  ])('is dropped where it is something else: %j', (stored) => expect(parsePending(stored)).toEqual([]));
});
