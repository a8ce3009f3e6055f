import { useTranslation } from 'react-i18next';
import type { GridLinkPartsFragment } from '../../graphql/generated/studio/graphql.js';
import { formatDate, formatShare } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { Icon } from '../../ui/icon.js';
import { StatusChip } from '../../ui/status-chip.js';
import { useTimeLocale } from '../watch-county/use-county.js';

interface FamilyDiagramProps {
  grid: { code: string; name: string; isEnded: boolean };
  from: readonly GridLinkPartsFragment[];
  into: readonly GridLinkPartsFragment[];
  onChoose(gridId: string): void;
}

/** Three generations: what a grid was made of, the grid, what was made of it. Each of the others can be gone to. */
export function FamilyDiagram({ grid, from, into, onChoose }: FamilyDiagramProps) {
  const { t } = useTranslation();
  return (
    <div className="family">
      {from.length > 0 ? (
        <Generation title={t('descent.from')} links={from} onChoose={onChoose} />
      ) : (
        <p className="cover-hint">{t('descent.noFrom')}</p>
      )}
      {from.length > 0 && <Arrow />}
      <div className="family-self">
        <b>{grid.name || grid.code}</b>
        <span>{grid.code}</span>
        {grid.isEnded && <StatusChip>{t('compared.change.ENDED')}</StatusChip>}
      </div>
      {into.length > 0 && (
        <>
          <Arrow />
          <Generation title={t('descent.into')} links={into} onChoose={onChoose} />
        </>
      )}
    </div>
  );
}

const Arrow = () => (
  <span className="family-arrow">
    <Icon name="descending" size="small" />
  </span>
);

interface GenerationProps {
  title: string;
  links: readonly GridLinkPartsFragment[];
  onChoose(gridId: string): void;
}

function Generation({ title, links, onChoose }: GenerationProps) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const locale = useTimeLocale();
  return (
    <div className="family-generation">
      <h4>{title}</h4>
      <ul>
        {links.map(({ id, code, name, at, planNumber, share }) => (
          <li key={`${id}:${at}`}>
            <button type="button" onClick={() => onChoose(id)}>
              <b>{name || code}</b>
              <span>
                {t('descent.share', { share: formatShare(share, language) })} · {formatDate(at, locale)}
                {planNumber && ` · ${planNumber}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
