import type { GridId, TilingEdit } from '@maplebridge/engine/topology/tiling.types';
import type { Mode, ModeHost } from './mode.types.js';
import { toTrouble } from './drawing/steps.js';

/** Click by click the grids that become one; from the second on the result is there to be looked at. */
export function createMergeMode(host: ModeHost): Mode {
  let ids: readonly GridId[] = host.selected();
  /** Whose code goes on; null: a new one. */
  let keep: GridId | null = ids[0] ?? null;
  const newId = host.newId();

  const editOf = (): TilingEdit => ({ kind: 'merge', grids: ids, into: keep ?? newId });
  const tryOut = (): boolean => {
    host.preview(null);
    host.select(ids);
    if (ids.length < 2) {
      host.card(null);
      host.weigh([]);
      host.hint('merge');
      return true;
    }
    const result = host.preview([editOf()]);
    if (!result?.ok) {
      if (result) host.trouble(toTrouble(result, null));
      return false;
    }
    host.card({ kind: 'merge', gridIds: ids, keep });
    host.weigh([...ids, ...(keep ? [] : [newId])]);
    host.hint('mergeConfirm');
    return true;
  };
  host.setCursor('pointer');
  if (!tryOut()) {
    ids = [];
    tryOut();
  }

  return {
    click: ({ at }) => {
      if (!host.isEditable) return;
      // While a merge is tried, what lies under the pointer may be the whole of it.
      host.preview(null);
      const id = host.gridAt(at);
      if (id === null || id === newId) return void tryOut();
      host.trouble(null);
      const former = ids;
      ids = ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
      if (keep === null || !ids.includes(keep)) keep = ids[0] ?? null;
      if (tryOut()) return;
      ids = former;
      tryOut();
    },
    confirm: () => {
      if (ids.length < 2) return;
      const into = keep ?? newId;
      const isDone = host.commit('merge', ids, [editOf()]);
      ids = [];
      keep = null;
      host.card(null);
      host.weigh([]);
      host.select(isDone ? [into] : []);
      host.hint('merge');
    },
    cancel: () => {
      const hadSomething = ids.length > 0;
      ids = [];
      keep = null;
      host.trouble(null);
      tryOut();
      return hadSomething;
    },
    change: (card) => {
      if (card.kind !== 'merge') return;
      keep = card.keep;
      tryOut();
    },
    refresh: () => {
      ids = ids.filter((id) => host.tiling.has(id) || id === keep);
      if (!tryOut()) {
        ids = [];
        tryOut();
      }
    },
  };
}
