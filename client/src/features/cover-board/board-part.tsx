import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CoverBoardDocument } from '../../graphql/generated/travel/graphql.js';
import { useCoverStore } from '../../state/cover-store.js';
import { Banner } from '../../ui/banner.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { ExplainReach } from '../explain-reach/explain-reach.js';
import { ArrivalComparison } from './arrivals.js';
import { ConditionsBar } from './conditions-bar.js';
import { GapTable } from './gap-table.js';
import { HoursChart } from './hours-chart.js';
import { TierTable } from './tier-table.js';
import { UnplacedList } from './unplaced-list.js';
import { useAnswer, useErrorWords } from './use-answer.js';
import { useBoardInput, useRefreshPace } from './use-board-input.js';
import { useBoardOnMap } from './use-board-on-map.js';
import { usePresentHour } from './use-present-hour.js';

/** The 1-3-5 board: what is covered as things are, where the gaps lie, over the day, and whether the model is right. */
export function BoardPart() {
  const { t } = useTranslation();
  const tier = useCoverStore((state) => state.tier);
  const setTier = useCoverStore((state) => state.setTier);
  const errorWords = useErrorWords();
  const presentHour = usePresentHour();
  const input = useBoardInput(false);
  const variables = useMemo(() => ({ input }), [input]);
  const refreshMilliseconds = useRefreshPace();
  const { data, isOld, error, retry } = useAnswer(CoverBoardDocument, variables, { refreshMilliseconds });
  const board = data?.coverBoard;
  useBoardOnMap(board, false);
  if (!board && error) {
    return (
      <Notice kind="error" title={t('cover.error')} action={{ label: t('action.retry'), onPress: retry }}>
        {errorWords(error)}
      </Notice>
    );
  }
  return (
    <>
      <ConditionsBar presentHour={presentHour} />
      {error && (
        <Banner tone="warning" action={{ label: t('action.retry'), onPress: retry }}>
          {t('cover.stale', { problem: errorWords(error) })}
        </Banner>
      )}
      {!board ? (
        <Skeleton shape="block" label={t('loading')} />
      ) : (
        <>
          <TierTable
            caption={t('cover.tiers')}
            tiers={board.tiers}
            reading={board.reading}
            selected={tier}
            onSelect={setTier}
            isOld={isOld}
          />
          <HoursChart input={input} tiers={board.tiers} reading={board.reading} hour={board.hour} />
          <GapTable input={input} tiers={board.tiers} reading={board.reading} />
          <ArrivalComparison input={input} reading={board.reading} />
          <UnplacedList unplaced={board.unplaced} />
        </>
      )}
      <ExplainReach topic="board" />
    </>
  );
}
