import type { Language } from '../../state/preference-store.js';
import type { OverlayVisibility, Partition } from '../../state/overlays.js';
import type { ReachEmphasis } from '../../state/reach-store.js';
import type { Selection } from '../../state/selection.js';
import type { TimeWindow } from '../../state/time-window.js';
import type { Palette } from '../../ui/tokens.js';

/** Where the tiles of one layer come from, as its TileJSON says. */
export interface TileSet {
  /** Absolute URL templates with {z}, {x}, {y}. */
  tiles: string[];
  minzoom: number;
  maxzoom: number;
  /** Degrees, [west, south, east, north]. */
  bounds?: [number, number, number, number];
  attribution?: string;
}

/** What streets are coloured by travel time with. */
export interface ReachLook {
  /** Absolute URL templates with {z}, {x}, {y}. */
  tiles: string[];
  /** Seconds, ascending: the limits of bands 1… */
  limits: readonly number[];
  /** Whether streets that nothing reaches are drawn. */
  showsGaps: boolean;
  /** Whether what was gained and lost is drawn. */
  hasChanges: boolean;
  emphasis: ReachEmphasis | null;
}

/**
 * Everything the look of the map depends on. The style is a pure function of this; what changes between two
 * contexts is worked out by comparing the two styles, so that no layer is ever removed and added again.
 */
export interface StyleContext {
  palette: Palette;
  language: Language;
  visible: OverlayVisibility;
  partition: Partition;
  window: TimeWindow;
  /** Epoch seconds that ages are counted from; moves in five-minute steps. */
  nowSeconds: number;
  selected: Selection | null;
  /** Incidents drawn from the live source, left out of the tiles. */
  liveIncidentIds: string[];
  /** Grids no patrol was ever seen in. */
  neverSeenGridIds: string[];
  /** null: no travel times are shown. */
  reach: ReachLook | null;
  /** The name of a street to mark. */
  foundStreet: string | null;
  /** Grids that would lose cover. */
  lostGridIds: readonly string[];
  tileSets: { base: TileSet; territory: TileSet; incidents: TileSet };
  /** Whether simulated incidents carry a mark: not where all are, which the screen says once. */
  marksSimulated: boolean;
  /** 1 on a desk; the wall multiplies. */
  textScale: number;
  iconScale: number;
  /** The wall drops what nobody reads from five metres: street names, points of interest. */
  isWall: boolean;
}
