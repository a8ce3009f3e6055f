import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PickedPlace } from '../../state/reach-store.js';
import { Button } from '../../ui/button.js';
import { ExplainReach } from '../explain-reach/explain-reach.js';
import { NearestList } from './nearest-list.js';

interface IncidentHelpProps {
  place: PickedPlace;
  /** Whether somebody still has to go: then it is answered unasked. */
  isOpen: boolean;
  /** Whether the place is only one of its grid. */
  isCoarse: boolean;
}

/** The nearest help to an incident. */
export function IncidentHelp({ place, isOpen, isCoarse }: IncidentHelpProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(isOpen);
  if (!isAsked)
    return (
      <div className="details-buttons">
        <Button icon="shield" size="small" data-testid="incident-nearest" onPress={() => setAsked(true)}>
          {t('nearest.ask')}
        </Button>
      </div>
    );
  return (
    <section className="details-section" aria-label={t('nearest.title')}>
      <h3>{t('nearest.title')}</h3>
      {isCoarse && <p className="details-note">{t('nearest.coarse')}</p>}
      <NearestList place={place} shownFirst={3} />
      <ExplainReach topic="nearest" />
    </section>
  );
}
