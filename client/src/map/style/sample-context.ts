import { defaultVisibility } from '../../state/overlays.js';
import { getPalette } from '../../ui/tokens.js';
import type { StyleContext } from './style-context.js';

const tileSet = { tiles: ['http://localhost/{z}/{x}/{y}'], minzoom: 0, maxzoom: 14 };

/** A context for tests: a newcomer's desk in the dark theme. */
export const sampleContext: StyleContext = {
  palette: getPalette('dark'),
  language: 'zh-CN',
  visible: defaultVisibility,
  partition: 'SOCIAL',
  window: { from: '2026-11-21T00:00:00Z', to: null },
  nowSeconds: 1_790_000_000,
  selected: null,
  liveIncidentIds: [],
  neverSeenGridIds: [],
  reach: null,
  foundStreet: null,
  lostGridIds: [],
  marksSimulated: false,
  tileSets: { base: tileSet, territory: tileSet, incidents: tileSet },
  textScale: 1,
  iconScale: 1,
  isWall: false,
};
