import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.js';
import type { Picture } from '../../map/paper/draw-pictures.js';
import { roles } from '../assign-grids/assignment.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import type { AtlasGrid } from './atlas-grids.js';
import { AtlasMap, AtlasScale } from './atlas-map.js';
import { BorderTable } from './border-table.js';
import { PageFoot, Sheet, type PageProps } from './sheet.js';
import type { Borders } from './use-border-words.js';

interface SignPageProps extends PageProps {
  isSimulated: boolean;
  grid: AtlasGrid;
  picture: Picture | null;
  borders: Borders | null;
  onWrite(borders: Borders): void;
}

/**
 * A sign for the wall of a community. Posts and roles only: who serves, and under which telephone, is written by hand
 * into the empty fields, and is never in this system.
 */
export function SignPage({ isSimulated, grid, picture, borders, onWrite, ...page }: SignPageProps) {
  const { t } = useTranslation();
  const { language } = useTimeLocale();
  const posts = (
    [
      ['station', grid.station],
      ['office', grid.office],
      ['liaisonStation', grid.liaisonStation],
      ['community', grid.parentName],
    ] as const
  ).filter(([, name]) => name !== null);
  const staff = roles.flatMap((role) => {
    const count = grid.staff?.[role] ?? 0;
    return count > 0 ? [{ role, count }] : [];
  });
  return (
    <Sheet
      page={page}
      isSimulated={isSimulated}
      title={grid.name || grid.code}
      code={grid.code || t('atlas.noCode')}
      note={t('atlas.signTitle')}
      isSign
    >
      <AtlasMap picture={picture} name={grid.name} />
      <aside className="print-legend atlas-facts">
        <section>
          <h2>{t('atlas.borders')}</h2>
          <BorderTable grid={grid} borders={borders} onWrite={onWrite} />
        </section>
        <section>
          <h2>{t('atlas.posts')}</h2>
          <table className="sign-posts">
            <caption className="sr-only">{t('atlas.posts')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('atlas.sign.unit')}</th>
                <th scope="col">{t('atlas.sign.telephone')}</th>
              </tr>
            </thead>
            <tbody>
              {posts.map(([key, name]) => (
                <tr key={key}>
                  <th scope="row">
                    <span>{t(`atlas.sign.${key}`)}</span>
                    {name}
                  </th>
                  <td aria-label={t('atlas.sign.byHand')} />
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {staff.length > 0 && (
          <section>
            <h2>{t('atlas.sign.staff')}</h2>
            <ul className="sign-staff">
              {staff.map(({ role, count }) => (
                <li key={role}>
                  <span>{t(`atlas.sign.role.${role}`)}</span>
                  {t('atlas.sign.persons', { count, value: formatNumber(count, language) })}
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="sign-lines">{t('atlas.sign.lines')}</p>
      </aside>
      <PageFoot page={page} isNumbered={false}>
        <AtlasScale picture={picture} maximumPixels={200} />
      </PageFoot>
    </Sheet>
  );
}
