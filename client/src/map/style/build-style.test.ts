import { validateStyleMin, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { overlayIds, type OverlayVisibility } from '../../state/overlays.js';
import { selectableKinds, type Selection } from '../../state/selection.js';
import { getPalette } from '../../ui/tokens.js';
import { buildStyle } from './build-style.js';
import { sampleContext } from './sample-context.js';
import type { StyleContext } from './style-context.js';

const every = (isVisible: boolean): OverlayVisibility =>
  Object.fromEntries(overlayIds.map((id) => [id, isVisible])) as OverlayVisibility;

const closed = { from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' };
const nothingOrSomething: (Selection | null)[] = [
  null,
  ...selectableKinds.map((kind) => ({ kind, id: '00000000-0000-0000-0000-000000000001' })),
];

/** Everything that is chosen by somebody, crossed with everything. */
function listContexts(): StyleContext[] {
  const contexts: StyleContext[] = [];
  for (const theme of ['dark', 'light', 'print'] as const)
    for (const partition of ['SOCIAL', 'POLICE'] as const)
      for (const language of ['zh-CN', 'en'] as const)
        for (const scale of [
          { isWall: false, textScale: 1, iconScale: 1 },
          { isWall: true, textScale: 5.28, iconScale: 2.6 },
        ])
          for (const selected of nothingOrSomething)
            contexts.push({
              ...sampleContext,
              ...scale,
              palette: getPalette(theme),
              partition,
              language,
              selected,
            });
  for (const visible of [
    every(true),
    every(false),
    ...overlayIds.map((id) => ({ ...every(false), [id]: true })),
  ])
    contexts.push(
      { ...sampleContext, visible },
      { ...sampleContext, visible, palette: getPalette('light'), isWall: true },
    );
  contexts.push(
    { ...sampleContext, window: closed },
    { ...sampleContext, marksSimulated: true },
    {
      ...sampleContext,
      liveIncidentIds: ['a', 'b'],
      neverSeenGridIds: ['c'],
      lostGridIds: ['d'],
      foundStreet: '枫江路',
    },
  );
  const looks = [[60], [60, 180], [60, 180, 300], [30, 60, 120, 180, 300, 600]].flatMap((limits) =>
    [null, { owner: 2 }, { atLeast: 3 }].flatMap((emphasis) =>
      [true, false].map((isOn) => ({ limits, emphasis, showsGaps: isOn, hasChanges: isOn })),
    ),
  );
  for (const look of looks)
    for (const theme of ['dark', 'light', 'print'] as const)
      contexts.push({
        ...sampleContext,
        palette: getPalette(theme),
        reach: { ...look, tiles: ['http://localhost/{z}/{x}/{y}?view=k'] },
      });
  return contexts;
}

describe('the style of every context', () => {
  const contexts = listContexts();

  it('is valid by the style specification', () => {
    const faults = new Set<string>();
    for (const context of contexts)
      for (const { message } of validateStyleMin(buildStyle(context, {}) as StyleSpecification))
        faults.add(message);
    expect([...faults]).toEqual([]);
  });

  it('has the same sources and the same layers in the same order', () => {
    const shape = ({ sources, layers }: ReturnType<typeof buildStyle>): string =>
      JSON.stringify([
        Object.entries(sources).map(([id, { type }]) => [id, type]),
        layers.map((layer) => [layer.id, layer.type, 'source' in layer && layer.source]),
      ]);
    expect(new Set(contexts.map((context) => shape(buildStyle(context, {})))).size).toBe(1);
  });

  it('uses only sources it declares, and every one of them', () => {
    const { sources, layers } = buildStyle(sampleContext, {});
    const used = new Set(layers.flatMap((layer) => ('source' in layer ? [layer.source] : [])));
    expect([...used].sort()).toEqual(Object.keys(sources).sort());
  });
});
