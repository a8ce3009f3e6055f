import { useStudioStore, type SaveState, type StudioPlan } from '../../../state/studio-store.js';
import type { PlanDocument } from '../document/plan-document.js';
import type { FoldedLog, LogEntry, PendingOp } from '../document/plan-log.js';
import { useSessionStore, type Losses } from './session-store.js';

/** Shows boundaries that moved; nothing else has changed. */
export function showMoved(touched: readonly string[]): void {
  useStudioStore.setState(({ revision }) => ({ revision: revision + 1, touched }));
}

/** Shows the plan as it stands to all parts of the studio. */
export function showPlan(
  plan: StudioPlan,
  document: PlanDocument,
  { active, undone }: FoldedLog,
  pending: readonly PendingOp[],
  touched: readonly string[] | 'all',
): void {
  const pendingKeys = new Set(pending.map(({ key }) => key));
  const toEdit = (isUndone: boolean) => (entry: LogEntry) => ({
    key: entry.key,
    label: entry.body.label,
    by: entry.by,
    at: entry.at,
    isUndone,
    isPending: pendingKeys.has(entry.key),
  });
  const { grids, tiling } = document;
  useStudioStore.setState(({ revision, selectedGridIds }) => ({
    plan,
    partition: plan.partition,
    grids,
    boundaryOf: (id) => (tiling.has(id) ? tiling.boundary(id) : null),
    revision: revision + 1,
    touched,
    edits: [...active.map(toEdit(false)), ...undone.map(toEdit(true))],
    selectedGridIds: selectedGridIds.every((id) => grids.has(id))
      ? selectedGridIds
      : selectedGridIds.filter((id) => grids.has(id)),
  }));
  const name = (entry: LogEntry | undefined) => (entry ? { label: entry.body.label, by: entry.by } : null);
  useSessionStore.setState({ undo: name(active.at(-1)), redo: name(undone[0]) });
}

/** Shows whether all is saved, and what is in the way. */
export function showSaving(pending: number, waits: Exclude<SaveState['kind'], 'saved'>): void {
  const { save } = useStudioStore.getState();
  const next: SaveState = pending === 0 ? { kind: 'saved' } : { kind: waits, pending };
  if (JSON.stringify(save) !== JSON.stringify(next)) useStudioStore.setState({ save: next });
}

/** Adds to what has to be told of steps that could not be kept. */
export function tellLosses({ lost, theirs }: Losses): void {
  useSessionStore.setState(({ losses: former }) => ({
    losses: { lost: [...(former?.lost ?? []), ...lost], theirs: [...(former?.theirs ?? []), ...theirs] },
  }));
}
