import { lazy, type ComponentType } from 'react';
import { LayerPanel } from '../../features/browse-layers/layer-panel.js';
import { DetailsPanel } from '../../features/inspect/details-panel.js';
import { IncidentListPanel } from '../../features/list-incidents/incident-list-panel.js';
import { InViewPanel } from '../../features/list-in-view/in-view-panel.js';
import type { PanelId } from '../../state/layout.js';
import type { IconName } from '../../ui/icon.js';

// Charts weigh more than the rest of the desk together; they come when the tab is opened.
const FiguresPanel = lazy(async () => ({
  default: (await import('../../features/count-incidents/figures-panel.js')).FiguresPanel,
}));

const ReachPanel = lazy(async () => ({
  default: (await import('../../features/reach-places/reach-panel.js')).ReachPanel,
}));

const CoverPanel = lazy(async () => ({ default: (await import('./cover-panel.js')).CoverPanel }));

/** The panels of the desk. Their titles stand in the catalogue as `panel.<id>`. */
export const panels: Record<PanelId, { icon: IconName; Body: ComponentType }> = {
  layers: { icon: 'layers', Body: LayerPanel },
  incidents: { icon: 'list', Body: IncidentListPanel },
  inView: { icon: 'eye', Body: InViewPanel },
  figures: { icon: 'chart', Body: FiguresPanel },
  reach: { icon: 'target', Body: ReachPanel },
  cover: { icon: 'shield', Body: CoverPanel },
  details: { icon: 'info', Body: DetailsPanel },
};

/** What tests and styles know the panels by. */
export const panelTestIds: Record<PanelId, string> = {
  layers: 'layers',
  incidents: 'incidents',
  inView: 'in-view',
  figures: 'figures',
  reach: 'reach',
  cover: 'cover',
  details: 'details',
};
