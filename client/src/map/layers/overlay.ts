import type { LayerSpecification } from 'maplibre-gl';
import type { OverlayId } from '../../state/overlays.js';
import type { SelectableKind } from '../../state/selection.js';
import type { StyleContext } from '../style/style-context.js';

/** How a legend shows a sign: the very icon or colours the layer draws with. */
export type Swatch =
  | { kind: 'icon'; icon: string }
  | { kind: 'area'; fill: string; edge: string }
  | { kind: 'line'; color: string; width: number; dashed?: boolean }
  | { kind: 'hatch'; icon: string }
  | { kind: 'count'; fill: string; ink: string };

export interface LegendEntry {
  /** Key under `legend` in the catalogues. */
  label: string;
  swatch: Swatch;
  /** Key into the overlay's counts, where what it stands for can be counted. */
  count?: string;
}

/** One switchable overlay: its layers, what a click on them selects, and its legend, from one definition. */
export interface Overlay {
  id: OverlayId;
  /** Layers under the base map's names. */
  areas(context: StyleContext): LayerSpecification[];
  /** Layers above them. */
  points(context: StyleContext): LayerSpecification[];
  /** Layers that answer to the pointer, and what kind of thing their features are. */
  interactive: Record<string, SelectableKind>;
  /** What is on screen at this zoom. */
  legend(context: Pick<StyleContext, 'palette' | 'partition' | 'isWall'>, zoom: number): LegendEntry[];
}

/** Zoom from which single incidents are drawn; below it the tiles carry counts per grid. */
export const incidentPointZoom = 13;
/** Risk points and smaller posts crowd the map further out. */
export const riskPointZoom = 12.2;
