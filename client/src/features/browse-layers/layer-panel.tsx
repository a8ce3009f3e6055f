import { useTranslation } from 'react-i18next';
import { Switch, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { overlayById, panelOrder } from '../../map/layers/index.js';
import type { OverlayId, Partition } from '../../state/overlays.js';
import { useViewStore } from '../../state/view-store.js';
import { useGridTotals } from '../show-map/use-grid-totals.js';
import './layer-panel.css';
import { Legend } from './legend.js';

/** Every overlay with its switch and, while it is on, its legend with counts. */
export function LayerPanel() {
  const { t } = useTranslation();
  return (
    <div className="layer-panel" data-testid="layer-panel">
      {panelOrder.map((id) => (
        <LayerSection key={id} id={id} title={t(`layer.${id}`)} />
      ))}
    </div>
  );
}

function LayerSection({ id, title }: { id: OverlayId; title: string }) {
  const isVisible = useViewStore((state) => state.visible[id]);
  const toggle = useViewStore((state) => state.toggleOverlay);
  return (
    <section className="layer-section" data-testid={`layer-${id}`}>
      <Switch className="layer-switch" isSelected={isVisible} onChange={() => toggle(id)}>
        <span className="layer-switch-title">{title}</span>
        <span className="layer-switch-track" aria-hidden="true" />
      </Switch>
      {isVisible && id === 'grids' && <PartitionChoice />}
      {isVisible && overlayById[id] && <Legend overlay={overlayById[id]} />}
    </section>
  );
}

const partitions: Partition[] = ['SOCIAL', 'POLICE'];

function PartitionChoice() {
  const { t } = useTranslation();
  const partition = useViewStore((state) => state.partition);
  const setPartition = useViewStore((state) => state.setPartition);
  const totals = useGridTotals();
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={t('layer.partition')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[partition]}
      onSelectionChange={(keys) => setPartition([...keys][0] as Partition)}
    >
      {partitions.map((each) => (
        <ToggleButton key={each} id={each} className="segmented-item" isDisabled={totals?.[each] === 0}>
          {t(`partition.${each}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
