import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatArea, formatDate, formatNumber } from '../../i18n/format.js';
import type { Picture } from '../../map/paper/draw-pictures.js';
import type { County } from '../watch-county/use-county.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { roles } from '../assign-grids/assignment.js';
import type { AtlasGrid } from './atlas-grids.js';
import { AtlasLegend } from './atlas-legend.js';
import { AtlasMap, AtlasScale } from './atlas-map.js';
import { BorderTable } from './border-table.js';
import { Facts, PageFoot, Sheet, type PageProps } from './sheet.js';
import type { AtlasSource } from './use-atlas-source.js';
import type { Borders } from './use-border-words.js';

interface CoverProps extends PageProps {
  county: County;
  source: AtlasSource;
  pages: readonly AtlasGrid[];
  title: string;
  /** What of the county it covers: "文昌社区". */
  scopeName: string;
  /** No grid of the county is left out. */
  isWhole: boolean;
  picture: Picture | null;
}

/** The first page: everything the atlas covers at once, and what it is of which day. */
export function CoverPage({
  county,
  source,
  pages,
  title,
  scopeName,
  isWhole,
  picture,
  ...page
}: CoverProps) {
  const { t } = useTranslation();
  const { language } = useTimeLocale();
  const households = pages.reduce((sum, grid) => sum + (grid.households ?? 0), 0);
  const area = pages.reduce((sum, grid) => sum + grid.areaSquareMetres, 0);
  return (
    <Sheet page={page} isSimulated={county.simulated} title={title} note={scopeName}>
      <AtlasMap picture={picture} name={scopeName} />
      <aside className="print-legend atlas-facts">
        <section>
          <h2>{t('atlas.overview')}</h2>
          <Facts
            facts={[
              [t('atlas.fact.kind'), t(`partition.${source.partition}`)],
              [t('atlas.fact.grids'), formatNumber(pages.length, language)],
              [t('atlas.fact.households'), formatNumber(households, language)],
              [t('atlas.fact.area'), formatArea(area, t, language)],
              ...planFacts(source, t),
            ]}
          />
        </section>
        <section>
          <h2>{t('print.legend')}</h2>
          <AtlasLegend partition={source.partition} hasOwn={!isWhole} />
        </section>
      </aside>
      <PageFoot page={page}>
        <AtlasScale picture={picture} maximumPixels={190} />
      </PageFoot>
    </Sheet>
  );
}

/** Whose boundaries they are: a plan's, or those in force. */
function planFacts({ plan }: AtlasSource, t: TFunction): [string, string][] {
  if (!plan) return [[t('atlas.fact.boundaries'), t('atlas.inForce')]];
  return [
    [t('atlas.fact.boundaries'), t('atlas.ofPlan', { number: plan.number, name: plan.name })],
    ...(plan.documentNumber ? [[t('atlas.fact.document'), plan.documentNumber] as [string, string]] : []),
  ];
}

interface IndexProps extends PageProps {
  isSimulated: boolean;
  title: string;
  rows: readonly { grid: AtlasGrid; page: number }[];
}

/** A page of the index: every grid with its figures and the page it stands on. */
export function IndexPage({ isSimulated, title, rows, ...page }: IndexProps) {
  const { t } = useTranslation();
  const { language } = useTimeLocale();
  const count = (value: number | null | undefined): string =>
    value === null || value === undefined ? '—' : formatNumber(value, language);
  return (
    <Sheet page={page} isSimulated={isSimulated} title={title} note={t('atlas.index')} isPlain>
      <table className="atlas-index">
        <caption className="sr-only">{t('atlas.index')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('atlas.column.code')}</th>
            <th scope="col">{t('atlas.column.name')}</th>
            <th scope="col">{t('atlas.column.parent')}</th>
            <th scope="col">{t('atlas.column.area')}</th>
            <th scope="col">{t('atlas.column.households')}</th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {t(`assign.field.${role}`)}
              </th>
            ))}
            <th scope="col">{t('atlas.column.page')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ grid, page: number }) => (
            <tr key={grid.id}>
              <td>{grid.code || '—'}</td>
              <th scope="row">{grid.name}</th>
              <td>{grid.parentName}</td>
              <td>{(grid.areaSquareMetres / 1e6).toFixed(3)}</td>
              <td>{count(grid.households)}</td>
              {roles.map((role) => (
                <td key={role}>{grid.staff ? count(grid.staff[role]) : '—'}</td>
              ))}
              <td>{number}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <PageFoot page={page} />
    </Sheet>
  );
}

interface GridPageProps extends PageProps {
  isSimulated: boolean;
  source: AtlasSource;
  grid: AtlasGrid;
  picture: Picture | null;
  borders: Borders | null;
  onWrite(borders: Borders): void;
}

/** One grid: its map with the neighbours, its borders in words, figures, posts and staff. */
export function GridPage({ isSimulated, source, grid, picture, borders, onWrite, ...page }: GridPageProps) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const { language } = locale;
  const { households, householdsSource, householdsAsOf, staff } = grid;
  const count = (value: number | undefined): string =>
    value === undefined ? '—' : formatNumber(value, language);
  const ofHouseholds = [
    householdsSource,
    householdsAsOf && t('atlas.asOf', { date: formatDate(householdsAsOf, locale) }),
  ].filter((words) => words !== null);
  return (
    <Sheet
      page={page}
      isSimulated={isSimulated}
      title={grid.name || grid.code}
      code={grid.code || t('atlas.noCode')}
      note={source.plan ? t('atlas.ofPlan', { number: source.plan.number, name: source.plan.name }) : ''}
    >
      <AtlasMap picture={picture} name={grid.name} />
      <aside className="print-legend atlas-facts">
        <section>
          <h2>{t('atlas.borders')}</h2>
          <BorderTable grid={grid} borders={borders} onWrite={onWrite} />
        </section>
        <section>
          <h2>{t('atlas.overview')}</h2>
          <Facts
            facts={[
              [t('atlas.fact.parent'), grid.parentName ?? '—'],
              [t('atlas.fact.gridKind'), t(`atlas.gridKind.${grid.kind}`)],
              [t('atlas.fact.area'), formatArea(grid.areaSquareMetres, t, language)],
              [
                t('atlas.fact.households'),
                households === null ? t('atlas.unknown') : formatNumber(households, language),
                ofHouseholds,
              ],
            ]}
          />
        </section>
        <section>
          <h2>{t('atlas.posts')}</h2>
          <Facts
            facts={[
              [t('legend.post.STATION'), grid.station ?? t('atlas.toBeSet')],
              [t('legend.post.OFFICE'), grid.office ?? t('atlas.toBeSet')],
              [t('legend.post.LIAISON_STATION'), grid.liaisonStation ?? t('atlas.toBeSet')],
            ]}
          />
        </section>
        <section>
          <h2>{t('atlas.staff')}</h2>
          <Facts
            isPaired
            facts={roles.map((role) => [
              t(`assign.field.${role}`),
              staff ? count(staff[role]) : t('atlas.toBeSet'),
            ])}
          />
        </section>
        <section>
          <h2>{t('print.legend')}</h2>
          <AtlasLegend partition={source.partition} hasOwn />
        </section>
      </aside>
      <PageFoot page={page}>
        <AtlasScale picture={picture} maximumPixels={170} />
      </PageFoot>
    </Sheet>
  );
}
