import { overlayIds, type OverlayId } from '../../state/overlays.js';
import type { SelectableKind } from '../../state/selection.js';
import { coverageOverlay } from './coverage.js';
import { gridsOverlay } from './grids.js';
import { incidentsOverlay } from './incidents.js';
import {
  liaisonJurisdictionsOverlay,
  squadronJurisdictionsOverlay,
  stationJurisdictionsOverlay,
} from './jurisdictions.js';
import type { Overlay } from './overlay.js';
import { postsOverlay } from './posts.js';
import { reachMarksOverlay } from './reach-marks.js';
import { reachOverlay } from './reach.js';
import { riskPointsOverlay } from './risk-points.js';
import { unitsOverlay } from './units.js';

/** Every overlay with a switch; forgetting one does not compile. */
export const overlayById: Record<OverlayId, Overlay> = {
  coverage: coverageOverlay,
  stationJurisdictions: stationJurisdictionsOverlay,
  squadronJurisdictions: squadronJurisdictionsOverlay,
  liaisonJurisdictions: liaisonJurisdictionsOverlay,
  grids: gridsOverlay,
  riskPoints: riskPointsOverlay,
  posts: postsOverlay,
  incidents: incidentsOverlay,
  units: unitsOverlay,
};

/** Draw order, lowest first: travel times over borders, under what stands on the streets. */
export const overlays: Overlay[] = Object.values(overlayById).flatMap((overlay) =>
  overlay.id === 'riskPoints' ? [reachOverlay, overlay] : [overlay],
);
overlays.push(reachMarksOverlay);

/** Layers that answer to the pointer, topmost first, with the kind of thing each shows. */
export const interactiveLayers: [string, SelectableKind][] = overlays
  .flatMap((overlay) => Object.entries(overlay.interactive))
  .reverse();

/** The order of the layer panel. */
export const panelOrder = overlayIds;
