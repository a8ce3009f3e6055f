import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CoverGridsDocument,
  type CoverBoardInput,
  type ScenarioFragment,
} from '../../graphql/generated/travel/graphql.js';
import { useCoverStore } from '../../state/cover-store.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/notice.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Select } from '../../ui/select.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Section } from '../cover-board/section.js';
import { useAnswer, useErrorWords } from '../cover-board/use-answer.js';
import { useCoverWords } from '../cover-board/use-cover-words.js';
import './compare-dialog.css';
import { CompareTable } from './compare-table.js';
import { GridDifferences } from './grid-differences.js';

const today = 'today';
const draft = 'draft';

interface CompareDialogProps {
  scenarios: readonly ScenarioFragment[];
  /** The one to compare with today. */
  first: string;
  onClose(): void;
}

/** Two of today, what is being tried and the scenarios, side by side: tier by tier, grid by grid. */
export function CompareDialog({ scenarios, first, onClose }: CompareDialogProps) {
  const { t } = useTranslation();
  const words = useCoverWords();
  const errorWords = useErrorWords();
  const { reading, hour, isLive, changes, tier, setTier } = useCoverStore();
  const [left, setLeft] = useState(today);
  const [right, setRight] = useState(first);
  const makeInput = (which: string): CoverBoardInput => ({
    reading,
    hour,
    live: isLive,
    ...(which === draft ? { changes } : which !== today && { scenarioId: which }),
  });
  const one = useAnswer(CoverGridsDocument, { input: makeInput(left) });
  const other = useAnswer(CoverGridsDocument, { input: makeInput(right) });
  const options = useMemo(
    () => [
      { value: today, label: t('plan.compare.today') },
      ...(changes.length > 0 ? [{ value: draft, label: t('plan.compare.draft') }] : []),
      ...scenarios.map(({ id, name }) => ({ value: id, label: name })),
    ],
    [scenarios, changes.length, t],
  );
  const nameOf = (which: string): string => options.find(({ value }) => value === which)?.label ?? '';
  const names = { before: nameOf(left), after: nameOf(right) };
  const error = one.error ?? other.error;
  const tiers = [one.data?.coverBoard.tiers, other.data?.coverBoard.tiers] as const;
  const isOld = one.isOld || other.isOld;
  return (
    <Dialog
      title={t('plan.compare.title')}
      isOpen
      onClose={onClose}
      closeLabel={t('action.close')}
      size="large"
    >
      <div className="compare">
        <div className="compare-sides">
          <Select label={t('plan.compare.left')} value={left} options={options} onChange={setLeft} />
          <Select label={t('plan.compare.right')} value={right} options={options} onChange={setRight} />
        </div>
        {error ? (
          <Notice
            kind="error"
            title={t('cover.error')}
            action={{ label: t('action.retry'), onPress: () => [one, other].forEach(({ retry }) => retry()) }}
          >
            {errorWords(error)}
          </Notice>
        ) : !tiers[0] || !tiers[1] ? (
          <Skeleton shape="block" label={t('loading')} />
        ) : (
          <div className="compare-result" data-old={isOld || undefined} aria-busy={isOld}>
            <CompareTable before={tiers[0]} after={tiers[1]} reading={reading} names={names} />
            <Section
              title={t('plan.grids.title')}
              note={t('plan.grids.note')}
              actions={
                <SegmentedControl
                  label={t('plan.compare.tier')}
                  value={String(tier)}
                  onChange={(next) => setTier(Number(next))}
                  options={tiers[0].map((each) => ({
                    value: String(each.tier),
                    label: words.tier(each, reading),
                  }))}
                />
              }
            >
              <GridDifferences before={tiers[0]} after={tiers[1]} tier={tier} names={names} isOnMap={false} />
            </Section>
          </div>
        )}
      </div>
    </Dialog>
  );
}
