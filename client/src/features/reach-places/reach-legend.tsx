import { useTranslation } from 'react-i18next';
import { reachMarksOverlay } from '../../map/layers/reach-marks.js';
import { reachOverlay } from '../../map/layers/reach.js';
import { useReachStore } from '../../state/reach-store.js';
import { IconButton } from '../../ui/icon-button.js';
import { Switch } from '../../ui/switch.js';
import { Legend } from '../browse-layers/legend.js';
import './reach-legend.css';

/** On the map: what its colours mean, and the way to take them off. */
export function ReachLegend() {
  const { t } = useTranslation();
  const shown = useReachStore((state) => state.shown);
  const view = useReachStore(({ views }) => (shown ? views[shown] : null));
  const { setView, setRequest, show } = useReachStore.getState();
  if (!shown || !view) return null;
  return (
    <section
      className="reach-legend"
      aria-label={t(shown === 'reach' ? 'reach.legend' : 'reach.legendBoard')}
      data-testid="reach-legend"
    >
      <header>
        <h2>{t(shown === 'reach' ? 'reach.legend' : 'reach.legendBoard')}</h2>
        <IconButton
          icon="close"
          size="small"
          label={t('reach.close')}
          data-testid="reach-close"
          onPress={() => (shown === 'reach' ? setRequest(null) : show(null))}
        />
      </header>
      <Legend overlay={reachOverlay} />
      {shown === 'board' && (
        <Switch isSelected={view.showsGaps} onChange={(showsGaps) => setView(shown, { ...view, showsGaps })}>
          {t('reach.showGaps')}
        </Switch>
      )}
      <Legend overlay={reachMarksOverlay} />
    </section>
  );
}
