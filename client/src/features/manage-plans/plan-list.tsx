import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShort } from '../../i18n/format.js';
import { useNow } from '../../state/use-now.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Button } from '../../ui/button.js';
import { ListRow } from '../../ui/list-row.js';
import { Notice } from '../../ui/notice.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Select } from '../../ui/select.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { NewPlanDialog } from './new-plan-dialog.js';
import { PlanChips } from './plan-chips.js';
import './plan-list.css';
import { planGroups, usePlans, type PlanFilter, type PlanGroup } from './use-plans.js';

/** Every grid adjustment plan there is, and a new one. */
export function PlanList() {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const [filter, setFilter] = useState<PlanFilter>({ partition: 'ALL', group: 'ALL' });
  const [isCreating, setCreating] = useState(false);
  const { plans, totalCount, error, isLoading, refresh, more } = usePlans(filter);
  const isFiltered = filter.partition !== 'ALL' || filter.group !== 'ALL';
  return (
    <div className="plan-list">
      <div className="plan-list-head">
        <Button variant="primary" icon="plus" data-testid="new-plan" onPress={() => setCreating(true)}>
          {t('plans.new.open')}
        </Button>
        <Select
          label={t('plans.filter.partition')}
          isLabelHidden
          value={filter.partition}
          options={[
            { value: 'ALL', label: t('plans.filter.allPartitions') },
            { value: 'SOCIAL', label: t('partition.SOCIAL') },
            { value: 'POLICE', label: t('partition.POLICE') },
          ]}
          onChange={(partition) => setFilter({ ...filter, partition })}
        />
        <SegmentedControl
          label={t('plans.filter.state')}
          isFullWidth
          value={filter.group}
          options={(Object.keys(planGroups) as PlanGroup[]).map((value) => ({
            value,
            label: t(`plans.filter.group.${value}`),
          }))}
          onChange={(group) => setFilter({ ...filter, group })}
        />
      </div>
      {error ? (
        <Notice
          kind="error"
          title={t('plans.list.failed')}
          action={{ label: t('action.retry'), onPress: refresh }}
        >
          {errorWords(error)}
        </Notice>
      ) : isLoading || !plans ? (
        <Skeleton shape="rows" count={5} label={t('loading')} />
      ) : plans.length === 0 ? (
        isFiltered ? (
          <Notice
            kind="empty"
            title={t('plans.list.noneFound')}
            action={{
              label: t('plans.list.showAll'),
              onPress: () => setFilter({ partition: 'ALL', group: 'ALL' }),
            }}
          />
        ) : (
          <Notice kind="empty" icon="layers" title={t('plans.list.none')}>
            {t('plans.list.noneHint')}
          </Notice>
        )
      ) : (
        <>
          <ul aria-label={t('plans.list.title')}>
            {plans.map((plan) => (
              <li key={plan.id}>
                <Row plan={plan} />
              </li>
            ))}
          </ul>
          {more && (
            <div className="plan-list-more">
              <Button onPress={more}>{t('plans.list.more', { count: totalCount - plans.length })}</Button>
            </div>
          )}
        </>
      )}
      {isCreating && <NewPlanDialog onClose={() => setCreating(false)} />}
    </div>
  );
}

function Row({ plan }: { plan: NonNullable<ReturnType<typeof usePlans>['plans']>[number] }) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const now = useNow(60_000);
  const planId = useStudioStore((state) => state.planId);
  const openPlan = useStudioStore((state) => state.openPlan);
  const setPanel = useStudioStore((state) => state.setPanel);
  const { id, number, name, partition, changedGridCount, updatedAt } = plan;
  return (
    <ListRow
      data-testid="plan-row"
      title={<b className="plan-name">{name}</b>}
      aside={<PlanChips plan={plan} />}
      meta={
        <span className="plan-meta">
          <span>{number}</span>
          <span>{t(`partition.${partition}`)}</span>
          <span>
            {changedGridCount === 0
              ? t('plans.unchanged')
              : t('plans.changedGrids', { count: changedGridCount })}
          </span>
          <time dateTime={updatedAt}>{formatShort(updatedAt, now, locale)}</time>
        </span>
      }
      isSelected={id === planId}
      onPress={() => {
        openPlan(id);
        setPanel('plan');
      }}
    />
  );
}
