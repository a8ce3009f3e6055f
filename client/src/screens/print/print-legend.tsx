import { useTranslation } from 'react-i18next';
import { Legend } from '../../features/browse-layers/legend.js';
import { overlayById } from '../../map/layers/index.js';
import { reachOverlay } from '../../map/layers/reach.js';
import { overlayIds } from '../../state/overlays.js';
import { getShownView, useReachStore } from '../../state/reach-store.js';
import { useViewStore } from '../../state/view-store.js';

/** The legends of what is switched on, as on the desk. */
export function PrintLegend() {
  const { t } = useTranslation();
  const visible = useViewStore((state) => state.visible);
  const reach = useReachStore((state) => (getShownView(state) ? state.shown : null));
  const shown = overlayIds.filter((id) => visible[id]);
  if (shown.length === 0 && !reach) return <p>{t('print.noLayers')}</p>;
  return (
    <>
      {reach && (
        <section>
          <h3>{t(reach === 'reach' ? 'reach.legend' : 'reach.legendBoard')}</h3>
          <Legend overlay={reachOverlay} />
        </section>
      )}
      {shown.map((id) => (
        <section key={id}>
          <h3>{t(`layer.${id}`)}</h3>
          <Legend overlay={overlayById[id]} />
        </section>
      ))}
    </>
  );
}
