import { useTranslation } from 'react-i18next';
import { Legend } from '../../features/browse-layers/legend.js';
import { overlayById } from '../../map/layers/index.js';
import { overlayIds } from '../../state/overlays.js';
import { useViewStore } from '../../state/view-store.js';

/** The legends of what is switched on, as on the desk. */
export function PrintLegend() {
  const { t } = useTranslation();
  const visible = useViewStore((state) => state.visible);
  const shown = overlayIds.filter((id) => visible[id]);
  if (shown.length === 0) return <p>{t('print.noLayers')}</p>;
  return shown.map((id) => (
    <section key={id}>
      <h3>{t(`layer.${id}`)}</h3>
      <Legend overlay={overlayById[id]} />
    </section>
  ));
}
