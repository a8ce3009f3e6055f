import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import {
  isTouched,
  readChange,
  sumChange,
  type Change,
  type ComparisonRow,
  type Measure,
  type Parcel,
} from './figures.js';
import { writeDifference, writeFigure } from './write-figures.js';

/** What a sheet has room for. */
const measures: readonly Measure[] = [
  'households',
  'incidents',
  'police',
  'gridWorkers',
  'areaSquareMetres',
  'workload',
];
/** More parcels than this are not read on paper; the files have them all. */
const mostParcels = 60;

/** Who gains and who loses: every measure before, after, and the difference. */
export function GridTable({ rows, note }: { rows: readonly ComparisonRow[]; note: string }) {
  const { t } = useTranslation();
  const touched = rows.filter(isTouched);
  return (
    <section>
      <h2>
        {t('compared.sheet.grids')}
        <span>{note}</span>
      </h2>
      {touched.length === 0 ? (
        <p>{t('compared.grids.none')}</p>
      ) : (
        <table className="plan-paper-table">
          <thead>
            <tr>
              <th rowSpan={2} scope="col">
                {t('compared.grid')}
              </th>
              {measures.map((measure) => (
                <th key={measure} colSpan={3} scope="colgroup">
                  {t(`compared.measure.${measure}`)}
                </th>
              ))}
            </tr>
            <tr>
              {measures.flatMap((measure) =>
                ['before', 'after', 'difference'].map((part) => (
                  <th key={`${measure}:${part}`} scope="col" data-first={part === 'before' || undefined}>
                    {t(`compared.${part}`)}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {touched.map((row) => (
              <tr key={row.gridId}>
                <th scope="row">
                  {row.name || row.code}
                  <small>
                    {row.code}
                    {(row.change === 'NEW' || row.change === 'ENDED') &&
                      ` · ${t(`compared.change.${row.change}`)}`}
                  </small>
                </th>
                {measures.map((measure) => (
                  <Cells key={measure} measure={measure} {...readChange(row, measure)} />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('compared.total')}</th>
              {measures.map((measure) => (
                <Cells
                  key={measure}
                  measure={measure}
                  {...(sumChange(rows, measure) ?? { before: null, after: null, difference: null })}
                />
              ))}
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  );
}

/** A measure before and after, and the difference. */
function Cells({ measure, before, after, difference }: { measure: Measure } & Change) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const text = writeDifference(difference, measure, t, language);
  return (
    <>
      <td data-first>{writeFigure(before, measure, language)}</td>
      <td>{writeFigure(after, measure, language)}</td>
      <td>{text === '±0' ? text : <b>{text}</b>}</td>
    </>
  );
}

/** The land that changes hands, numbered as on the map. */
export function ParcelTable({ parcels }: { parcels: readonly Parcel[] }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  if (parcels.length === 0) return null;
  const nameOf = (name: string | null | undefined): string => name || t('compared.parcels.nobody');
  return (
    <section>
      <h2>{t('compared.sheet.parcels')}</h2>
      <table className="plan-paper-table">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t('compared.sheet.way')}</th>
            <th scope="col">{t('compared.sheet.wayTo')}</th>
            <th scope="col">{t('compared.sheet.area')}</th>
            <th scope="col">{t('compared.measure.households')}</th>
            <th scope="col">{t('compared.measure.incidents')}</th>
            <th scope="col">{t('compared.measure.riskPoints')}</th>
          </tr>
        </thead>
        <tbody>
          {parcels.slice(0, mostParcels).map((parcel, index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              <td data-words>{nameOf(parcel.fromName)}</td>
              <td data-words>{nameOf(parcel.toName)}</td>
              <td>{writeFigure(parcel.areaSquareMetres, 'areaSquareMetres', language)}</td>
              <td>{formatNumber(parcel.households, language)}</td>
              <td>{formatNumber(parcel.incidents, language)}</td>
              <td>{formatNumber(parcel.riskPoints, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {parcels.length > mostParcels && (
        <p>{t('compared.sheet.truncated', { count: parcels.length - mostParcels })}</p>
      )}
    </section>
  );
}
