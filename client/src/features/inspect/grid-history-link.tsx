import { useTranslation } from 'react-i18next';
import type { Partition } from '../../state/overlays.js';
import { useStudioStore } from '../../state/studio-store.js';
import { useViewStore } from '../../state/view-store.js';
import { Button } from '../../ui/button.js';
import { useActionContext } from '../run-actions/action-context.js';

/** From a grid on the desk's map to where it comes from, in the studio. */
export function GridHistoryLink({ id, partition }: { id: string; partition: Partition }) {
  const { t } = useTranslation();
  const { visit } = useActionContext();
  const open = (): void => {
    useViewStore.getState().setPartition(partition);
    useStudioStore.getState().openPlan(null);
    useStudioStore.setState({ partition, panel: 'history', selectedGridIds: [id] });
    visit('/grids');
  };
  return (
    <div className="details-buttons">
      <Button size="small" icon="history" data-testid="grid-history" onPress={open}>
        {t('details.history')}
      </Button>
    </div>
  );
}
