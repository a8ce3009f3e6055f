import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.js';
import { fitScaleBar, getMetresPerPixel } from '../../map/scale-bar.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';
import './scale-bar.css';

/** A round length on the ground at the middle of the map. */
export function ScaleBar({ maximumPixels = 110 }: { maximumPixels?: number }) {
  const { t } = useTranslation();
  const camera = useViewStore((state) => state.camera);
  const language = usePreferenceStore((state) => state.language);
  if (!camera) return null;
  const { metres, pixels } = fitScaleBar(getMetresPerPixel(camera.latitude, camera.zoom), maximumPixels);
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
