import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CoverGapsDocument,
  type CoverBoardInput,
  type CoverGapsQuery,
  type CoverReading,
  type TierNumbersFragment,
} from '../../graphql/generated/travel/graphql.js';
import { useCoverStore } from '../../state/cover-store.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Skeleton } from '../../ui/skeleton.js';
import './gap-table.css';
import { Section } from './section.js';
import { useAnswer, useErrorWords } from './use-answer.js';
import { useCoverWords } from './use-cover-words.js';
import { useShowPlace } from './use-show-place.js';

type Gap = CoverGapsQuery['coverBoard']['gaps'][number];

interface GapTableProps {
  input: CoverBoardInput;
  tiers: readonly TierNumbersFragment[];
  reading: CoverReading;
}

/** The grids a tier leaves open, worst first; pressing one shows its worst place on the map. */
export function GapTable({ input, tiers, reading }: GapTableProps) {
  const { t } = useTranslation();
  const tier = useCoverStore((state) => state.tier);
  const setTier = useCoverStore((state) => state.setTier);
  const words = useCoverWords();
  const errorWords = useErrorWords();
  const variables = useMemo(() => ({ input, tier }), [input, tier]);
  const { data, isOld, error, retry } = useAnswer(CoverGapsDocument, variables);
  const gaps = data?.coverBoard.gaps;
  const shown = tiers.find((each) => each.tier === tier);
  return (
    <Section
      title={t('cover.gaps.title')}
      note={shown ? t('cover.gaps.note', { tier: words.tier(shown, reading) }) : ''}
    >
      <SegmentedControl
        label={t('cover.gaps.tier')}
        isFullWidth
        value={String(tier)}
        onChange={(next) => setTier(Number(next))}
        options={tiers.map((each) => ({
          value: String(each.tier),
          label: t(`cover.tierShort.${reading}.${each.tier}`, { time: words.duration(each.seconds) }),
        }))}
      />
      {error && !gaps ? (
        <Notice kind="error" title={t('cover.error')} action={{ label: t('action.retry'), onPress: retry }}>
          {errorWords(error)}
        </Notice>
      ) : !gaps ? (
        <Skeleton shape="lines" count={5} label={t('loading')} />
      ) : gaps.length === 0 ? (
        <Notice kind="empty" icon="done" title={t('cover.gaps.none')} />
      ) : (
        <Gaps gaps={gaps} isOld={isOld} />
      )}
    </Section>
  );
}

/** More are a press away: below them stands how far the numbers can be trusted. */
const fewShown = 8;

function Gaps({ gaps, isOld }: { gaps: readonly Gap[]; isOld: boolean }) {
  const { t } = useTranslation();
  const words = useCoverWords();
  const show = useShowPlace();
  const [shownId, setShownId] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <table className="gap-table" data-old={isOld || undefined} aria-busy={isOld}>
        <caption className="sr-only">{t('cover.gaps.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cover.gaps.grid')}</th>
            <th scope="col">{t('cover.gaps.households')}</th>
            <th scope="col">{t('cover.gaps.riskPoints')}</th>
            <th scope="col">{t('cover.gaps.street')}</th>
          </tr>
        </thead>
        <tbody>
          {gaps.slice(0, isWhole ? gaps.length : fewShown).map((gap) => {
            const name = gap.grid.name || gap.grid.code;
            const press = (): void => {
              setShownId(gap.grid.id);
              show(gap.location, name);
            };
            return (
              <tr key={gap.grid.id} data-shown={shownId === gap.grid.id || undefined} onClick={press}>
                <th scope="row">
                  <button type="button" aria-pressed={shownId === gap.grid.id}>
                    {name}
                  </button>
                  <Nearest gap={gap} />
                </th>
                <td>{words.number(gap.households)}</td>
                <td>{words.number(gap.riskPoints)}</td>
                <td>{words.kilometres(gap.roadMetres)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {!isWhole && gaps.length > fewShown && (
        <Button size="small" variant="quiet" onPress={() => setWhole(true)}>
          {t('cover.gaps.more', { count: gaps.length - fewShown })}
        </Button>
      )}
    </>
  );
}

function Nearest({ gap: { nearestName, nearestSeconds } }: { gap: Gap }) {
  const { t } = useTranslation();
  const words = useCoverWords();
  if (nearestSeconds === null || !nearestName) return <span>{t('cover.gaps.nobody')}</span>;
  return (
    <span>
      {t('cover.gaps.nearest', { name: nearestName })}{' '}
      <span className="gap-time">{words.duration(nearestSeconds)}</span>
    </span>
  );
}
