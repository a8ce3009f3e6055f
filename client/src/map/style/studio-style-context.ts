import type { Language } from '../../state/preference-store.js';
import type { Partition } from '../../state/overlays.js';
import type { Palette } from '../../ui/tokens.js';
import type { TileSet } from './style-context.js';

/** Everything the look of the studio's map depends on. */
export interface StudioStyleContext {
  palette: Palette;
  language: Language;
  partition: Partition;
  /** Whether a plan is open; without one the grids are those in force. */
  isPlan: boolean;
  /** Whether the boundaries in force are drawn for reference. */
  showsInForce: boolean;
  selectedIds: readonly string[];
  hotIds: readonly string[];
  tileSets: { base: TileSet; territory: TileSet };
  textScale: number;
  iconScale: number;
}
