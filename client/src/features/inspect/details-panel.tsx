import { useEffect, useLayoutEffect, useRef, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isSameSelection, type SelectableKind } from '../../state/selection.js';
import { useViewStore } from '../../state/view-store.js';
import { IconButton } from '../../ui/icon-button.js';
import { walkWithArrows } from '../list-incidents/walk-with-arrows.js';
import { useCandidateName } from '../show-map/operations-map.js';
import './details-panel.css';
import { GridDetails } from './grid-details.js';
import { IncidentDetails } from './incident-details.js';
import { PostDetails } from './post-details.js';
import { RiskPointDetails } from './risk-point-details.js';
import { TerritoryDetails } from './territory-details.js';
import { UnitDetails } from './unit-details.js';
import { noteOpener, returnFocus } from './return-focus.js';

const panels: Record<SelectableKind, ComponentType<{ id: string }>> = {
  incident: IncidentDetails,
  unit: UnitDetails,
  riskPoint: RiskPointDetails,
  post: PostDetails,
  grid: GridDetails,
  territory: TerritoryDetails,
};

/** What is selected, with everything else that lay under the same click. Escape closes it. `extra` stands by its close button. */
export function DetailsPanel({ extra }: { extra?: ReactNode }) {
  const { t } = useTranslation();
  const selected = useViewStore((state) => state.selected);
  const select = useViewStore((state) => state.select);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // An open list or dialog takes Escape for itself.
      if (
        event.key === 'Escape' &&
        !event.defaultPrevented &&
        !document.querySelector('[role=listbox],[role=dialog],[role=alertdialog],[role=menu]')
      ) {
        select(null);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [select]);
  useFocusTravel(panel);
  if (!selected) return null;
  const Panel = panels[selected.kind];
  return (
    <aside
      ref={panel}
      className="details-panel"
      aria-label={t('panel.details')}
      data-testid="details-panel"
      data-panel="details"
      data-kind={selected.kind}
      tabIndex={-1}
    >
      <div className="details-actions">
        {extra}
        <IconButton
          icon="close"
          size="small"
          label={t('action.close')}
          shortcut="Esc"
          data-testid="details-close"
          onPress={() => select(null)}
        />
      </div>
      <StackChoice />
      <div className="details-body" key={`${selected.kind}:${selected.id}`} onKeyDown={walkWithArrows}>
        <Panel id={selected.id} />
      </div>
    </aside>
  );
}

/**
 * Details lie over the list that opened them. Who came by key goes along into them, and back to the same row when
 * they close; who clicked on the map stays there.
 */
function useFocusTravel(panel: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const opener = noteOpener();
    if (opener && panel.current && !panel.current.contains(opener) && opener.closest('[inert]'))
      panel.current.focus({ preventScroll: true });
    return () => returnFocus(opener);
  }, [panel]);
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
