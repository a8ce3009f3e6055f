import type { FontFacesSpecification, GeoJSONSource } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.js';
import { createMap } from '../../map/create-map.js';
import { getScaleDenominator } from '../../map/paper/paper.js';
import { getMetresPerPixel } from '../../map/scale-bar.js';
import { buildStudioStyle } from '../../map/style/build-studio-style.js';
import { collectFontFaces } from '../../map/style/fonts.js';
import { installIcons } from '../../map/use-icons.js';
import type { Partition } from '../../state/overlays.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import type { Bounds } from '../../state/view-store.js';
import { getPalette } from '../../ui/tokens.js';
import { getBounds } from '../../map/get-bounds.js';
import { NorthArrow } from '../show-map/north-arrow.js';
import { ScaleBarOf } from '../show-map/scale-bar.js';
import { withRevision, type TileSets } from '../show-map/use-tile-sets.js';
import type { County } from '../watch-county/use-county.js';
import type { Comparison, Parcel } from './figures.js';
import type { SheetSides } from './use-sheet-sides.js';

interface SheetMapProps {
  sides: SheetSides;
  comparison: Comparison;
  partition: Partition;
  county: County;
  tileSets: TileSets;
}

/** Twice the screen's own density: about 190 points to the inch on paper. */
const pixelRatio = 2;
/** So many parcels have a number on the map; the smaller ones would only lie over each other. */
const mostNumbered = 40;
const palette = getPalette('print');

/** Both boundaries and the land between them, numbered as in the table. It can be moved before it is printed. */
export function SheetMap({ sides, comparison, partition, county, tileSets }: SheetMapProps) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const container = useRef<HTMLDivElement>(null);
  const [metresPerPixel, setMetresPerPixel] = useState<number | null>(null);
  const [hasFailed, setFailed] = useState(false);
  // Tiles are asked for anew now and then: the sheet keeps those it was drawn from, and what somebody moved it to.
  const [first] = useState({ tileSets, bounds: boundsOf(comparison.parcels) ?? (county.bounds as Bounds) });
  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    fontFaces ??= collectFontFaces(document);
    let map: ReturnType<typeof createMap>;
    try {
      map = createMap({
        container: element,
        style: buildStudioStyle(
          {
            palette,
            language,
            partition,
            isPlan: true,
            showsInForce: false,
            selectedIds: [],
            hotIds: [],
            tileSets: {
              base: withRevision(first.tileSets.base),
              territory: withRevision(first.tileSets.territory),
            },
            textScale: 1,
            iconScale: 1,
          },
          fontFaces,
        ),
        pixelRatio,
        fadeDuration: 0,
        // A printer takes what the canvas holds.
        canvasContextAttributes: { preserveDrawingBuffer: true },
        bounds: first.bounds,
        fitBoundsOptions: { padding: 48, maxZoom: 16.5 },
      });
    } catch {
      setFailed(true);
      return undefined;
    }
    installIcons(map, { palette, iconScale: 1 });
    element.dataset.mapIdle = 'false';
    const report = (): void => setMetresPerPixel(getMetresPerPixel(map.getCenter().lat, map.getZoom()));
    map.on('moveend', report);
    map.on('idle', () => (element.dataset.mapIdle = 'true'));
    // A tile that does not come leaves its place empty; the others are drawn.
    map.on('error', () => undefined);
    map.once('style.load', () => {
      report();
      // The former border of what stays as it is would only lie on the present one.
      const redrawn = new Set(
        comparison.rows.filter(({ change }) => change !== 'UNCHANGED').map(({ gridId }) => gridId),
      );
      const contents: Record<string, GeoJSON.Feature[]> = {
        'studio-grids': sides.after.areas,
        'studio-labels': sides.after.labels,
        'studio-highlights': [
          ...comparison.parcels.map((parcel, index): GeoJSON.Feature => ({
            type: 'Feature',
            geometry: parcel.boundary,
            properties: { tone: 'moved', ...(index < mostNumbered && { label: String(index + 1) }) },
          })),
          ...sides.before.areas
            .filter(({ properties }) => redrawn.has(String(properties?.id)))
            .map(({ geometry }): GeoJSON.Feature => ({
              type: 'Feature',
              geometry,
              properties: { line: palette.text, width: 1.4, isDashed: true },
            })),
        ],
      };
      for (const [id, features] of Object.entries(contents))
        void map.getSource<GeoJSONSource>(id)?.setData({ type: 'FeatureCollection', features });
    });
    return () => map.remove();
  }, [sides, comparison, partition, language, first]);
  return (
    <figure className="plan-paper-figure">
      <div className="plan-paper-map">
        {hasFailed ? (
          <p>{t('compared.sheet.mapFailed')}</p>
        ) : (
          <div ref={container} className="plan-paper-canvas" data-testid="sheet-map" />
        )}
        <NorthArrow />
      </div>
      <figcaption>
        <ul aria-label={t('print.legend')}>
          {(['Before', 'After', 'Changed', 'New', 'Parcel'] as const).map((sign) => (
            <li key={sign}>
              <i data-sign={sign} aria-hidden="true" />
              {t(`compared.sheet.legend${sign}`)}
            </li>
          ))}
        </ul>
        {metresPerPixel !== null && (
          <span className="plan-paper-scale">
            <ScaleBarOf metresPerPixel={metresPerPixel} maximumPixels={140} />
            {t('print.scale', {
              denominator: formatNumber(getScaleDenominator(metresPerPixel), language),
            })}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

let fontFaces: FontFacesSpecification | undefined;

const boundsOf = (parcels: readonly Parcel[]): Bounds | null =>
  getBounds(parcels.map(({ boundary }) => boundary));
