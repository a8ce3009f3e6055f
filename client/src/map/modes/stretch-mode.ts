import type { GridId, Step, TilingEdit } from '@maplebridge/engine/topology/tiling.types';
import { pathMetres } from '@maplebridge/engine/tally/measures';
import type { Mode, ModeHost } from './mode.types.js';
import { selectAt } from './select-mode.js';
import { lineOf, pointAt, toDegrees, toTrouble } from './drawing/steps.js';
import { findAnchor, findStretch, insertAnchors, replaceStretch, type Anchor } from './drawing/stretch.js';

const vertexReach = 12;
const borderReach = 9;

interface Plan {
  edits: readonly TilingEdit[];
  grids: readonly GridId[];
  /** The border as it is and as it would be. */
  former: readonly Step[];
  path: readonly Step[];
}

/**
 * Two clicks on one border: the stretch between them becomes straight at once, or follows the streets between the two
 * places once that is confirmed.
 */
export function createStretchMode(host: ModeHost, kind: 'straighten' | 'street'): Mode {
  let first: Anchor | null = null;
  let hovered: Anchor | null = null;
  let plan: Plan | null = null;
  /** Grows with everything that makes an answer on its way meaningless. */
  let asked = 0;

  const anchorAt = (at: Step): Anchor | null =>
    findAnchor(host.tiling, at, host.toSteps(vertexReach), host.toSteps(borderReach));
  const show = (): void => {
    if (plan) {
      host.draw([lineOf(plan.former, 'former'), lineOf(plan.path, 'line'), ...plan.path.map(corner)]);
      return;
    }
    const stretch = first && hovered ? findStretch(host.tiling, first, hovered) : null;
    host.draw([
      ...(stretch ? [lineOf(stretch.path, stretch.nodes > 0 ? 'refused' : 'border')] : []),
      ...(stretch?.nodes === 0 && kind === 'straighten'
        ? [lineOf([stretch.path[0]!, stretch.path.at(-1)!], 'rubber')]
        : []),
      ...(first ? [pointAt(first.at, 'snap'), pointAt(first.at, 'vertex')] : []),
      ...(hovered ? [pointAt(hovered.at, 'grip')] : []),
    ]);
  };
  const corner = (at: Step) => pointAt(at, 'vertex');
  const restart = (): void => {
    asked++;
    first = null;
    plan = null;
    host.preview(null);
    host.card(null);
    host.hint(`${kind}First`);
    show();
  };

  /** Tries a path in place of the stretch; what is refused is told and the second place may be another. */
  const tryPath = (stretch: Step[], between: readonly Step[], to: Anchor): void => {
    const edits = [...insertAnchors(first!, to), ...replaceStretch(stretch, between)];
    const result = host.preview(edits);
    if (!result?.ok) {
      host.preview(null);
      if (result) host.trouble(toTrouble(result, to.at));
      host.hint(`${kind}Second`);
      show();
      return;
    }
    const path = [stretch[0]!, ...between, stretch.at(-1)!];
    plan = { edits, grids: result.changed, former: stretch, path };
    host.weigh(result.changed);
  };

  const askStreet = async (stretch: Step[], to: Anchor): Promise<void> => {
    const mine = ++asked;
    host.hint('streetAsking');
    const path = await host.findStreetPath(first!.at, to.at);
    if (mine !== asked) return;
    if (path === null || path === 'silent') {
      host.trouble({ reason: path ? 'STREETS_SILENT' : 'NO_STREET', at: toDegrees(to.at), gridIds: [] });
      host.hint('streetSecond');
      return;
    }
    tryPath(stretch, path, to);
    if (!plan) return;
    host.hint('streetConfirm');
    host.card({ kind: 'street', metres: pathMetres(plan.path.map(toDegrees)) });
    show();
  };
  const confirm = (): void => {
    if (!plan) return;
    const { edits, grids } = plan;
    plan = null;
    host.commit(kind, grids, edits);
    restart();
  };
  restart();

  return {
    move: ({ at }) => {
      if (plan) return;
      hovered = anchorAt(at);
      host.setCursor(hovered ? 'crosshair' : 'default');
      show();
    },
    leave: () => {
      hovered = null;
      show();
    },
    click: (pointer) => {
      if (plan) return;
      const place = anchorAt(pointer.at);
      if (!place) return first ? undefined : selectAt(host, pointer);
      if (!host.isEditable) return;
      host.trouble(null);
      if (!first) {
        first = place;
        host.hint(`${kind}Second`);
        show();
        return;
      }
      const stretch = findStretch(host.tiling, first, place);
      if (!stretch || stretch.nodes > 0) {
        const reason = stretch ? 'PASSES_NODE' : 'NOT_ONE_BORDER';
        host.trouble({ reason, at: toDegrees(place.at), gridIds: [] });
        return;
      }
      if (kind === 'street') return void askStreet(stretch.path, place);
      tryPath(stretch.path, [], place);
      confirm();
    },
    confirm,
    cancel: () => {
      const hadSomething = first !== null;
      restart();
      return hadSomething;
    },
    refresh: restart,
  };
}
