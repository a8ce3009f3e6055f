import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CoverBoardDocument, CoverGridsDocument } from '../../graphql/generated/travel/graphql.js';
import { useCoverStore } from '../../state/cover-store.js';
import { Banner } from '../../ui/banner.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Section } from '../cover-board/section.js';
import { TierTable } from '../cover-board/tier-table.js';
import { UnplacedList } from '../cover-board/unplaced-list.js';
import { useAnswer, useErrorWords } from '../cover-board/use-answer.js';
import { useBoardInput, useRefreshPace } from '../cover-board/use-board-input.js';
import { useBoardOnMap } from '../cover-board/use-board-on-map.js';
import { GridDifferences } from './grid-differences.js';

/** What the changes do: the numbers as they are, as they would be, and the grids that gain or lose. */
export function NumbersSection() {
  const { t } = useTranslation();
  const tier = useCoverStore((state) => state.tier);
  const setTier = useCoverStore((state) => state.setTier);
  const errorWords = useErrorWords();
  const today = useBoardInput(false);
  const tried = useBoardInput(true);
  const hasChanges = tried.changes !== undefined;
  const pace = { refreshMilliseconds: useRefreshPace() };
  const board = useAnswer(
    CoverBoardDocument,
    useMemo(() => ({ input: tried }), [tried]),
    pace,
  );
  const before = useAnswer(
    CoverGridsDocument,
    useMemo(() => ({ input: today }), [today]),
    pace,
  );
  const after = useAnswer(
    CoverGridsDocument,
    useMemo(() => ({ input: tried }), [tried]),
    {
      pause: !hasChanges,
    },
  );
  const shown = board.data?.coverBoard;
  useBoardOnMap(shown, hasChanges);
  if (!shown) {
    return board.error ? (
      <Notice
        kind="error"
        title={t('cover.error')}
        action={{ label: t('action.retry'), onPress: board.retry }}
      >
        {errorWords(board.error)}
      </Notice>
    ) : (
      <Skeleton shape="block" label={t('loading')} />
    );
  }
  const formerTiers = before.data?.coverBoard.tiers;
  const triedTiers = after.data?.coverBoard.tiers;
  return (
    <>
      {board.error && (
        <Banner tone="warning" action={{ label: t('action.retry'), onPress: board.retry }}>
          {t('cover.stale', { problem: errorWords(board.error) })}
        </Banner>
      )}
      <TierTable
        caption={t('cover.tiers')}
        tiers={shown.tiers}
        before={hasChanges ? formerTiers : undefined}
        reading={shown.reading}
        selected={tier}
        onSelect={setTier}
        isOld={board.isOld || (hasChanges && before.isOld)}
      />
      <UnplacedList unplaced={shown.unplaced} />
      {hasChanges && (
        <Section title={t('plan.grids.title')} note={t('plan.grids.note')}>
          {formerTiers && triedTiers ? (
            <GridDifferences before={formerTiers} after={triedTiers} tier={tier} />
          ) : (
            <Skeleton shape="lines" count={3} label={t('loading')} />
          )}
        </Section>
      )}
    </>
  );
}
