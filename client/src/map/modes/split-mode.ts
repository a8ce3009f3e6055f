import type { GridId, Step, TilingEdit } from '@maplebridge/engine/topology/tiling.types';
import { draw, noDrawing, type DrawAction } from './drawing/draw-line.js';
import type { Mode, ModeHost, Pointer } from './mode.types.js';
import { isSame, lineOf, pointAt, toTrouble } from './drawing/steps.js';
import { snap } from './drawing/snap.js';

/** How far the ends of a line are drawn out, steps: one that ends on a border crosses it. */
const overhang = 30;

/** Draws a line through a grid; once it is finished both parts are there to be looked at, and then confirmed. */
export function createSplitMode(host: ModeHost): Mode {
  let drawing = noDrawing;
  let snapped = false;
  let work: { grid: GridId; newId: GridId; keep: 0 | 1 } | null = null;

  const show = (): void => {
    const { places, next, isDone } = drawing;
    const rubber = next && places.length > 0 ? [lineOf([places.at(-1)!, next], 'rubber')] : [];
    host.draw([
      ...(places.length > 1 ? [lineOf(places, 'line')] : []),
      ...rubber,
      ...(isDone ? [] : places.map((at) => pointAt(at, 'corner'))),
      ...(next ? [pointAt(next, snapped ? 'snap' : 'corner')] : []),
    ]);
  };
  const act = (action: DrawAction): void => {
    drawing = draw(drawing, action);
    host.hint(work ? 'splitConfirm' : drawing.places.length > 0 ? 'splitNext' : 'splitFirst');
    show();
  };
  const restart = (): void => {
    work = null;
    drawing = noDrawing;
    host.preview(null);
    host.card(null);
    host.weigh([]);
    host.setCursor('crosshair');
    host.hint('splitFirst');
    show();
  };
  const editOf = ({ grid, newId, keep }: NonNullable<typeof work>): TilingEdit => ({
    kind: 'split',
    grid,
    line: drawOut(drawing.places),
    into: keep === 0 ? [grid, newId] : [newId, grid],
  });

  const finish = (): void => {
    if (work || drawing.places.length < 2) return;
    const { grid, refused } = chooseGrid(host, drawing.places);
    if (!grid) {
      const at = drawing.places[Math.floor(drawing.places.length / 2)]!;
      host.trouble(refused ? toTrouble(refused, at) : { ...toTrouble(noGrid, at) });
      return;
    }
    work = { grid, newId: host.newId(), keep: 0 };
    if (!tryOut()) return;
    act({ kind: 'finish', least: 2 });
  };
  const tryOut = (): boolean => {
    const result = host.preview([editOf(work!)]);
    if (!result?.ok) {
      if (result) host.trouble(toTrouble(result, drawing.places.at(-1)!));
      work = null;
      return false;
    }
    const { grid, newId, keep } = work!;
    host.trouble(null);
    host.weigh([grid, newId]);
    host.card({ kind: 'split', gridId: grid, newId, keep });
    return true;
  };
  const place = (pointer: Pointer): Step => {
    const { at, isSnapped } = snap(host, pointer);
    snapped = isSnapped;
    return at;
  };
  restart();

  return {
    move: (pointer) => {
      if (!work) act({ kind: 'move', at: place(pointer) });
    },
    leave: () => act({ kind: 'leave' }),
    click: (pointer) => {
      if (work || !host.isEditable) return;
      host.trouble(null);
      const at = place(pointer);
      // A click where the line ends already: it is meant to be finished.
      if (drawing.places.length > 1 && isSame(drawing.places.at(-1)!, at)) return finish();
      act({ kind: 'point', at });
    },
    doubleClick: finish,
    confirm: () => {
      if (!work) return finish();
      const { grid, newId } = work;
      const edit = editOf(work);
      if (host.commit('split', [grid], [edit])) host.select([grid, newId]);
      restart();
    },
    remove: () => {
      if (!work) act({ kind: 'back' });
    },
    cancel: () => {
      const hadSomething = drawing.places.length > 0;
      restart();
      return hadSomething;
    },
    change: (card) => {
      if (!work || card.kind !== 'split') return;
      work = { ...work, keep: card.keep };
      tryOut();
    },
    refresh: () => {
      if (work && !tryOut()) restart();
    },
  };
}

const noGrid = { ok: false as const, reason: 'LINE_DOES_NOT_CROSS' as const, at: null, grids: [] };

/** The line with its ends a little farther out. */
function drawOut(line: readonly Step[]): Step[] {
  const beyond = (end: Step, inner: Step): Step => {
    const length = Math.hypot(end[0] - inner[0], end[1] - inner[1]);
    const share = overhang / length;
    return [
      Math.round(end[0] + (end[0] - inner[0]) * share),
      Math.round(end[1] + (end[1] - inner[1]) * share),
    ];
  };
  return [beyond(line[0]!, line[1]!), ...line, beyond(line.at(-1)!, line.at(-2)!)];
}

/** The grid that a line is meant to cut: the one chosen if it does, otherwise one that lies under the line. */
function chooseGrid(host: ModeHost, line: readonly Step[]) {
  const under = line
    .slice(1)
    .flatMap((b, i) => [0.5, 0.25, 0.75].map((share) => between(line[i]!, b, share)))
    .map((at) => host.gridAt(at));
  const candidates = [...new Set([...host.selected(), ...under])].filter((id) => id !== null);
  const newId = host.newId();
  let refused = null;
  for (const grid of candidates) {
    if (!host.tiling.has(grid)) continue;
    const result = host.preview([{ kind: 'split', grid, line: drawOut(line), into: [grid, newId] }]);
    host.preview(null);
    if (result?.ok) return { grid, refused: null };
    // Of several that do not work, one that says more than that the line misses it.
    if (result && (!refused || refused.reason === 'LINE_DOES_NOT_CROSS')) refused = result;
  }
  return { grid: null, refused };
}

function between(a: Step, b: Step, share: number): Step {
  return [Math.round(a[0] + (b[0] - a[0]) * share), Math.round(a[1] + (b[1] - a[1]) * share)];
}
