import type { StudioToolId } from '../../state/studio-store.js';
import { createCarveMode } from './carve-mode.js';
import { createMergeMode } from './merge-mode.js';
import type { Mode, ModeHost } from './mode.types.js';
import { createSelectMode } from './select-mode.js';
import { createSplitMode } from './split-mode.js';
import { createStretchMode } from './stretch-mode.js';
import { createVertexMode } from './vertex-mode.js';

const makers: Record<StudioToolId, (host: ModeHost) => Mode> = {
  select: createSelectMode,
  vertex: createVertexMode,
  straighten: (host) => createStretchMode(host, 'straighten'),
  street: (host) => createStretchMode(host, 'street'),
  split: createSplitMode,
  merge: createMergeMode,
  carve: createCarveMode,
};

/** A tool taken up anew. */
export function createMode(tool: StudioToolId, host: ModeHost): Mode {
  return makers[tool](host);
}
