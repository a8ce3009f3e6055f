import { useTranslation } from 'react-i18next';
import { formatClock, formatNumber } from '../../i18n/format.js';
import { fitScaleBar, getMetresPerPixel } from '../../map/scale-bar.js';
import { useConnectionStore } from '../../state/connection-store.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';
import { useOperations } from '../show-map/operations.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { useWallWidth } from './use-wall-width.js';
import './wall-foot.css';

/** What every map owes: scale, north, of when it is, and whose it is. */
export function WallFoot() {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const { attribution } = useOperations();
  const heardAt = useConnectionStore((state) => state.heardAt);
  const offset = useConnectionStore((state) => state.clockOffset);
  return (
    <div className="wall-foot" data-testid="wall-foot">
      <WallScale />
      <span className="wall-north">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 2 15.500 17 10 13.500 4.500 17Z" />
        </svg>
        {t('wall.north')}
      </span>
      {heardAt !== null && <span>{t('wall.dataTime', { time: formatClock(heardAt + offset, locale) })}</span>}
      {attribution && <span className="wall-attribution">{attribution}</span>}
    </div>
  );
}

function WallScale() {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const camera = useViewStore((state) => state.camera);
  const wallWidth = useWallWidth();
  if (!camera) return null;
  const { metres, pixels } = fitScaleBar(getMetresPerPixel(camera.latitude, camera.zoom), wallWidth * 0.11);
  const isLong = metres >= 1000;
  return (
    <span className="wall-scale">
      <i style={{ width: pixels }} aria-hidden="true" />
      {t(isLong ? 'unit.kilometres' : 'unit.metres', {
        value: formatNumber(isLong ? metres / 1000 : metres, language),
      })}
    </span>
  );
}
