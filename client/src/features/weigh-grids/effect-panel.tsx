import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudioStore } from '../../state/studio-store.js';
import { useStudioWork } from '../../state/studio-work-store.js';
import { Banner } from '../../ui/banner.js';
import { Notice } from '../../ui/notice.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { useCurrentSession } from '../edit-grids/session/current-session.js';
import { BalanceTable } from './balance-table.js';
import './effect-panel.css';
import { foldStaff } from './fold-staff.js';
import { GridEffect } from './grid-effect.js';
import { listFigures } from './list-figures.js';
import { useStaffing, useWeights, type Norms, type Weights } from './use-weights.js';
import { balance } from './weigher.js';

const periods = ['30', '90', '365'] as const;
type Days = (typeof periods)[number];

/** More grids than this are too many to read; the comparison has them all. */
const mostGrids = 24;

/** A period that ends with today: the same all day, so that the answer is kept. */
function toPeriod(days: Days): { from: string; to: string } {
  const end = Math.ceil(Date.now() / 86_400_000) * 86_400_000;
  return { from: new Date(end - Number(days) * 86_400_000).toISOString(), to: new Date(end).toISOString() };
}

/** What the plan does, as it stands at this moment: the grids being worked on, and the balance of all. */
export function EffectPanel() {
  const { t } = useTranslation();
  const [days, setDays] = useState<Days>('90');
  const period = useMemo(() => toPeriod(days), [days]);
  const { weights, hasFailed, retry } = useWeights(period);
  const { norms, staff } = useStaffing();
  return (
    <div className="effect" data-testid="effect">
      <div className="effect-period">
        <span>{t('studio.effect.period')}</span>
        <SegmentedControl
          label={t('studio.effect.period')}
          value={days}
          options={periods.map((value) => ({ value, label: t(`studio.effect.days.${value}`) }))}
          onChange={setDays}
        />
      </div>
      {weights && norms ? (
        <Effect weights={weights} norms={norms} staff={staff} />
      ) : hasFailed ? (
        <Notice
          kind="error"
          title={t('studio.effect.failed')}
          action={{ label: t('action.retry'), onPress: retry }}
        />
      ) : (
        <Notice kind="loading" title={t('studio.effect.loading')} />
      )}
    </div>
  );
}

interface EffectProps {
  weights: Weights;
  norms: Norms;
  staff: ReturnType<typeof useStaffing>['staff'];
}

function Effect({ weights, norms, staff }: EffectProps) {
  const { t } = useTranslation();
  const grids = useStudioStore((state) => state.grids);
  const partition = useStudioStore((state) => state.partition);
  const edits = useStudioStore((state) => state.edits);
  const session = useCurrentSession((state) => state.session);
  const { shown, source } = useShownGrids();
  const { tracker, hasHouseholdPoints, hasCover } = weights;
  const scale = useMemo(
    () => ({
      weights: {
        households: norms.workloadHouseholds,
        incidents: norms.workloadIncidents,
        riskPoints: norms.workloadRiskPoints,
      },
      low: norms.householdsLow,
      high: norms.householdsHigh,
    }),
    [norms],
  );
  const isBasic = (id: string): boolean => grids.get(id)?.kind !== 'DEDICATED';
  const before = useMemo(
    // The base does not change; its weights are complete before anything is shown.
    () => balance(tracker.before, scale, (id) => session?.base.get(id)?.kind !== 'DEDICATED'),
    [tracker, scale, session],
  );
  const now = balance(tracker.now, scale, isBasic);
  const after = useMemo(
    () => foldStaff(staff, session?.bodies ?? []),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the session's steps are those of `edits`
    [staff, session, edits],
  );
  const listed = shown.slice(0, mostGrids);
  return (
    <>
      {!hasHouseholdPoints && <Banner tone="warning">{t('studio.effect.noHouseholds')}</Banner>}
      {!hasCover && <Banner tone="plain">{t('studio.effect.noCover')}</Banner>}
      <BalanceTable before={before.balance} after={now.balance} />
      <h3 className="effect-title">{t(`studio.effect.${source}`, { count: shown.length })}</h3>
      {listed.length === 0 && <p className="effect-none">{t('studio.effect.nothing')}</p>}
      {listed.map((id) => (
        <GridEffect
          key={id}
          id={id}
          grid={grids.get(id) ?? session?.base.get(id)}
          isThere={tracker.now.has(id)}
          figures={listFigures(
            grids.get(id),
            { weight: tracker.before.get(id), workload: before.workloads.get(id), staff: staff.get(id) },
            { weight: tracker.now.get(id), workload: now.workloads.get(id), staff: after.get(id) },
            partition,
            norms,
          )}
        />
      ))}
      {shown.length > mostGrids && (
        <p className="effect-none">{t('studio.effect.more', { count: shown.length - mostGrids })}</p>
      )}
    </>
  );
}

/** The grids worth reading about now: those in hand, else those chosen, else all that the plan changes. */
function useShownGrids(): { shown: readonly string[]; source: 'inHand' | 'chosen' | 'changed' } {
  const inHand = useStudioWork((state) => state.gridIds);
  const selected = useStudioStore((state) => state.selectedGridIds);
  const grids = useStudioStore((state) => state.grids);
  const [latest, setLatest] = useState<readonly string[]>([]);
  // What was just drawn stays in sight until something else is chosen.
  useEffect(() => {
    if (inHand.length > 0) setLatest(inHand);
  }, [inHand]);
  useEffect(() => setLatest([]), [selected]);
  const changed = useMemo(
    () => [...grids.values()].filter(({ isNew, isChanged }) => isNew || isChanged).map(({ id }) => id),
    [grids],
  );
  if (latest.length > 0)
    return { shown: latest.filter((id) => inHand.includes(id) || grids.has(id)), source: 'inHand' };
  if (selected.length > 0) return { shown: selected, source: 'chosen' };
  return { shown: changed, source: 'changed' };
}
