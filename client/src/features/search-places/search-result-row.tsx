import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../ui/icon.js';
import './search-result-row.css';
import type { SearchResult } from './search-results.js';

const icons: Record<SearchResult['kind'], IconName> = {
  TERRITORY: 'grid',
  POST: 'shield',
  RISK_POINT: 'warning',
  INCIDENT: 'alert',
  UNIT: 'marker',
  STREET: 'street',
  PLACE: 'pin',
  ADDRESS: 'home',
};

/** A result: what it is, its name, and what tells it from its namesakes. */
export function SearchResultRow({
  result,
}: {
  result: Pick<SearchResult, 'kind' | 'name' | 'detail' | 'matched'>;
}) {
  const { t } = useTranslation();
  const { kind, name, detail, matched } = result;
  const [before, match, after] = splitAt(name, matched ?? null);
  return (
    <span className="search-result">
      <Icon name={icons[kind]} size="small" />
      <span className="search-result-kind">{t(`searchKind.${kind}`)}</span>
      <span className="search-result-name">
        {before}
        {match && <mark>{match}</mark>}
        {after}
      </span>
      {detail && <span className="search-result-detail">{detail}</span>}
    </span>
  );
}

/** A name before, in and after what was typed: also where that was pinyin or initials. */
function splitAt(name: string, matched: readonly number[] | null): [string, string, string] {
  const [start = 0, length = 0] = matched ?? [];
  return [name.slice(0, start), name.slice(start, start + length), name.slice(start + length)];
}
