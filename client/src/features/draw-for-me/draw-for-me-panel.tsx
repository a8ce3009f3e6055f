import type { MultiPolygon, Polygon } from 'geojson';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatNumber } from '../../i18n/format.js';
import { getBounds } from '../../map/get-bounds.js';
import { useStudioStore } from '../../state/studio-store.js';
import { useViewStore } from '../../state/view-store.js';
import { useNow } from '../../state/use-now.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import '../assign-grids/assign.css';
import { DrawFields } from './draw-fields.js';
import { findProblem, listScope, toInput } from './draw-form.js';
import './draw-for-me.css';
import { useDrawStore } from './draw-store.js';
import { Proposals, ProposalTable } from './proposals.js';
import { TakeProposal } from './take-proposal.js';
import { useDistricting, type DistrictingJob, type Proposal } from './use-districting.js';
import { useProposalOnMap } from './use-proposal-on-map.js';
import { useScopeGrids, useUpperAreas } from './use-upper-areas.js';

/** New grids drawn by the server: the question, the search under way, and proposals to choose from. */
export function DrawForMePanel() {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const partition = useStudioStore((state) => state.partition);
  const planId = useStudioStore((state) => state.planId);
  const selectedIds = useStudioStore((state) => state.selectedGridIds);
  const chosenBefore = useDrawStore((state) => state.chosenBefore);
  const chosenIds = selectedIds.length > 0 ? selectedIds : chosenBefore;
  const form = useDrawStore((state) => state.form);
  const { areas, upperOf } = useUpperAreas(partition);
  const grids = useScopeGrids(upperOf);
  const scopeIds = useMemo(() => listScope(form, grids, chosenIds), [form, grids, chosenIds]);
  const { job, isRunning, isGone, isStarting, error, start, cancel, forget } = useDistricting();
  const problem = findProblem(form, scopeIds);
  const keptCount = form.keepGridIds.filter((id) => scopeIds.includes(id)).length;
  return (
    <div className="draw" data-testid="draw-panel">
      <p className="draw-hint">{t('districting.intro')}</p>
      {planId !== null && <Banner tone="plain">{t('districting.inForceOnly')}</Banner>}
      <DrawFields partition={partition} areas={areas} scopeCount={scopeIds.length} keptCount={keptCount} />
      {problem && <p className="draw-hint">{t(`districting.problem.${problem}`)}</p>}
      <Button
        variant="primary"
        icon="play"
        isDisabled={problem !== null || isStarting || isRunning}
        isPending={isStarting}
        onPress={() => void start(toInput(form, partition, scopeIds, Date.now()))}
        data-testid="draw-start"
      >
        {t(job ? 'districting.again' : 'districting.start')}
      </Button>
      {error && <Banner tone="danger">{errorWords(error)}</Banner>}
      {isGone && (
        <Banner tone="plain" action={{ label: t('action.close'), onPress: forget }}>
          {t('districting.gone')}
        </Banner>
      )}
      <DrawResult job={job} scopeIds={scopeIds} onCancel={cancel} />
    </div>
  );
}

interface DrawResultProps {
  job: DistrictingJob | null;
  scopeIds: readonly string[];
  onCancel(): void;
}

function DrawResult({ job, scopeIds, onCancel }: DrawResultProps) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const now = useNow(60_000);
  const shown = useDrawStore((state) => state.shown);
  const show = useDrawStore((state) => state.show);
  const [hovered, setHovered] = useState<number | null>(null);
  const [hotIndex, setHotIndex] = useState<number | null>(null);
  const [isTaking, setTaking] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const find = (number: number | null) =>
    job?.proposals.find((proposal) => proposal.number === number) ?? null;
  const chosen = find(shown);
  const colours = useProposalOnMap(find(hovered) ?? chosen, hotIndex, scopeIds);
  useEffect(() => setHotIndex(null), [shown, job?.id]);
  // The question is longer than a screen: who asked should see that it is being answered.
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, [job?.id, job?.state]);
  if (!job) return null;
  const elapsed = formatNumber(job.elapsedSeconds, locale.language, 1);
  return (
    <div ref={frame} className="draw-result" data-testid="draw-result">
      {job.state === 'RUNNING' && (
        <ProgressBar
          label={job.step}
          {...(job.progress > 0 && { value: job.progress })}
          valueText={t('districting.elapsed', { seconds: elapsed })}
          onCancel={onCancel}
          cancelLabel={t('districting.cancel')}
        />
      )}
      {job.state === 'FAILED' && <Banner tone="danger">{job.problem ?? t('districting.failed')}</Banner>}
      {job.state === 'CANCELLED' && <Banner tone="plain">{t('districting.cancelled')}</Banner>}
      {job.state !== 'FAILED' && job.problem && <Banner tone="warning">{job.problem}</Banner>}
      {job.proposals.length > 0 && (
        <>
          <p className="draw-hint">
            {t('districting.resultHint', { blocks: formatNumber(job.blocks, locale.language) })}
          </p>
          <Proposals
            proposals={job.proposals}
            shown={shown}
            onShow={(number) => {
              show(number);
              goTo(find(number));
            }}
            onHover={setHovered}
          >
            {chosen && (
              <>
                <Button
                  variant="primary"
                  icon="check"
                  onPress={() => setTaking(true)}
                  data-testid="take-proposal"
                >
                  {t('districting.takeButton', { number: chosen.number })}
                </Button>
                <ProposalTable proposal={chosen} colours={colours} hotIndex={hotIndex} onHot={setHotIndex} />
              </>
            )}
          </Proposals>
        </>
      )}
      {isTaking && chosen && (
        <TakeProposal
          jobId={job.id}
          proposal={chosen.number}
          defaultName={t('districting.planName', { date: formatDate(now, locale), number: chosen.number })}
          onClose={() => setTaking(false)}
        />
      )}
    </div>
  );
}

/** Takes the map to a proposal. */
function goTo(proposal: Proposal | null): void {
  const shapes = (proposal?.districts ?? []).map(({ boundary }) => boundary as Polygon | MultiPolygon);
  const bounds = getBounds(shapes);
  if (bounds) useViewStore.getState().goTo({ kind: 'bounds', bounds });
}
