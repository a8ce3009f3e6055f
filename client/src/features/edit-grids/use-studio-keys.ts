import { useEffect } from 'react';
import { useStudioStore, type StudioToolId } from '../../state/studio-store.js';
import { useStudioWork } from '../../state/studio-work-store.js';
import { useCurrentSession } from './session/current-session.js';

const fields = 'input, textarea, select, [contenteditable]';

/** Keys of one letter, as in drawing programs. */
export const toolKeys: Record<StudioToolId, string> = {
  select: 'V',
  vertex: 'B',
  straighten: 'L',
  street: 'F',
  split: 'S',
  merge: 'M',
  carve: 'C',
};

/** Undo and redo by key, and a letter for each tool; in a field the keys are the field's. */
export function useStudioKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isField = event.target instanceof Element && event.target.closest(fields);
      if (isField || document.querySelector('.ui-modal')) return;
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (key !== 'z' && key !== 'y') return;
        event.preventDefault();
        // A drawing in hand is given up first: it is the latest thing done.
        if (useStudioWork.getState().card) return useStudioWork.getState().cancel();
        const { session } = useCurrentSession.getState();
        if (key === 'y' || event.shiftKey) session?.redo();
        else session?.undo();
      } else if (!event.altKey && !event.shiftKey) {
        const tool = (Object.keys(toolKeys) as StudioToolId[]).find(
          (id) => toolKeys[id].toLowerCase() === key,
        );
        const { plan, setTool } = useStudioStore.getState();
        if (tool && plan && (plan.isEditable || tool === 'select')) setTool(tool);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
