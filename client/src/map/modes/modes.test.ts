import { Tiling } from '@maplebridge/engine/topology/tiling';
import type { GridId, Step, TilingEdit } from '@maplebridge/engine/topology/tiling.types';
import { describe, expect, it } from 'vitest';
import type { StudioToolId } from '../../state/studio-store.js';
import type { Trouble, WorkCard } from '../../state/studio-work-store.js';
import { createMode } from './create-mode.js';
import type { Mode, ModeHost, Pointer } from './mode.types.js';
import { toDegrees } from './drawing/steps.js';

/** Two grids side by side, each 1,000 by 1,000 steps; a pixel is one step. */
const box = (west: number): Step[] => [
  [west, 0],
  [west + 1000, 0],
  [west + 1000, 1000],
  [west, 1000],
  [west, 0],
];
const boxes: Record<string, number> = { west: 0, east: 1000 };

function takeUp(tool: StudioToolId, selected: GridId[] = [], street: Step[] | null | 'silent' = null) {
  const tiling = Tiling.from(
    Object.entries(boxes).map(([id, x]) => ({
      id,
      boundary: { type: 'Polygon' as const, coordinates: [box(x).map(toDegrees)] },
    })),
  );
  const seen = {
    tiling,
    selected,
    commits: [] as TilingEdit[][],
    card: null as WorkCard | null,
    trouble: null as Trouble | null,
    hint: '',
    isPreviewed: false,
  };
  const preview = (edits: readonly TilingEdit[] | null) => {
    if (seen.isPreviewed) tiling.undo();
    seen.isPreviewed = false;
    if (!edits) return null;
    const result = tiling.applyAll(edits);
    seen.isPreviewed = result.ok;
    return result;
  };
  let made = 0;
  const host: ModeHost = {
    tiling,
    isEditable: true,
    gridAt: ([x, y]) => (y < 0 || y > 1000 || x < 0 || x > 2000 ? null : x < 1000 ? 'west' : 'east'),
    selected: () => seen.selected,
    select: (ids) => (seen.selected = [...ids]),
    preview,
    commit: (_, __, edits) => {
      preview(null);
      const result = tiling.applyAll(edits);
      if (result.ok) seen.commits.push([...edits]);
      else seen.trouble = { reason: result.reason, at: null, gridIds: [] };
      return result.ok;
    },
    newId: () => `new${++made}`,
    toSteps: (pixels) => pixels,
    snapToStreet: () => null,
    findStreetPath: () => Promise.resolve(street),
    draw: () => undefined,
    hint: (hint) => (seen.hint = hint),
    card: (card) => (seen.card = card),
    weigh: () => undefined,
    trouble: (trouble) => (seen.trouble = trouble),
    setDragging: () => undefined,
    setCursor: () => undefined,
  };
  return { mode: createMode(tool, host), seen };
}

const pointer = (x: number, y: number): Pointer => ({
  at: [x, y],
  point: { x, y },
  isFree: false,
  isAdding: false,
});
const click = (mode: Mode, ...places: [number, number][]): void =>
  places.forEach(([x, y]) => {
    mode.move?.(pointer(x, y));
    mode.click?.(pointer(x, y));
  });
const drag = (mode: Mode, from: [number, number], ...to: [number, number][]): void => {
  expect(mode.press?.(pointer(...from))).toBe(true);
  to.forEach((place) => mode.drag?.(pointer(...place)));
  mode.drop?.(pointer(...to.at(-1)!));
};

describe('the border tool', () => {
  it('puts a vertex into a shared border where it is dragged out, for both grids', () => {
    const { mode, seen } = takeUp('vertex');
    drag(mode, [1003, 500], [1100, 500], [1200, 500]);
    expect(seen.commits).toEqual([[expect.objectContaining({ kind: 'insert', at: [1200, 500] })]]);
    for (const id of ['west', 'east'])
      expect(JSON.stringify(seen.tiling.boundary(id))).toContain('[0.00012,0.00005]');
  });
  it('springs back where the move is refused, and says why', () => {
    const { mode, seen } = takeUp('vertex');
    drag(mode, [1003, 500], [1200, 500]);
    drag(mode, [1200, 500], [2500, 500]);
    expect(seen.commits).toHaveLength(1);
    expect(seen.trouble?.reason).toBe('WOULD_CROSS');
    expect(JSON.stringify(seen.tiling.boundary('west'))).toContain('[0.00012,0.00005]');
  });
  it('leaves the outer border alone', () => {
    const { mode, seen } = takeUp('vertex');
    expect(mode.press?.(pointer(2, 2))).toBe(false);
    click(mode, [2, 2]);
    expect(seen.trouble?.reason).toBe('OUTER_BORDER');
  });
  it('deletes a vertex that is chosen, or clicked twice', () => {
    const { mode, seen } = takeUp('vertex');
    drag(mode, [1003, 500], [1200, 500]);
    click(mode, [1200, 500]);
    expect(seen.hint).toBe('vertexChosen');
    mode.remove?.();
    expect(seen.commits.at(-1)).toEqual([{ kind: 'delete', at: [1200, 500] }]);
    expect(seen.tiling.check()).toEqual([]);
  });
  it('forgets a drag that is given up', () => {
    const { mode, seen } = takeUp('vertex');
    mode.press?.(pointer(1000, 500));
    mode.drag?.(pointer(1200, 500));
    expect(mode.cancel?.()).toBe(true);
    expect(seen.commits).toEqual([]);
    expect(JSON.stringify(seen.tiling.boundary('west'))).not.toContain('0.00012');
  });
});

describe('the split tool', () => {
  it('shows both parts before it cuts, and lets the code go to either side', () => {
    const { mode, seen } = takeUp('split');
    click(mode, [-50, 500], [1050, 500]);
    mode.doubleClick?.(pointer(1050, 500));
    expect(seen.card).toMatchObject({ kind: 'split', gridId: 'west', keep: 0 });
    expect(seen.commits).toEqual([]);
    mode.change?.({ ...(seen.card as WorkCard & { kind: 'split' }), keep: 1 });
    mode.confirm?.();
    expect(seen.commits[0]).toEqual([expect.objectContaining({ kind: 'split', grid: 'west' })]);
    expect((seen.commits[0]![0] as { into: string[] }).into[1]).toBe('west');
    expect(seen.selected).toHaveLength(2);
    expect(seen.tiling.check()).toEqual([]);
  });
  it('cuts from border to border, though the line only reaches them', () => {
    const { mode, seen } = takeUp('split');
    click(mode, [3, 400], [997, 420]);
    mode.confirm?.();
    mode.confirm?.();
    expect(seen.tiling.gridIds()).toHaveLength(3);
  });
  it('says why a line does not cut', () => {
    const { mode, seen } = takeUp('split');
    click(mode, [300, 500], [600, 520]);
    mode.confirm?.();
    expect(seen.trouble?.reason).toBe('LINE_DOES_NOT_CROSS');
    expect(seen.card).toBeNull();
    mode.remove?.();
    expect(mode.cancel?.()).toBe(true);
    expect(mode.cancel?.()).toBe(false);
  });
});

describe('the merge tool', () => {
  it('merges what was chosen and clicked, under the code that is chosen', () => {
    const { mode, seen } = takeUp('merge', ['west']);
    click(mode, [1500, 500]);
    expect(seen.card).toEqual({ kind: 'merge', gridIds: ['west', 'east'], keep: 'west' });
    mode.change?.({ kind: 'merge', gridIds: ['west', 'east'], keep: 'east' });
    mode.confirm?.();
    expect(seen.tiling.gridIds()).toEqual(['east']);
    expect(seen.selected).toEqual(['east']);
    expect(seen.card).toBeNull();
  });
  it('takes a grid out again when it is clicked again', () => {
    const { mode, seen } = takeUp('merge', ['west']);
    click(mode, [1500, 500], [1500, 500]);
    expect(seen.selected).toEqual(['west']);
    expect(seen.tiling.gridIds().sort()).toEqual(['east', 'west']);
  });
});

describe('the carve tool', () => {
  it('makes a grid of a ring that is closed at its first place', () => {
    const { mode, seen } = takeUp('carve');
    click(mode, [800, 300], [1200, 300], [1200, 600], [800, 600], [800, 302]);
    expect(seen.card).toMatchObject({ kind: 'carve' });
    mode.confirm?.();
    expect(seen.tiling.gridIds()).toHaveLength(3);
    expect(seen.tiling.check()).toEqual([]);
  });
  it('refuses a ring outside, and keeps it to be corrected', () => {
    const { mode, seen } = takeUp('carve');
    click(mode, [3000, 300], [3200, 300], [3200, 600]);
    mode.confirm?.();
    expect(seen.trouble?.reason).toBe('OUTSIDE');
    expect(seen.card).toBeNull();
  });
});

describe('the tools for a stretch of border', () => {
  it('straighten between two clicks', () => {
    const { mode, seen } = takeUp('vertex');
    drag(mode, [1000, 500], [1200, 500]);
    const straighten = takeUp('straighten');
    straighten.seen.tiling.apply(seen.commits[0]![0]!);
    click(straighten.mode, [1000, 0], [1000, 1000]);
    expect(straighten.seen.commits).toHaveLength(1);
    expect(JSON.stringify(straighten.seen.tiling.boundary('west'))).not.toContain('0.00012');
  });
  it('follow a street once it is confirmed', async () => {
    const { mode, seen } = takeUp(
      'street',
      [],
      [
        [1100, 300],
        [1100, 700],
      ],
    );
    click(mode, [1000, 200], [1000, 800]);
    await Promise.resolve();
    await Promise.resolve();
    expect(seen.card).toMatchObject({ kind: 'street' });
    mode.confirm?.();
    expect(seen.commits).toHaveLength(1);
    expect(JSON.stringify(seen.tiling.boundary('east'))).toContain('[0.00011,0.00003]');
  });
  it('say that there is no street, or nobody to ask', async () => {
    for (const [street, reason] of [
      [null, 'NO_STREET'],
      ['silent', 'STREETS_SILENT'],
    ] as const) {
      const { mode, seen } = takeUp('street', [], street);
      click(mode, [1000, 200], [1000, 800]);
      await Promise.resolve();
      await Promise.resolve();
      expect(seen.trouble?.reason).toBe(reason);
    }
  });
});
