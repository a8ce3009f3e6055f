import { useEffect, useRef, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { isSameSelection, type SelectableKind } from '../../state/selection.js';
import { useViewStore } from '../../state/view-store.js';
import { Icon } from '../../ui/icon.js';
import { useCandidateName } from '../show-map/operations-map.js';
import './details-panel.css';
import { GridDetails } from './grid-details.js';
import { IncidentDetails } from './incident-details.js';
import { PostDetails } from './post-details.js';
import { RiskPointDetails } from './risk-point-details.js';
import { UnitDetails } from './unit-details.js';

const panels: Record<SelectableKind, ComponentType<{ id: string }>> = {
  incident: IncidentDetails,
  unit: UnitDetails,
  riskPoint: RiskPointDetails,
  post: PostDetails,
  grid: GridDetails,
};

/** What is selected, with everything else that lay under the same click. Escape closes it. */
export function DetailsPanel() {
  const { t } = useTranslation();
  const selected = useViewStore((state) => state.selected);
  const select = useViewStore((state) => state.select);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!selected) return;
    const onKey = (event: KeyboardEvent): void => {
      // An open list or dialog takes Escape for itself.
      if (
        event.key === 'Escape' &&
        !event.defaultPrevented &&
        !document.querySelector('[role=listbox],[role=dialog]')
      ) {
        select(null);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [selected, select]);
  if (!selected) return null;
  const Panel = panels[selected.kind];
  return (
    <aside
      ref={panel}
      className="details-panel"
      aria-label={t('panel.details')}
      data-testid="details-panel"
      data-kind={selected.kind}
    >
      <button
        type="button"
        className="icon-button details-close"
        aria-label={t('action.close')}
        title={t('action.close')}
        data-testid="details-close"
        onClick={() => select(null)}
      >
        <Icon name="close" />
      </button>
      <StackChoice />
      <div className="details-body" key={`${selected.kind}:${selected.id}`}>
        <Panel id={selected.id} />
      </div>
    </aside>
  );
}

/** Choice among several things under one click. */
function StackChoice() {
  const { t } = useTranslation();
  const candidates = useViewStore((state) => state.candidates);
  const selected = useViewStore((state) => state.selected);
  const select = useViewStore((state) => state.select);
  const getName = useCandidateName();
  if (candidates.length < 2) return null;
  return (
    <nav className="stack-choice" aria-label={t('details.alsoHere')} data-testid="stack-choice">
      <p>{t('details.stack', { count: candidates.length })}</p>
      <ul>
        {candidates.map((candidate) => (
          <li key={`${candidate.kind}:${candidate.id}`}>
            <button
              type="button"
              aria-current={isSameSelection(candidate, selected)}
              onClick={() => select(candidate, candidates)}
            >
              <span className="muted">{t(`selectable.${candidate.kind}`)}</span> {getName(candidate)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
