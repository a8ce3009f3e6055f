import { useTranslation } from 'react-i18next';
import type { TravelSettingsFieldsFragment } from '../../graphql/generated/travel/graphql.js';
import { formatDuration } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { joinWords } from './join-words.js';

/** Who answers within how long, and how they come: as set. */
export function TierFacts({ settings }: { settings: TravelSettingsFieldsFragment }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  return (
    <ul className="explain-list">
      {settings.tiers.map(({ tier, seconds, postKinds, units, profile }) => {
        const who = [
          ...postKinds.map((kind) => t(`legend.post.${kind}`)),
          ...(units ? [t('explain.tierUnits')] : []),
        ];
        return (
          <li key={tier}>
            {t('explain.tier', {
              limit: formatDuration(seconds, t),
              who: joinWords(who, language),
              how: units && postKinds.length === 0 ? t('explain.ownWay') : t(`travelBy.${profile}`),
            })}
          </li>
        );
      })}
    </ul>
  );
}
