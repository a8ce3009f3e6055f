import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';
import { Button } from '../../ui/button.js';
import { ShareBar } from '../../ui/share-bar.js';
import type { ReachAnswer } from './use-reach.js';

const shownGrids = 6;
/** A grid whose streets are reached but for a last few metres is reached. */
const whole = 0.995;

/** The grids that are touched, by how much of their street is reached. */
export function ReachGrids({ answer }: { answer: ReachAnswer }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const select = useViewStore((state) => state.select);
  const [isOpen, setOpen] = useState(false);
  const { grids, wholeCount } = useMemo(() => {
    const sorted = [...answer.grids].sort((a, b) => b.shareOfRoad - a.shareOfRoad);
    const wholes = sorted.filter(({ shareOfRoad }) => shareOfRoad >= whole);
    // Where something is missing there is something to see.
    return { grids: [...sorted.slice(wholes.length), ...wholes], wholeCount: wholes.length };
  }, [answer]);
  if (grids.length === 0) return null;
  const shown = isOpen ? grids : grids.slice(0, shownGrids);
  return (
    <section className="reach-section">
      <h3>{t('reach.grids')}</h3>
      <p className="reach-note">{t('reach.gridsTouched', { count: grids.length, whole: wholeCount })}</p>
      <ul className="reach-bars">
        {shown.map(({ grid, shareOfRoad }) => (
          <li key={grid.id}>
            <button type="button" onClick={() => select({ kind: 'grid', id: grid.id })}>
              <ShareBar
                label={grid.name || grid.code}
                value={shareOfRoad}
                valueText={formatShare(shareOfRoad, language)}
              />
            </button>
          </li>
        ))}
      </ul>
      {shown.length < grids.length && (
        <Button variant="quiet" size="small" onPress={() => setOpen(true)}>
          {t('reach.allGrids', { count: grids.length })}
        </Button>
      )}
    </section>
  );
}
