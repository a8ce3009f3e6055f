import type { TilingEdit } from '@maplebridge/engine/topology/tiling.types';
import { draw, noDrawing, type DrawAction } from './drawing/draw-line.js';
import type { Mode, ModeHost, Pointer } from './mode.types.js';
import { snap } from './drawing/snap.js';
import { areaOf, distance, lineOf, pointAt, toTrouble } from './drawing/steps.js';

/** A click this near the first place closes the ring, CSS pixels. */
const closeReach = 12;

/** Draws a ring; all it covers becomes a new grid. */
export function createCarveMode(host: ModeHost): Mode {
  let drawing = noDrawing;
  let snapped = false;
  let newId: string | null = null;
  /** What the ring takes land from. */
  let from: readonly string[] = [];

  const show = (): void => {
    const { places, next, isDone } = drawing;
    const all = next ? [...places, next] : places;
    host.draw([
      ...(all.length > 2 ? [areaOf(all, 'area')] : []),
      ...(places.length > 1 ? [lineOf(isDone ? [...places, places[0]!] : places, 'line')] : []),
      ...(next && places.length > 0 ? [lineOf([places.at(-1)!, next, places[0]!], 'rubber')] : []),
      ...(isDone ? [] : places.map((at) => pointAt(at, 'corner'))),
      ...(next ? [pointAt(next, snapped ? 'snap' : 'corner')] : []),
    ]);
  };
  const act = (action: DrawAction): void => {
    drawing = draw(drawing, action);
    host.hint(newId ? 'carveConfirm' : drawing.places.length > 0 ? 'carveNext' : 'carveFirst');
    show();
  };
  const restart = (): void => {
    newId = null;
    drawing = noDrawing;
    host.preview(null);
    host.card(null);
    host.weigh([]);
    host.setCursor('crosshair');
    host.hint('carveFirst');
    show();
  };
  const editOf = (into: string): TilingEdit => ({ kind: 'carve', ring: drawing.places, into });
  const tryOut = (into: string): boolean => {
    const result = host.preview([editOf(into)]);
    if (!result?.ok) {
      if (result) host.trouble(toTrouble(result, drawing.places.at(-1)!));
      return false;
    }
    host.trouble(null);
    host.weigh([into, ...result.changed]);
    from = [...result.changed, ...result.removed];
    host.card({ kind: 'carve', newId: into, gridIds: from });
    return true;
  };
  const finish = (): void => {
    if (newId || drawing.places.length < 3) return;
    const into = host.newId();
    if (!tryOut(into)) return;
    newId = into;
    act({ kind: 'finish', least: 3 });
  };
  const place = (pointer: Pointer) => {
    const { at, isSnapped } = snap(host, pointer);
    snapped = isSnapped;
    return at;
  };
  restart();

  return {
    move: (pointer) => {
      if (!newId) act({ kind: 'move', at: place(pointer) });
    },
    leave: () => act({ kind: 'leave' }),
    click: (pointer) => {
      if (newId || !host.isEditable) return;
      host.trouble(null);
      const [first] = drawing.places;
      if (first && drawing.places.length > 2 && distance(first, pointer.at) <= host.toSteps(closeReach))
        return finish();
      act({ kind: 'point', at: place(pointer) });
    },
    doubleClick: finish,
    confirm: () => {
      if (!newId) return finish();
      const into = newId;
      const edit = editOf(into);
      if (host.commit('carve', from, [edit])) host.select([into]);
      restart();
    },
    remove: () => {
      if (!newId) act({ kind: 'back' });
    },
    cancel: () => {
      const hadSomething = drawing.places.length > 0;
      restart();
      return hadSomething;
    },
    refresh: () => {
      if (newId && !tryOut(newId)) restart();
    },
  };
}
