import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.js';
import type { Picture } from '../../map/paper/draw-pictures.js';
import { getScaleDenominator } from '../../map/paper/paper.js';
import { NorthArrow } from '../show-map/north-arrow.js';
import { ScaleBarOf } from '../show-map/scale-bar.js';
import { useTimeLocale } from '../watch-county/use-county.js';

/** A page's map, or the room that is kept for it. */
export function AtlasMap({ picture, name }: { picture: Picture | null; name: string }) {
  const { t } = useTranslation();
  return (
    <div className="print-map atlas-map" data-drawn={picture ? true : undefined}>
      {picture ? (
        <img src={picture.url} alt={t('atlas.mapOf', { name })} />
      ) : (
        <span className="atlas-waiting">{t('atlas.drawing')}</span>
      )}
      <NorthArrow />
    </div>
  );
}

/** Scale bar and scale of a page's map, rounded to two figures. */
export function AtlasScale({ picture, maximumPixels }: { picture: Picture | null; maximumPixels: number }) {
  const { t } = useTranslation();
  const { language } = useTimeLocale();
  if (!picture) return <div className="print-scale" />;
  const denominator = getScaleDenominator(picture.metresPerPixel);
  return (
    <div className="print-scale">
      <ScaleBarOf metresPerPixel={picture.metresPerPixel} maximumPixels={maximumPixels} />
      <span>{t('print.scale', { denominator: formatNumber(denominator, language) })}</span>
    </div>
  );
}
