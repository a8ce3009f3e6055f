import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudioStore } from '../../state/studio-store.js';
import { Button } from '../../ui/button.js';
import { DeedDialog } from './deed-dialog.js';
import type { PlanPartProps } from './use-plan.js';
import { usePlanCheck } from './plan-check.js';
import { listDeeds, type Deed } from './workflow.js';

/** What forbids going on; null: nothing does. */
type Hindrance = 'pending' | 'stale' | 'unsound' | 'unchanged' | null;

/** What can be done with the plan now, the next step first. */
export function PlanDeeds(props: PlanPartProps) {
  const { plan } = props;
  const { t } = useTranslation();
  const save = useStudioStore((state) => state.save);
  const { check } = usePlanCheck(plan.id, plan.version);
  const [deed, setDeed] = useState<Deed | null>(null);
  const deeds = listDeeds(plan.state);
  if (deeds.length === 0) return null;
  const next = deeds[0]!;
  const hindrance: Hindrance =
    save.kind !== 'saved'
      ? 'pending'
      : plan.stale
        ? 'stale'
        : next === 'submit' && plan.changedGridCount === 0
          ? 'unchanged'
          : next === 'submit' && check && !check.isSound
            ? 'unsound'
            : null;
  return (
    <div className="plan-deeds">
      <div className="cover-buttons">
        {deeds.map((each, index) => (
          <Button
            key={each}
            variant={index === 0 ? 'primary' : each === 'withdraw' ? 'quiet' : 'plain'}
            isDisabled={index === 0 && hindrance !== null}
            data-testid={`plan-${each}`}
            onPress={() => setDeed(each)}
          >
            {t(`plans.deed.${each}.open`)}
          </Button>
        ))}
      </div>
      <p className="cover-hint">
        {hindrance ? t(`plans.hindrance.${hindrance}`) : t(`plans.deed.${next}.next`)}
      </p>
      {deed && <DeedDialog {...props} deed={deed} onClose={() => setDeed(null)} />}
    </div>
  );
}
