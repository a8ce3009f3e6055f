import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CoverBoardDocument } from '../../graphql/generated/travel/graphql.js';
import { useCoverStore } from '../../state/cover-store.js';
import { useReachStore, type CandidatePlace } from '../../state/reach-store.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { isSheetLowered } from '../cover-board/is-sheet-lowered.js';
import { useAnswer, useErrorWords } from '../cover-board/use-answer.js';
import { useBoardInput } from '../cover-board/use-board-input.js';
import { useBoardOnMap } from '../cover-board/use-board-on-map.js';
import { ExplainReach } from '../explain-reach/explain-reach.js';
import { writeHour } from '../cover-board/write-numbers.js';
import { SitingForm } from './siting-form.js';
import { findProblem, toInput } from './siting-input.js';
import { SitingResult } from './siting-result.js';
import { useSitingStore } from './siting-store.js';
import { isUnderWay, useSiting } from './use-siting.js';

/** Where new stations would serve most: the question, the search under way, its answer with what is proven of it. */
export function SitingPart() {
  const { t } = useTranslation();
  const form = useSitingStore((state) => state.form);
  const hour = useCoverStore((state) => state.hour);
  const errorWords = useErrorWords();
  const { job, isGone, isStarting, error, start, cancel, forget } = useSiting();
  const input = useBoardInput(false);
  const { data } = useAnswer(
    CoverBoardDocument,
    useMemo(() => ({ input }), [input]),
  );
  // Who points out candidates should see what is covered already.
  useBoardOnMap(data?.coverBoard, false);
  useCandidatesOnMap(job?.sites);
  const problem = findProblem(form);
  const isBusy = isStarting || (job !== null && isUnderWay(job));
  return (
    <>
      <p className="cover-hint">{t('siting.intro')}</p>
      <SitingForm />
      <p className="cover-hint">
        {hour === null ? t('siting.freeFlow') : t('siting.atHour', { hour: writeHour(hour) })}
      </p>
      {problem && <p className="cover-hint">{t(`siting.problem.${problem}`)}</p>}
      <Button
        variant="primary"
        icon="play"
        isDisabled={problem !== null || isBusy}
        isPending={isStarting}
        onPress={() => void start(toInput(form, hour))}
      >
        {t(job ? 'siting.again' : 'siting.start')}
      </Button>
      {error && <Banner tone="danger">{errorWords(error)}</Banner>}
      {isGone && (
        <Banner tone="plain" action={{ label: t('action.close'), onPress: forget }}>
          {t('siting.gone')}
        </Banner>
      )}
      {job && <SitingResult job={job} onCancel={cancel} />}
      <ExplainReach topic="board" />
    </>
  );
}

/** Shows the places to choose among and the sites found. */
function useCandidatesOnMap(
  sites: readonly { name: string; location: GeoJSON.Geometry }[] | undefined,
): void {
  const drawn = useSitingStore(({ form }) => (form.candidates === 'DRAWN' ? form.drawn : null));
  const places = useMemo(
    (): CandidatePlace[] => [
      ...(drawn ?? []).map((place, i) => ({ ...place, id: `drawn:${i}`, isChosen: false })),
      ...(sites ?? []).flatMap(({ name, location }, i) => {
        if (location.type !== 'Point') return [];
        const [longitude, latitude] = location.coordinates as [number, number];
        return [{ id: `site:${i}`, name, longitude, latitude, isChosen: true }];
      }),
    ],
    [drawn, sites],
  );
  useEffect(() => useReachStore.getState().setHighlights({ candidates: places }), [places]);
  useEffect(
    () => () => {
      if (!isSheetLowered()) useReachStore.getState().setHighlights({ candidates: [] });
    },
    [],
  );
}
