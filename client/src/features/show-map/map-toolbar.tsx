import { useTranslation } from 'react-i18next';
import { formatClock } from '../../i18n/format.js';
import { useViewStore, type Bounds } from '../../state/view-store.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import './map-toolbar.css';
import { useOperations } from './operations.js';
import { ScaleBar } from './scale-bar.js';

/** Zoom and whole county; at the map's foot its scale, how fresh its incidents are and whose map it is. */
export function MapToolbar() {
  const { t } = useTranslation();
  const { county } = useOperations();
  const { camera, goTo } = useViewStore();
  const zoomBy = (step: number): void => {
    if (camera) goTo({ kind: 'point', ...camera, zoom: camera.zoom + step });
  };
  return (
    <>
      <div className="map-toolbar" role="group" aria-label={t('map.tools')}>
        <ToolButton icon="plus" label={t('map.zoomIn')} onPress={() => zoomBy(1)} />
        <ToolButton icon="minus" label={t('map.zoomOut')} onPress={() => zoomBy(-1)} />
        <ToolButton
          icon="extent"
          label={t('map.wholeCounty')}
          testId="map-home"
          onPress={() => goTo({ kind: 'bounds', bounds: county.bounds as Bounds })}
        />
      </div>
      <MapFoot />
    </>
  );
}

interface ToolButtonProps {
  icon: IconName;
  label: string;
  testId?: string;
  onPress(): void;
}

function ToolButton({ icon, label, testId, onPress }: ToolButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} data-testid={testId} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}

function MapFoot() {
  const { t } = useTranslation();
  const { attribution, incidentsAsOf } = useOperations();
  const locale = useTimeLocale();
  return (
    <div className="map-foot" data-testid="map-foot">
      {attribution && <span className="map-attribution">{attribution}</span>}
      {incidentsAsOf > 0 && <span>{t('map.dataTime', { time: formatClock(incidentsAsOf, locale) })}</span>}
      <ScaleBar />
    </div>
  );
}
