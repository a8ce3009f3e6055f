import type { TFunction } from 'i18next';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { gridDrawnAt, nearestDrawnStreet, toSteps } from '../../../map/modes/drawing/map-queries.js';
import type { DeedId, ModeHost } from '../../../map/modes/mode.types.js';
import { toTrouble } from '../../../map/modes/drawing/steps.js';
import { SourceWriter } from '../../../map/studio-sources.js';
import { usePreferenceStore } from '../../../state/preference-store.js';
import { useStudioStore } from '../../../state/studio-store.js';
import { useStudioWork } from '../../../state/studio-work-store.js';
import { joinWords } from '../../explain-reach/join-words.js';
import { newId } from '../document/new-id.js';
import type { PlanSession } from '../session/plan-session.js';

/** A label of the log names at most so many grids. */
const mostNames = 3;

/** What the tools work with: the opened plan, the map, and the panels around it. */
export function createHost(
  map: MapLibreMap,
  session: PlanSession,
  t: TFunction,
  findStreetPath: ModeHost['findStreetPath'],
): ModeHost {
  const sketch = new SourceWriter(map, 'studio-sketch');
  const set = useStudioWork.setState;
  return {
    get tiling() {
      return session.tiling!;
    },
    get isEditable() {
      return session.isEditable;
    },
    gridAt: (at) => gridDrawnAt(map, at),
    selected: () => useStudioStore.getState().selectedGridIds,
    select: (ids) => useStudioStore.getState().selectGrids(ids),
    preview: (edits) => session.preview(edits),
    commit: (deed, gridIds, edits) => {
      const label = nameDeed(t, deed, gridIds);
      const result = session.commit({ label, changes: edits });
      set({ trouble: result.ok ? null : toTrouble(result, null) });
      return result.ok;
    },
    newId,
    toSteps: (pixels) => toSteps(map, pixels),
    snapToStreet: (pointer, steps) => nearestDrawnStreet(map, pointer, steps),
    findStreetPath,
    draw: (features) => sketch.set(features),
    hint: (hint) => set({ hint }),
    card: (card) => set({ card }),
    weigh: (gridIds) => {
      // The same grids all through a drag: no news.
      if (gridIds.join() !== useStudioWork.getState().gridIds.join()) set({ gridIds });
    },
    trouble: (trouble) => set({ trouble }),
    setDragging: (isDragging) => set({ isDragging }),
    setCursor: (cursor) => {
      map.getCanvas().style.cursor = cursor;
    },
  };
}

/** What a step is called in the log: "移动边界：第03网格、第04网格". */
function nameDeed(t: TFunction, deed: DeedId, gridIds: readonly string[]): string {
  const { grids } = useStudioStore.getState();
  const names = gridIds.flatMap((id) => grids.get(id)?.name || grids.get(id)?.code || []);
  const deedWords = t(`studio.did.${deed}`);
  if (names.length === 0) return deedWords;
  const shown = joinWords(names.slice(0, mostNames), usePreferenceStore.getState().language);
  const key = names.length > mostNames ? 'studio.did.ofMany' : 'studio.did.of';
  return t(key, { deed: deedWords, grids: shown, count: names.length });
}
