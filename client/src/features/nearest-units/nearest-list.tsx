import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PickedPlace } from '../../state/reach-store.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { walkWithArrows } from '../list-incidents/walk-with-arrows.js';
import { StreetsProblem } from '../reach-places/streets-problem.js';
import { CandidateRow } from './candidate-row.js';
import './nearest-list.css';
import { useNearest, type UnitCandidate } from './use-nearest.js';
import { useShownCandidate } from './use-shown-candidate.js';

const steps = [5, 10, 20];

interface NearestListProps {
  place: PickedPlace;
  /** Whether the place has no sign of its own on the map. */
  isMarked?: boolean;
  /** How many at first. */
  shownFirst?: number;
}

/** Who is there soonest, who is free, and what sending them costs. Pointed at or chosen, a unit's way is on the map. */
export function NearestList({ place, isMarked = false, shownFirst = 5 }: NearestListProps) {
  const { t } = useTranslation();
  const [first, setFirst] = useState(shownFirst);
  const { candidates, isLoading, error, isStale, refresh } = useNearest(place, first);
  const [chosen, setChosen] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const find = (id: string | null): UnitCandidate | null =>
    candidates.find(({ unit }) => unit.id === id) ?? null;
  useShownCandidate(find(pointed) ?? find(chosen), isMarked ? place : null);
  if (error) return <StreetsProblem error={error} title={t('nearest.failed')} onRetry={refresh} />;
  if (isLoading) return <Skeleton shape="rows" count={4} label={t('nearest.searching')} />;
  if (candidates.length === 0)
    return (
      <Notice kind="empty" icon="shield" title={t('nearest.none')}>
        {t('nearest.noneHint')}
      </Notice>
    );
  const rows = (part: UnitCandidate[]) =>
    part.map((candidate) => (
      <CandidateRow
        key={candidate.unit.id}
        candidate={candidate}
        isChosen={candidate.unit.id === chosen}
        onChoose={() => setChosen((before) => (before === candidate.unit.id ? null : candidate.unit.id))}
        onPoint={(isOn) => setPointed(isOn ? candidate.unit.id : null)}
      />
    ));
  const free = candidates.filter(({ available }) => available);
  const busy = candidates.filter(({ available }) => !available);
  const next = steps.find((step) => step > first);
  return (
    <div className="nearest" data-testid="nearest" onKeyDown={walkWithArrows}>
      {isStale && <p className="nearest-stale">{t('nearest.stale')}</p>}
      {free.length === 0 ? <p className="nearest-none">{t('nearest.noneFree')}</p> : <ul>{rows(free)}</ul>}
      {busy.length > 0 && (
        <>
          <h4>{t('nearest.busy', { count: busy.length })}</h4>
          <ul data-busy="true">{rows(busy)}</ul>
        </>
      )}
      {next && candidates.length >= first && (
        <div className="nearest-more">
          <Button variant="quiet" size="small" onPress={() => setFirst(next)}>
            {t('nearest.more')}
          </Button>
        </div>
      )}
    </div>
  );
}
