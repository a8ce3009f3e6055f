import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  PlanCheckResultDocument,
  type PlanFaultPartsFragment,
} from '../../graphql/generated/studio/graphql.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { StatusChip } from '../../ui/status-chip.js';
import { Section } from '../cover-board/section.js';
import { useAnswer, useErrorWords } from '../cover-board/use-answer.js';
import { hidePlace, showGrids, showPlace } from './show-on-map.js';
import { useFollow } from './use-follow.js';

/** Somebody who draws changes the plan every few seconds; it is checked once they pause. */
const pauseMilliseconds = 1500;
/** As many as are read; the others are counted. */
const mostShown = 20;

/** What the server's check of a plan found: faults forbid going on, warnings are for the reviewer. */
export function usePlanCheck(id: string, version: number) {
  const answer = useAnswer(PlanCheckResultDocument, { id });
  const isBehind = useFollow(version, answer.retry, pauseMilliseconds);
  return { ...answer, check: answer.data?.boundaryPlan?.check ?? null, isOld: answer.isOld || isBehind };
}

export function PlanCheckSection({ id, version }: { id: string; version: number }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const { check, error, isOld, retry } = usePlanCheck(id, version);
  useEffect(() => hidePlace, []);
  return (
    <Section
      title={t('plans.check.title')}
      actions={
        check &&
        (isOld ? (
          <StatusChip>{t('plans.check.running')}</StatusChip>
        ) : (
          <StatusChip tone={check.isSound ? 'success' : 'danger'}>
            {t(check.isSound ? 'plans.check.sound' : 'plans.check.unsound', { count: check.faults.length })}
          </StatusChip>
        ))
      }
    >
      {error && !check ? (
        <Notice
          kind="error"
          title={t('plans.check.failed')}
          action={{ label: t('action.retry'), onPress: retry }}
        >
          {errorWords(error)}
        </Notice>
      ) : !check ? (
        <Skeleton shape="lines" count={2} label={t('loading')} />
      ) : (
        <div data-testid="plan-check" className="plan-check" data-old={isOld || undefined} aria-busy={isOld}>
          {check.isSound && <p className="cover-hint">{t('plans.check.soundHint')}</p>}
          <Faults title={t('plans.check.faults')} faults={check.faults} tone="danger" />
          <Faults title={t('plans.check.warnings')} faults={check.warnings} tone="warning" />
        </div>
      )}
    </Section>
  );
}

interface FaultsProps {
  title: string;
  faults: readonly PlanFaultPartsFragment[];
  tone: 'danger' | 'warning';
}

function Faults({ title, faults, tone }: FaultsProps) {
  const { t } = useTranslation();
  const [showsAll, setShowsAll] = useState(false);
  if (faults.length === 0) return null;
  const shown = showsAll ? faults : faults.slice(0, mostShown);
  return (
    <>
      <h4>
        {title}
        <span>{faults.length}</span>
      </h4>
      <ul>
        {shown.map((fault, index) => (
          <li key={index}>
            <button type="button" data-tone={tone} onClick={() => show(fault)}>
              <Icon name={tone === 'danger' ? 'alert' : 'warning'} size="small" />
              <span>{fault.message}</span>
              <Icon name="target" size="small" />
            </button>
          </li>
        ))}
      </ul>
      {shown.length < faults.length && (
        <Button size="small" variant="quiet" onPress={() => setShowsAll(true)}>
          {t('plans.check.more', { count: faults.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function show({ location, gridIds, message }: PlanFaultPartsFragment): void {
  showGrids(gridIds);
  if (location) showPlace(location, message);
}
