import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ReachOnPaper } from '../../features/reach-places/reach-on-map.js';
import { NorthArrow } from '../../features/show-map/north-arrow.js';
import { OperationsMap } from '../../features/show-map/operations-map.js';
import { useOperations } from '../../features/show-map/operations.js';
import { ScaleBar } from '../../features/show-map/scale-bar.js';
import { useCountyName, useTimeLocale } from '../../features/watch-county/use-county.js';
import { formatDateTime, formatNumber } from '../../i18n/format.js';
import { getMetresPerPixel } from '../../map/scale-bar.js';
import { useNow } from '../../state/use-now.js';
import { useViewStore } from '../../state/view-store.js';
import { applyPalette } from '../../ui/tokens.js';
import { getScaleDenominator, type Paper } from '../../map/paper/paper.js';
import { PrintLegend } from './print-legend.js';

interface PrintSheetProps {
  paper: Paper;
  title: string;
  onMapFailure(): void;
}

/** Twice the screen's own density: about 190 points to the inch on paper. */
const pixelRatio = 2;

/** The sheet as it comes out of the printer, at its true measures. */
export function PrintSheet({ paper, title, onMapFailure }: PrintSheetProps) {
  const { t } = useTranslation();
  const { county } = useOperations();
  const sheet = useRef<HTMLDivElement>(null);
  const name = useCountyName(county);
  // The page around the sheet keeps the theme of its reader.
  useLayoutEffect(() => {
    if (sheet.current) applyPalette(sheet.current, 'print');
  }, []);
  return (
    <div
      ref={sheet}
      className="print-sheet"
      data-page={`${paper.size}-${paper.orientation}`}
      data-orientation={paper.orientation}
      data-testid="print-sheet"
    >
      <header className="print-head">
        <h1>{title || name}</h1>
        {county.simulated && <span className="print-simulated">{t('simulated')}</span>}
        <PrintTimes />
      </header>
      <div className="print-map">
        <ReachOnPaper />
        <OperationsMap isInteractive paperPixelRatio={pixelRatio} onFailure={onMapFailure} />
        <NorthArrow />
      </div>
      <aside className="print-legend" aria-label={t('print.legend')}>
        <h2>{t('print.legend')}</h2>
        <PrintLegend />
      </aside>
      <footer className="print-foot">
        <PrintScale />
        <PrintSources />
      </footer>
    </div>
  );
}

function PrintTimes() {
  const { t } = useTranslation();
  const { window, incidentsAsOf } = useOperations();
  const locale = useTimeLocale();
  const until = window.to ?? incidentsAsOf;
  return (
    <p className="print-times">
      {t('print.period', {
        from: formatDateTime(window.from, locale),
        to: formatDateTime(until, locale),
      })}
    </p>
  );
}

function PrintScale() {
  const { t } = useTranslation();
  const camera = useViewStore((state) => state.camera);
  const { language } = useTimeLocale();
  if (!camera) return null;
  const denominator = getScaleDenominator(getMetresPerPixel(camera.latitude, camera.zoom));
  return (
    <div className="print-scale">
      <ScaleBar maximumPixels={190} />
      <span>{t('print.scale', { denominator: formatNumber(denominator, language) })}</span>
    </div>
  );
}

function PrintSources() {
  const { t } = useTranslation();
  const { county, attribution } = useOperations();
  const locale = useTimeLocale();
  const name = useCountyName(county);
  const now = useNow(60_000);
  return (
    <p className="print-sources">
      <span>
        {t('print.printed', { product: t('product'), county: name, time: formatDateTime(now, locale) })}
      </span>
      {attribution && <span>{attribution}</span>}
    </p>
  );
}
