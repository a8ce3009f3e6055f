import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.js';
import { fitScaleBar, getMetresPerPixel } from '../../map/scale-bar.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';
import './scale-bar.css';

/** A round length on the ground at the middle of the map. */
export function ScaleBar({ maximumPixels = 110 }: { maximumPixels?: number }) {
  const camera = useViewStore((state) => state.camera);
  if (!camera) return null;
  const metresPerPixel = getMetresPerPixel(camera.latitude, camera.zoom);
  return <ScaleBarOf metresPerPixel={metresPerPixel} maximumPixels={maximumPixels} />;
}

interface ScaleBarOfProps {
  /** On the ground, of one CSS pixel. */
  metresPerPixel: number;
  maximumPixels: number;
}

/** A round length on the ground of a map of that scale. */
export function ScaleBarOf({ metresPerPixel, maximumPixels }: ScaleBarOfProps) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const { metres, pixels } = fitScaleBar(metresPerPixel, maximumPixels);
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
