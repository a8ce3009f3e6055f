import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SaveBadge } from '../../features/edit-grids/save-badge.js';
import { UndoButtons } from '../../features/edit-grids/undo-buttons.js';
import { ConnectionStatus } from '../../features/follow-events/connection-status.js';
import { PaperMenu } from '../../features/print-atlas/paper-menu.js';
import { PreferenceButtons } from '../../features/set-preferences/preference-buttons.js';
import { readCurrentSearch } from '../../features/share-view/share-address.js';
import { useCountyName, type County } from '../../features/watch-county/use-county.js';
import { useStudioStore, type PlanStateName } from '../../state/studio-store.js';
import { useIsNarrow } from '../../state/use-screen.js';
import { IconButton } from '../../ui/icon-button.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { StatusChip } from '../../ui/status-chip.js';
import type { Tone } from '../../ui/tones.js';
import { AuthorButton } from './author-button.js';

const stateTones: Record<PlanStateName, Tone> = {
  DRAFT: 'plain',
  SUBMITTED: 'accent',
  SENT_BACK: 'warning',
  PUBLICISED: 'accent',
  APPROVED: 'success',
  PUBLISHED: 'success',
  HISTORY: 'plain',
  WITHDRAWN: 'plain',
};

/** Head of the studio: the way back, which plan, how it stands and whether it is saved. */
export function StudioBar({ county }: { county: County }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isNarrow = useIsNarrow();
  const planId = useStudioStore((state) => state.planId);
  const plan = useStudioStore((state) => state.plan);
  const partition = useStudioStore((state) => state.partition);
  const { openPlan, setPartition } = useStudioStore.getState();
  const name = useCountyName(county);
  return (
    <header className="desk-bar studio-bar">
      <div className="studio-head">
        <IconButton
          icon="back"
          label={t(planId === null ? 'studio.backToDesk' : 'studio.backToPlans')}
          data-testid="studio-back"
          onPress={() =>
            planId === null ? void navigate({ to: '/', search: readCurrentSearch() }) : openPlan(null)
          }
        />
        <h1>{t('studio.title')}</h1>
        {!isNarrow && <span className="desk-county">{name}</span>}
        {county.simulated && !isNarrow && <span className="simulated-badge">{t('simulated')}</span>}
      </div>
      {plan ? (
        <div className="studio-plan" data-testid="studio-plan">
          <b title={`${plan.number} ${plan.name}`}>
            <span className="muted">{plan.number}</span> {plan.name}
          </b>
          <StatusChip tone={stateTones[plan.state]}>{t(`plans.standing.${plan.state}`)}</StatusChip>
          <SaveBadge />
          {!isNarrow && plan.isEditable && <UndoButtons />}
        </div>
      ) : (
        planId === null && (
          <div className="studio-plan">
            <SegmentedControl
              label={t('studio.partition')}
              value={partition}
              options={(['SOCIAL', 'POLICE'] as const).map((value) => ({
                value,
                label: t(`studio.partitions.${value}`),
              }))}
              onChange={setPartition}
            />
          </div>
        )
      )}
      <div className="desk-status">
        {!isNarrow && <PaperMenu onOpen={(to, search) => void navigate({ to, search })} />}
        {!isNarrow && <AuthorButton />}
        <ConnectionStatus incidentsAsOf={0} />
        {!isNarrow && <PreferenceButtons />}
      </div>
    </header>
  );
}
