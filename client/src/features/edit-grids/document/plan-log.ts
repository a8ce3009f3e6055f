import type { PlanBody } from './plan-body.js';

/** A step of the log as the server has it. */
export interface LoggedEdit {
  id: string;
  body: PlanBody;
  by: string | null;
  at: string;
  isUndone: boolean;
}

/** Something done here that the server has not acknowledged. Undo and redo name what they mean. */
export type PendingOp =
  | { kind: 'edit'; key: string; body: PlanBody; by: string; at: string }
  | { kind: 'undo' | 'redo'; key: string; target: string; by: string };

/** A step as it stands after all that is known: its key is the server's id, or ours until it has one. */
export interface LogEntry {
  key: string;
  body: PlanBody;
  by: string | null;
  at: string;
}

export interface FoldedLog {
  active: LogEntry[];
  /** The next to be redone first. */
  undone: LogEntry[];
  /** Those of `pending` that would mean something else now. */
  misfits: PendingOp[];
  /** Those that are done already: the answer to them was lost. */
  moot: PendingOp[];
}

/**
 * The log with what is pending on top: what this screen shows. An undo whose step is no longer the last, or a redo whose
 * step was dropped, is a misfit: it must not undo what somebody else did.
 */
export function foldLog(edits: readonly LoggedEdit[], pending: readonly PendingOp[]): FoldedLog {
  const toEntry = ({ id, body, by, at }: LoggedEdit): LogEntry => ({ key: id, body, by, at });
  const active = edits.filter(({ isUndone }) => !isUndone).map(toEntry);
  let undone = edits.filter(({ isUndone }) => isUndone).map(toEntry);
  const misfits: PendingOp[] = [];
  const moot: PendingOp[] = [];
  for (const op of pending) {
    if (op.kind === 'edit') {
      const { key, body, by, at } = op;
      active.push({ key, body, by, at });
      undone = [];
    } else if (op.kind === 'undo' && active.at(-1)?.key === op.target) undone.unshift(active.pop()!);
    else if (op.kind === 'redo' && undone[0]?.key === op.target) active.push(undone.shift()!);
    else (isDone(op, active, undone) ? moot : misfits).push(op);
  }
  return { active, undone, misfits, moot };
}

function isDone(op: PendingOp, active: readonly LogEntry[], undone: readonly LogEntry[]): boolean {
  if (op.kind === 'edit') return false;
  return (op.kind === 'undo' ? undone : active).some(({ key }) => key === op.target);
}

/** How many steps two logs begin with in common. */
export function commonPrefix(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/** The server's log after its answer to an edit: what was undone is gone, the new steps stand at the end. */
export function afterEdit(edits: readonly LoggedEdit[], added: readonly LoggedEdit[]): LoggedEdit[] {
  const ids = new Set(added.map(({ id }) => id));
  return [...edits.filter(({ id, isUndone }) => !isUndone && !ids.has(id)), ...added];
}

/** The server's log after its answer to an undo or a redo. */
export function afterMove(edits: readonly LoggedEdit[], moved: readonly LoggedEdit[]): LoggedEdit[] {
  const byId = new Map(moved.map((edit) => [edit.id, edit]));
  return edits.map((edit) => byId.get(edit.id) ?? edit);
}

/** What is pending once a step of ours has the server's id. */
export function renameTargets(pending: readonly PendingOp[], key: string, id: string): PendingOp[] {
  return pending.map((op) => (op.kind !== 'edit' && op.target === key ? { ...op, target: id } : op));
}

/** Reads what was kept in the browser; anything malformed is dropped. */
export function parsePending(stored: unknown): PendingOp[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter((op: Partial<Record<string, unknown>> | null): op is PendingOp => {
    if (typeof op !== 'object' || op === null || typeof op.key !== 'string') return false;
    if (op.kind === 'undo' || op.kind === 'redo') return typeof op.target === 'string';
    const body = op.body as PlanBody | undefined;
    return op.kind === 'edit' && typeof body?.label === 'string' && Array.isArray(body.changes);
  });
}
