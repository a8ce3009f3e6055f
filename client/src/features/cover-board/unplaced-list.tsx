import { useTranslation } from 'react-i18next';
import type { CoverBoardQuery } from '../../graphql/generated/travel/graphql.js';
import { Section } from './section.js';
import './unplaced-list.css';

/** Who answers in no tier because no street is near, and why: better said than silently left out. */
export function UnplacedList({ unplaced }: { unplaced: CoverBoardQuery['coverBoard']['unplaced'] }) {
  const { t } = useTranslation();
  if (unplaced.length === 0) return null;
  return (
    <Section title={t('cover.unplaced.title', { count: unplaced.length })} note={t('cover.unplaced.note')}>
      <ul className="unplaced-list">
        {unplaced.map(({ id, name, reason }) => (
          <li key={id}>
            <b>{name}</b>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
