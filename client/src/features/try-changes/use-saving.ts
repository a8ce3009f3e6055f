import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioFragment } from '../../graphql/generated/travel/graphql.js';
import { useCoverStore } from '../../state/cover-store.js';
import { showToast } from '../../ui/toast.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { isConflict, toOpen, type ScenarioToSave, type useScenarios } from './use-scenarios.js';

/** Saves what is being tried: the deed, what went wrong with it, and the newer version where there is one. */
export function useSaving({ save, read }: Pick<ReturnType<typeof useScenarios>, 'save' | 'read'>) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<ScenarioFragment | null>(null);
  /** True when it is saved; it is then the one that is worked on, unless told otherwise. */
  const store = async (scenario: ScenarioToSave, isOpened = true): Promise<boolean> => {
    setPending(true);
    setProblem(null);
    const { saved, error } = await save(scenario);
    const newer = error && isConflict(error) && scenario.id ? await read(scenario.id) : null;
    setPending(false);
    setTheirs(newer);
    if (saved) {
      if (isOpened) useCoverStore.getState().setScenario(toOpen(saved));
      showToast({ text: t('plan.scenario.saved', { name: saved.name }), tone: 'success' });
      return true;
    }
    if (!newer && error) {
      setProblem(errorWords(error));
      showToast({ text: t('plan.scenario.notSaved', { problem: errorWords(error) }), tone: 'danger' });
    }
    return false;
  };
  return {
    store,
    isPending,
    problem,
    theirs,
    forgetTheirs: () => setTheirs(null),
    clear: () => setProblem(null),
  };
}
