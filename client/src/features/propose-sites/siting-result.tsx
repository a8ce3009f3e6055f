import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SitingFragment } from '../../graphql/generated/travel/graphql.js';
import { Banner } from '../../ui/banner.js';
import { Figure } from '../../ui/figure.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { StatusChip } from '../../ui/status-chip.js';
import { useCoverWords } from '../cover-board/use-cover-words.js';
import { useShowPlace } from '../cover-board/use-show-place.js';
import { getShare } from '../cover-board/write-numbers.js';
import { getGap } from './siting-input.js';
import { TakeOver } from './take-over.js';
import { isUnderWay } from './use-siting.js';

/** The answer as far as it is: what it covers, how good it is at best, and the sites. */
export function SitingResult({ job, onCancel }: { job: SitingFragment; onCancel(): void }) {
  const { t } = useTranslation();
  const words = useCoverWords();
  const { demandTotal, coveredBefore, covered, coveredTwiceBefore, coveredTwice, sites, problem, state } =
    job;
  const countsTwice = job.worth > covered;
  const before = getShare(coveredBefore, demandTotal);
  const after = getShare(covered, demandTotal);
  const points = words.points(before, after);
  const frame = useRef<HTMLDivElement>(null);
  // The question is longer than a screen: who asked should see that it is being answered.
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, [job.id, state]);
  return (
    <div ref={frame} className="siting-result" data-testid="siting-result">
      {isUnderWay(job) && (
        <ProgressBar
          label={job.step}
          {...(job.progress > 0 && { value: job.progress })}
          valueText={t('siting.elapsed', { seconds: words.decimal(job.elapsedSeconds) })}
          onCancel={onCancel}
          cancelLabel={t('siting.cancel')}
        />
      )}
      {state === 'FAILED' && <Banner tone="danger">{problem ?? t('siting.failed')}</Banner>}
      {state === 'CANCELLED' && <Banner tone="plain">{t('siting.cancelled')}</Banner>}
      {sites.length > 0 && (
        <>
          <div className="siting-figures">
            <Figure label={t('siting.coveredBefore')} value={words.share(before)} />
            <Figure
              label={t('siting.covered')}
              value={words.share(after)}
              {...(points && {
                trend: { direction: 'up', text: t('siting.points', { points }), isGood: true },
              })}
            />
          </div>
          <p className="cover-hint">
            {t('siting.demand', { covered: words.number(covered), total: words.number(demandTotal) })}
            {countsTwice &&
              t('siting.coveredTwice', {
                before: words.share(getShare(coveredTwiceBefore, demandTotal)),
                after: words.share(getShare(coveredTwice, demandTotal)),
              })}
          </p>
          <Proof job={job} />
          <SiteList sites={sites} />
          <TakeOver job={job} />
        </>
      )}
      {state === 'DONE' && sites.length === 0 && (
        <Banner tone="plain">{problem ?? t('siting.nothing')}</Banner>
      )}
    </div>
  );
}

function Proof({ job }: { job: SitingFragment }) {
  const { t } = useTranslation();
  const words = useCoverWords();
  const gap = getGap(job.worth, job.bound);
  const bound = gap !== null && t('siting.bound', { share: words.share(gap) });
  return (
    <div className="siting-proof">
      {job.proven ? (
        <StatusChip tone="success">{t('siting.proven')}</StatusChip>
      ) : (
        bound && <StatusChip>{bound}</StatusChip>
      )}
      <span className="muted">
        {t(job.proven ? 'siting.provenHint' : bound ? 'siting.boundHint' : 'siting.noBound')}
      </span>
      {job.state !== 'FAILED' && job.problem && <span className="muted">{job.problem}</span>}
    </div>
  );
}

function SiteList({ sites }: { sites: SitingFragment['sites'] }) {
  const { t } = useTranslation();
  const words = useCoverWords();
  const show = useShowPlace();
  return (
    <ol className="site-list" aria-label={t('siting.list')}>
      {sites.map(({ name, location, addedDemand }, at) => (
        <li key={at}>
          <button type="button" className="chart-link" onClick={() => show(location, name)}>
            {name}
          </button>
          <span>{t('siting.added', { demand: words.number(addedDemand) })}</span>
        </li>
      ))}
    </ol>
  );
}
