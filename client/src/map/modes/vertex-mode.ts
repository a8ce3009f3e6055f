import type { GridId, Step, TilingEdit } from '@maplebridge/engine/topology/tiling.types';
import { borderAt, listHandles } from './drawing/border-points.js';
import type { Mode, ModeHost, Pointer } from './mode.types.js';
import { selectAt } from './select-mode.js';
import { isSame, pointAt, toTrouble } from './drawing/steps.js';

/** How near a vertex or border must be to be taken, CSS pixels. */
const vertexReach = 11;
const borderReach = 8;
const streetReach = 9;

type Grip =
  | { kind: 'vertex'; at: Step; isOuter: boolean; grids: readonly GridId[] }
  | { kind: 'border'; a: Step; b: Step; at: Step; grids: readonly GridId[] };

interface Drag {
  grip: Grip;
  edits: readonly TilingEdit[];
  /** Grids the drag changes where it stands; null: refused there, or not moved yet. */
  changed: readonly GridId[] | null;
}

/** Moves borders by their vertices: a drag moves every grid that shares it; a drag of the line between makes a new one. */
export function createVertexMode(host: ModeHost): Mode {
  let grip: Grip | null = null;
  let drag: Drag | null = null;
  let chosen: Step | null = null;

  const findGrip = (at: Step): Grip | null => {
    const vertex = host.tiling.nearestVertex(at, host.toSteps(vertexReach));
    if (vertex) return { kind: 'vertex', ...vertex };
    const border = host.tiling.nearestBorder(at, host.toSteps(borderReach));
    return border && !border.isOuter ? { kind: 'border', ...border } : null;
  };
  const handles = () => listHandles(host.tiling, shownGrids());
  const shownGrids = (): readonly GridId[] => [...new Set([...host.selected(), ...(grip?.grids ?? [])])];
  const show = (): void =>
    host.draw([
      ...handles(),
      ...(chosen ? [pointAt(chosen, 'snap')] : []),
      ...(grip ? [pointAt(grip.at, 'grip')] : []),
    ]);
  const rest = (): void => {
    host.hint(chosen ? 'vertexChosen' : 'vertex');
    show();
  };
  const remove = (at: Step): void => {
    const near = host.tiling.nearestVertex(at, 1);
    chosen = null;
    if (near) host.commit('delete', near.grids, [{ kind: 'delete', at }]);
    grip = null;
    rest();
  };
  rest();

  return {
    move: (pointer) => {
      const next = findGrip(pointer.at);
      const isOther = next?.kind !== grip?.kind || (next && grip && !isSame(next.at, grip.at));
      grip = next;
      host.setCursor(
        !next ? 'default' : next.kind === 'border' ? 'copy' : next.isOuter ? 'not-allowed' : 'grab',
      );
      if (isOther) show();
    },
    leave: () => {
      grip = null;
      show();
    },
    press: ({ at }) => {
      grip = findGrip(at);
      if (!grip || !host.isEditable || (grip.kind === 'vertex' && grip.isOuter)) return false;
      host.trouble(null);
      drag = { grip, edits: [], changed: null };
      return true;
    },
    drag: (pointer) => {
      if (!drag) return;
      const snapped = pointer.isFree ? null : host.snapToStreet(pointer, host.toSteps(streetReach));
      const to = snapped ?? pointer.at;
      const { grip: taken } = drag;
      const edit: TilingEdit =
        taken.kind === 'vertex'
          ? { kind: 'move', from: taken.at, to }
          : { kind: 'insert', a: taken.a, b: taken.b, at: to };
      const result = host.preview([edit]);
      host.setDragging(true);
      host.setCursor('grabbing');
      host.hint('vertexDrag');
      if (result?.ok) {
        drag = { ...drag, edits: [edit], changed: result.changed };
        host.trouble(null);
        host.weigh(result.changed);
        host.draw([
          ...borderAt(host.tiling, result.changed, to),
          pointAt(to, snapped ? 'snap' : 'grip'),
          pointAt(to, 'vertex'),
        ]);
      } else {
        drag = { ...drag, changed: null };
        if (result) host.trouble(toTrouble(result, to));
        host.draw([...borderAt(host.tiling, taken.grids, taken.at), pointAt(to, 'trouble')]);
      }
    },
    drop: () => {
      const done = drag;
      drag = null;
      host.setDragging(false);
      host.preview(null);
      if (done?.changed) {
        const { grip: taken, edits, changed } = done;
        host.commit(taken.kind === 'vertex' ? 'move' : 'insert', changed, edits);
      }
      grip = null;
      chosen = null;
      rest();
    },
    click: (pointer: Pointer) => {
      const found = findGrip(pointer.at);
      if (found?.kind === 'vertex') {
        chosen = found.isOuter ? null : found.at;
        if (found.isOuter) host.trouble(toTrouble(outerBorder(found), found.at));
      } else {
        chosen = null;
        selectAt(host, pointer);
      }
      rest();
    },
    doubleClick: ({ at }) => {
      const found = findGrip(at);
      if (found?.kind === 'vertex' && host.isEditable) remove(found.at);
    },
    remove: () => {
      if (chosen && host.isEditable) remove(chosen);
    },
    cancel: () => {
      const hadSomething = drag !== null || chosen !== null;
      drag = null;
      chosen = null;
      host.preview(null);
      host.setDragging(false);
      rest();
      return hadSomething;
    },
    reselect: rest,
    refresh: () => {
      if (drag) return;
      if (chosen && !host.tiling.nearestVertex(chosen, 0)) chosen = null;
      rest();
    },
  };
}

function outerBorder({ at, grids }: { at: Step; grids: readonly GridId[] }) {
  return { ok: false as const, reason: 'OUTER_BORDER' as const, at, grids: [...grids] };
}
