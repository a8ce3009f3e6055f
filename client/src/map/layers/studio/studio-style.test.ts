import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { getPalette } from '../../../ui/tokens.js';
import { buildStudioStyle } from '../../style/build-studio-style.js';
import { sampleContext } from '../../style/sample-context.js';
import { listStyleChanges } from '../../style/style-changes.js';
import type { StudioStyleContext } from '../../style/studio-style-context.js';

const context: StudioStyleContext = {
  palette: getPalette('dark'),
  language: 'zh-CN',
  partition: 'SOCIAL',
  isPlan: true,
  showsInForce: true,
  selectedIds: [],
  hotIds: [],
  tileSets: sampleContext.tileSets,
  textScale: 1,
  iconScale: 1,
};
const contexts: StudioStyleContext[] = [
  context,
  { ...context, palette: getPalette('light'), language: 'en' },
  { ...context, partition: 'POLICE', isPlan: false, showsInForce: false },
  { ...context, selectedIds: ['a', 'b'], hotIds: ['c'], textScale: 1.35 },
];

describe('the style of the boundary studio', () => {
  it.each(contexts)('is one that MapLibre takes', (each) => {
    expect(validateStyleMin(buildStudioStyle(each, {}))).toEqual([]);
  });
  it('never adds or removes a layer', () => {
    const [first, ...others] = contexts.map((each) => buildStudioStyle(each, {}));
    for (const other of others) expect(() => listStyleChanges(first!, other)).not.toThrow();
  });
  it('changes nothing but the layers of what is chosen when something is', () => {
    const changes = listStyleChanges(
      buildStudioStyle(context, {}),
      buildStudioStyle({ ...context, selectedIds: ['a'] }, {}),
    );
    expect(changes.map((change) => 'layerId' in change && change.layerId)).toEqual([
      'studio-chosen-fill',
      'studio-chosen-halo',
      'studio-chosen',
    ]);
  });
});
