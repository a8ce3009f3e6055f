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
  STREET: 'link',
};

/** A result: what it is, its name, and what tells it from its namesakes. */
export function SearchResultRow({ result }: { result: Pick<SearchResult, 'kind' | 'name' | 'detail'> }) {
  const { t } = useTranslation();
  const { kind, name, detail } = result;
  return (
    <span className="search-result">
      <Icon name={icons[kind]} size="small" />
      <span className="search-result-kind">{t(`searchKind.${kind}`)}</span>
      <span className="search-result-name">{name}</span>
      {detail && <span className="search-result-detail">{detail}</span>}
    </span>
  );
}
