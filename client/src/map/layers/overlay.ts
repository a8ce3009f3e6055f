import type { LayerSpecification } from 'maplibre-gl';
import type { OverlayId } from '../../state/overlays.js';
import type { SelectableKind } from '../../state/selection.js';
import type { StyleContext } from '../style/style-context.js';

/** How a legend shows a sign: the very icon or colours the layer draws with. */
export type Swatch =
  | { kind: 'icon'; icon: string; text?: string; isPattern?: boolean; ground?: string }
  | { kind: 'area'; fill: string; opacity: number; ground: string; edge: string }
  | {
      kind: 'line';
      color: string;
      width: number;
      dash?: readonly number[];
      band?: number;
      /** Between two lines of this width. */
      gap?: number;
    };

export interface LegendEntry {
  /** Key under `legend` in the catalogues. */
  label: string;
  swatch: Swatch;
  /** A time limit that the words name. */
  seconds?: number;
  /** Key into the overlay's counts, where what it stands for can be counted. */
  count?: string;
  /** Entries of one group stand side by side; without one, each has its own line. */
  group?: string;
}

export type LegendContext = Pick<StyleContext, 'palette' | 'partition' | 'isWall'> &
  Partial<Pick<StyleContext, 'reach' | 'lostGridIds'>>;

/** One overlay: its layers, what a click on them selects, and its legend, from one definition. */
export interface Overlay {
  /** Those that are no `OverlayId` have no switch: they come and go with what they show. */
  id: OverlayId | 'reach' | 'reachMarks';
  /** Whether it is shown; left out: as it is switched. */
  isShown?(context: StyleContext): boolean;
  /** Layers on the land, under water, buildings and streets. */
  tints?(context: StyleContext): LayerSpecification[];
  /** Layers over the streets, under every name. */
  areas?(context: StyleContext): LayerSpecification[];
  /** Names and numbers, above the base map's names and under every sign; the first overlay's yield to the later ones'. */
  names?(context: StyleContext): LayerSpecification[];
  /** Signs, above all names. */
  points?(context: StyleContext): LayerSpecification[];
  /** Layers that answer to the pointer, and what kind of thing their features are. */
  interactive: Record<string, SelectableKind>;
  /** What is on screen at this zoom. */
  legend(context: LegendContext, zoom: number): LegendEntry[];
}

/**
 * Zoom from which the tiles carry single incidents. The first such zoom carries counts per grid too: over its first
 * half counts fade out while the incidents they stand for fade in.
 */
export const incidentPointZoom = 13;
export const incidentFadeZoom = 13.5;
/** Risk points crowd the map further out. */
export const riskPointZoom = 12;
