import { useTranslation } from 'react-i18next';
import { fitScaleBar, getMetresPerPixel } from '../../map/scale-bar.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore, type Bounds } from '../../state/view-store.js';
import { formatNumber } from '../../i18n/format.js';
import { Icon } from '../../ui/icon.js';
import './map-toolbar.css';
import { useOperations } from './operations.js';

/** Zoom, whole county, scale and attribution. */
export function MapToolbar() {
  const { t } = useTranslation();
  const { county, attribution } = useOperations();
  const { camera, goTo } = useViewStore();
  const zoomBy = (step: number): void => {
    if (camera) goTo({ kind: 'point', ...camera, zoom: camera.zoom + step });
  };
  return (
    <>
      <div className="map-toolbar" role="group" aria-label={t('map.tools')}>
        <button type="button" aria-label={t('map.zoomIn')} title={t('map.zoomIn')} onClick={() => zoomBy(1)}>
          <Icon name="plus" />
        </button>
        <button
          type="button"
          aria-label={t('map.zoomOut')}
          title={t('map.zoomOut')}
          onClick={() => zoomBy(-1)}
        >
          <Icon name="minus" />
        </button>
        <button
          type="button"
          aria-label={t('map.wholeCounty')}
          title={t('map.wholeCounty')}
          data-testid="map-home"
          onClick={() => goTo({ kind: 'bounds', bounds: county.bounds as Bounds })}
        >
          <Icon name="extent" />
        </button>
      </div>
      <div className="map-foot">
        <ScaleBar />
        {attribution && <span>{attribution}</span>}
      </div>
    </>
  );
}

function ScaleBar() {
  const { t } = useTranslation();
  const camera = useViewStore((state) => state.camera);
  const language = usePreferenceStore((state) => state.language);
  if (!camera) return null;
  const { metres, pixels } = fitScaleBar(getMetresPerPixel(camera.latitude, camera.zoom), 110);
  const text =
    metres >= 1000
      ? t('unit.kilometres', { value: formatNumber(metres / 1000, language) })
      : t('unit.metres', { value: formatNumber(metres, language) });
  return (
    <span className="scale-bar" style={{ width: pixels }}>
      {text}
    </span>
  );
}
