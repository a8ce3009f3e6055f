import type { Mode, ModeHost, Pointer } from './mode.types.js';

/** Chooses the grid under the pointer; with Shift or Ctrl several. */
export function createSelectMode(host: ModeHost): Mode {
  host.hint('select');
  host.setCursor('pointer');
  return {
    click: (pointer) => selectAt(host, pointer),
    cancel: () => {
      if (host.selected().length === 0) return false;
      host.select([]);
      return true;
    },
  };
}

/** What a click on a grid means in every mode that has no other use for it. */
export function selectAt(host: ModeHost, { at, isAdding }: Pointer): void {
  const id = host.gridAt(at);
  const former = host.selected();
  if (!isAdding) host.select(id === null ? [] : [id]);
  else if (id !== null)
    host.select(former.includes(id) ? former.filter((each) => each !== id) : [...former, id]);
}
