import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAddress, hasUnsaved, useCoverStore } from '../../state/cover-store.js';
import { Button } from '../../ui/button.js';
import { StatusChip } from '../../ui/status-chip.js';
import { showToast } from '../../ui/toast.js';
import { copyShareAddress } from '../share-view/share-address.js';
import { ConflictDialog } from './conflict-dialog.js';
import type { Post } from './ghost-posts.js';
import { SaveDialog } from './save-dialog.js';
import './scenario-bar.css';
import { toOpen, type useScenarios } from './use-scenarios.js';
import { useSaving } from './use-saving.js';

interface ScenarioBarProps {
  scenarios: ReturnType<typeof useScenarios>;
  posts: ReadonlyMap<string, Post>;
}

/** What is being worked on, whether it is saved, and the ways to keep, share or drop it. */
export function ScenarioBar({ scenarios, posts }: ScenarioBarProps) {
  const { t } = useTranslation();
  const { changes, scenario, setChanges, setScenario, open } = useCoverStore();
  const isUnsaved = hasUnsaved({ changes, scenario });
  const [isNaming, setNaming] = useState(false);
  const { store, isPending, problem, theirs, forgetTheirs, clear } = useSaving(scenarios);
  if (changes.length === 0 && !scenario) return null;
  const drop = (): void => {
    open(null);
    showToast({
      text: t('plan.cleared'),
      action: {
        label: t('toast.undo'),
        onPress: () => {
          setScenario(scenario);
          setChanges(changes);
        },
      },
    });
  };
  const saveChanges = (): void => {
    if (scenario) void store({ ...scenario, changes });
    else setNaming(true);
  };
  return (
    <div className="scenario-bar">
      <p>
        <b>{scenario?.name ?? t('plan.scenario.unnamed')}</b>
        {isUnsaved && <StatusChip tone="warning">{t('plan.scenario.unsaved')}</StatusChip>}
      </p>
      {scenario?.note && <p className="cover-hint">{scenario.note}</p>}
      <div className="cover-buttons">
        <Button
          size="small"
          variant="primary"
          isDisabled={!isUnsaved || changes.length === 0}
          isPending={isPending}
          onPress={saveChanges}
        >
          {t(scenario ? 'plan.saveChanges' : 'plan.saveAs')}
        </Button>
        {scenario && (
          <Button size="small" isDisabled={changes.length === 0} onPress={() => setNaming(true)}>
            {t('plan.saveAsNew')}
          </Button>
        )}
        <Button size="small" icon="link" onPress={() => void copyLink()}>
          {t('plan.copyLink')}
        </Button>
        <Button size="small" variant="quiet" onPress={drop}>
          {t('plan.clear')}
        </Button>
      </div>
      {isNaming && (
        <SaveDialog
          title={t('plan.saveAs')}
          name={scenario ? t('plan.scenario.copyOf', { name: scenario.name }) : ''}
          note={scenario?.note ?? ''}
          error={problem}
          isPending={isPending}
          onClose={() => {
            setNaming(false);
            clear();
          }}
          onSave={(name, note) =>
            void store({ name, note: note || null, changes }).then((isSaved) => isSaved && setNaming(false))
          }
        />
      )}
      {theirs && scenario && (
        <ConflictDialog
          mine={{ name: scenario.name, changes }}
          theirs={theirs}
          posts={posts}
          isPending={isPending}
          onClose={forgetTheirs}
          onKeepMine={() => void store({ ...scenario, version: theirs.version, changes })}
          onTakeTheirs={() => {
            open(toOpen(theirs));
            forgetTheirs();
          }}
          onSaveAsNew={() => {
            forgetTheirs();
            setNaming(true);
          }}
        />
      )}
    </div>
  );

  async function copyLink(): Promise<void> {
    const state = useCoverStore.getState();
    if (hasUnsaved(state) && state.changes.length > 0 && !formatAddress(state).changes) {
      showToast({ text: t('plan.tooLongForLink'), tone: 'warning' });
      return;
    }
    const isCopied = await copyShareAddress();
    showToast({
      text: t(isCopied ? 'plan.linkCopied' : 'toast.linkNotCopied'),
      tone: isCopied ? 'success' : 'warning',
    });
  }
}
