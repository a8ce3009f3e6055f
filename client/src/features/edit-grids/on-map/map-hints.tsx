import { useTranslation } from 'react-i18next';
import { cancelAsk, useStudioAsk } from '../../../state/studio-ask.js';
import { useStudioStore } from '../../../state/studio-store.js';
import { useStudioWork } from '../../../state/studio-work-store.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { useSessionStore } from '../session/session-store.js';
import { WorkCardView } from './work-card.js';

/** At the foot of the map: what the tool waits for, and the card of what is about to be done. */
export function MapHints() {
  const { t } = useTranslation();
  const ask = useStudioAsk((state) => state.ask);
  const hint = useStudioWork((state) => state.hint);
  const card = useStudioWork((state) => state.card);
  const isEditable = useStudioStore((state) => state.plan?.isEditable === true);
  const isReady = useSessionStore((state) => state.phase.kind === 'ready');
  if (ask)
    return (
      <div className="map-hints">
        <div className="map-hint" role="status" data-testid="studio-ask">
          <Icon name="target" size="small" />
          <span>
            <b>{ask.prompt}</b> {t(`studio.ask.${ask.kind}`)}
          </span>
          <Button size="small" onPress={cancelAsk}>
            {t('studio.cancel')}
          </Button>
        </div>
      </div>
    );
  if (!isReady || !isEditable) return null;
  return (
    <div className="map-hints">
      {card && <WorkCardView card={card} />}
      <div className="map-hint" role="status" data-testid="studio-hint" data-hint={hint}>
        <span>{t(`studio.hint.${hint}`)}</span>
        <HintButtons />
      </div>
    </div>
  );
}

/** What keys do while something is drawn, for who has none. */
function HintButtons() {
  const { t } = useTranslation();
  const { hint, confirm, remove, cancel } = useStudioWork();
  if (hint === 'vertexChosen')
    return (
      <Button size="small" onPress={remove}>
        {t('studio.removePoint')}
      </Button>
    );
  if (hint !== 'splitNext' && hint !== 'carveNext') return null;
  return (
    <>
      <Button size="small" onPress={remove}>
        {t('studio.takeBack')}
      </Button>
      <Button size="small" onPress={cancel}>
        {t('studio.cancel')}
      </Button>
      <Button size="small" variant="primary" onPress={confirm} data-testid="draw-done">
        {t('studio.done')}
      </Button>
    </>
  );
}
