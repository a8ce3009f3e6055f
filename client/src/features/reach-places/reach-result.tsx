import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDistance, formatDuration } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useReachStore } from '../../state/reach-store.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Skeleton } from '../../ui/skeleton.js';
import { showToast } from '../../ui/toast.js';
import { copyShareAddress } from '../share-view/share-address.js';
import { StreetsProblem } from './streets-problem.js';
import { ReachCounts } from './reach-counts.js';
import { ReachFigures } from './reach-figures.js';
import { ReachGrids } from './reach-grids.js';
import { ReachOrigins } from './reach-origins.js';
import { useReach } from './use-reach.js';

/** What is reached: in all, by each origin, how often over, and in which grids. */
export function ReachResult() {
  const { t } = useTranslation();
  const request = useReachStore((state) => state.request);
  const { answers, isLoading, error, refresh } = useReach();
  const [chosen, setChosen] = useState<number | null>(null);
  if (!request) return null;
  if (error) return <StreetsProblem error={error} title={t('reach.failed')} onRetry={refresh} />;
  const answer = answers.find(({ seconds }) => seconds === chosen) ?? answers.at(-1);
  if (!answer)
    return isLoading ? (
      <Skeleton shape="rows" count={5} label={t('reach.computing')} />
    ) : (
      <Notice kind="empty" title={t('reach.failed')} />
    );
  return (
    <div className="reach-result" aria-busy={isLoading} data-testid="reach-result">
      <ReachFigures answers={answers} />
      <FarOrigins far={answer.byOrigin.filter(({ snapMetres }) => snapMetres >= 100)} />
      {answers.length > 1 && (
        <div className="reach-detail-choice">
          <span className="reach-label">{t('reach.detailsFor')}</span>
          <SegmentedControl
            label={t('reach.detailsFor')}
            options={answers.map(({ seconds }) => ({
              value: String(seconds),
              label: formatDuration(seconds, t),
            }))}
            value={String(answer.seconds)}
            onChange={(value) => setChosen(Number(value))}
          />
        </div>
      )}
      {answer.byOrigin.length > 1 && <ReachOrigins answer={answer} />}
      {answer.byOrigin.length > 1 && <ReachCounts answer={answer} />}
      <ReachGrids answer={answer} />
      <div className="reach-foot">
        <Button
          size="small"
          icon="link"
          onPress={() =>
            void copyShareAddress().then((isCopied) =>
              showToast(
                isCopied
                  ? { text: t('toast.linkCopied'), tone: 'success' }
                  : { text: t('toast.linkNotCopied'), tone: 'warning' },
              ),
            )
          }
        >
          {t('reach.copyLink')}
        </Button>
      </div>
    </div>
  );
}

/** Those that stand far from any street: the way there is not counted. */
function FarOrigins({ far }: { far: { id: string; name: string; snapMetres: number }[] }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const [first] = far;
  if (!first) return null;
  const distance = formatDistance(first.snapMetres, t, language);
  return (
    <p className="reach-note">
      {far.length === 1
        ? t('reach.far', { name: first.name, distance })
        : t('reach.farMany', { name: first.name, distance, count: far.length - 1 })}
    </p>
  );
}
