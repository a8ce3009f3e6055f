import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudioStore, type StudioPlan } from '../../state/studio-store.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Select } from '../../ui/select.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { Section } from '../cover-board/section.js';
import { NoPlan } from '../manage-plans/no-plan.js';
import { usePlans } from '../manage-plans/use-plans.js';
import { BalanceTable } from './balance-table.js';
import './compare-panel.css';
import { useCompareStore } from './compare-store.js';
import { FiguresDialog } from './figures-dialog.js';
import { GridChanges } from './grid-changes.js';
import { ParcelList } from './parcel-list.js';
import { useComparison } from './use-comparison.js';
import { useParcelsOnMap } from './use-parcels-on-map.js';

/** The value of "the boundaries in force" among the plans. */
const inForce = '';
const periods = [30, 90, 365];

/** The opened plan against what is in force, or against another plan. */
export function ComparePanel() {
  const planId = useStudioStore((state) => state.planId);
  const plan = useStudioStore((state) => state.plan);
  if (planId === null) return <NoPlan />;
  return <Opened key={planId} planId={planId} plan={plan?.id === planId ? plan : null} />;
}

function Opened({ planId, plan }: { planId: string; plan: StudioPlan | null }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const { against, view, days } = useCompareStore();
  const partition = useStudioStore((state) => state.partition);
  const [isWide, setWide] = useState(false);
  const { plans } = usePlans({ partition, group: 'ALL' });
  const { comparison, error, isOld, retry } = useComparison({
    planId,
    against,
    days,
    version: plan?.version ?? null,
  });
  const [hotParcel, setHotParcel] = useState<number | null>(null);
  useParcelsOnMap(comparison?.parcels ?? null, hotParcel);
  const options = useMemo(
    () => [
      { value: inForce, label: t('compared.inForce') },
      ...(plans ?? [])
        .filter(({ id }) => id !== planId)
        .map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
    ],
    [plans, planId, t],
  );
  return (
    <div className="compare-panel">
      <div className="compare-choices">
        <Select
          label={t('compared.against')}
          value={against ?? inForce}
          options={options}
          onChange={(value) => useCompareStore.setState({ against: value || null })}
        />
        <Select
          label={t('compared.period')}
          value={String(days)}
          options={periods.map((count) => ({ value: String(count), label: t('compared.days', { count }) }))}
          onChange={(value) => useCompareStore.setState({ days: Number(value) })}
        />
        <SegmentedControl
          label={t('compared.view.label')}
          isFullWidth
          value={view}
          options={[
            { value: 'none', label: t('compared.view.none'), icon: 'layers' },
            { value: 'swipe', label: t('compared.view.swipe'), icon: 'dockLeft' },
            { value: 'side', label: t('compared.view.side'), icon: 'table' },
          ]}
          onChange={(next) => useCompareStore.setState({ view: next })}
        />
      </div>
      {error && !comparison ? (
        <Notice
          kind="error"
          title={t('compared.failed')}
          action={{ label: t('action.retry'), onPress: retry }}
        >
          {errorWords(error)}
        </Notice>
      ) : !comparison ? (
        <Skeleton shape="block" label={t('loading')} />
      ) : (
        <div
          className="compare-result"
          data-old={isOld || undefined}
          aria-busy={isOld}
          data-testid="comparison"
        >
          <Section title={t('compared.balance.title')} note={t('compared.balance.note')}>
            <BalanceTable before={comparison.before} after={comparison.after} />
          </Section>
          <Section
            title={t('compared.grids.title')}
            actions={
              <Button size="small" variant="quiet" icon="maximise" onPress={() => setWide(true)}>
                {t('compared.grids.all')}
              </Button>
            }
          >
            <GridChanges rows={comparison.rows} />
          </Section>
          <Section title={t('compared.parcels.title')} note={t('compared.parcels.note')}>
            <ParcelList parcels={comparison.parcels} hot={hotParcel} onHot={setHotParcel} />
          </Section>
          {isWide && <FiguresDialog rows={comparison.rows} onClose={() => setWide(false)} />}
        </div>
      )}
    </div>
  );
}
