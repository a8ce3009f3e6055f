import { useTranslation } from 'react-i18next';
import { formatDistance, formatShare } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useReachStore } from '../../state/reach-store.js';
import { ShareBar } from '../../ui/share-bar.js';
import type { ReachAnswer } from './use-reach.js';

/** How much street is reached by at least one, two, three … origins: what still holds when one of them is away. */
export function ReachCounts({ answer }: { answer: ReachAnswer }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const setEmphasis = useReachStore((state) => state.setEmphasis);
  const { roadMetres, shareOfRoad, roadMetresByCount, byOrigin } = answer;
  const total = shareOfRoad > 0 ? roadMetres / shareOfRoad : 0;
  const leave = (): void => setEmphasis(null);
  return (
    <section className="reach-section">
      <h3>{t('reach.byCount')}</h3>
      <ul className="reach-bars">
        {roadMetresByCount.slice(0, Math.min(5, byOrigin.length)).map((metres, index) => {
          const share = total > 0 ? metres / total : 0;
          const point = (): void => setEmphasis({ atLeast: index + 1 });
          return (
            <li key={index}>
              <button
                type="button"
                onMouseEnter={point}
                onMouseLeave={leave}
                onFocus={point}
                onBlur={leave}
                onClick={point}
              >
                <ShareBar
                  label={t('reach.atLeast', { count: index + 1 })}
                  value={share}
                  valueText={formatShare(share, language)}
                  detail={formatDistance(metres, t, language)}
                />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
