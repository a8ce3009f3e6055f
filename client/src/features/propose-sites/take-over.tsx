import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SitingFragment } from '../../graphql/generated/travel/graphql.js';
import { useCoverStore } from '../../state/cover-store.js';
import { Button } from '../../ui/button.js';
import { showToast } from '../../ui/toast.js';
import { SaveDialog } from '../try-changes/save-dialog.js';
import { useScenarios } from '../try-changes/use-scenarios.js';
import { useSaving } from '../try-changes/use-saving.js';

/** Takes the sites over as changes to try, in place of those there are or beside them, or keeps them as a scenario. */
export function TakeOver({ job: { changes } }: { job: SitingFragment }) {
  const { t } = useTranslation();
  const tried = useCoverStore((state) => state.changes);
  const [isNaming, setNaming] = useState(false);
  const { save, problem, isPending, clear } = useSavingApart();
  const apply = (isBeside: boolean): void => {
    const { scenario, open, setChanges, setScenario, setPart } = useCoverStore.getState();
    if (!isBeside) open(null);
    setChanges(isBeside ? [...tried, ...changes] : changes);
    setPart('changes');
    showToast({
      text: t('siting.applied', { count: changes.length }),
      action: {
        label: t('toast.undo'),
        onPress: () => {
          setScenario(scenario);
          setChanges(tried);
        },
      },
    });
  };
  return (
    <div className="cover-buttons">
      <Button variant="primary" onPress={() => apply(false)}>
        {t('siting.apply')}
      </Button>
      {tried.length > 0 && <Button onPress={() => apply(true)}>{t('siting.applyBeside')}</Button>}
      <Button onPress={() => setNaming(true)}>{t('plan.saveAs')}</Button>
      {isNaming && (
        <SaveDialog
          title={t('plan.saveAs')}
          name={t('siting.defaultName', { count: changes.length })}
          note=""
          error={problem}
          isPending={isPending}
          onClose={() => {
            setNaming(false);
            clear();
          }}
          onSave={(name, note) =>
            void save({ name, note: note || null, changes }).then((isSaved) => isSaved && setNaming(false))
          }
        />
      )}
    </div>
  );
}

/** Saves without opening: what is being tried stays as it is. */
function useSavingApart() {
  const { store, ...rest } = useSaving(useScenarios());
  return { ...rest, save: (scenario: Parameters<typeof store>[0]) => store(scenario, false) };
}
