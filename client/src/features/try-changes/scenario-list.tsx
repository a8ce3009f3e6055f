import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioFragment } from '../../graphql/generated/travel/graphql.js';
import { formatShort } from '../../i18n/format.js';
import { hasUnsaved, useCoverStore } from '../../state/cover-store.js';
import { useNow } from '../../state/use-now.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { IconButton } from '../../ui/icon-button.js';
import { Menu } from '../../ui/menu.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { showToast } from '../../ui/toast.js';
import { Section } from '../cover-board/section.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { SaveDialog } from './save-dialog.js';
import './scenario-list.css';
import { toOpen, type useScenarios } from './use-scenarios.js';

interface ScenarioListProps {
  scenarios: ReturnType<typeof useScenarios>;
  onCompare(id: string): void;
}

/** The scenarios that were saved: open one, rename it, compare it, delete it. */
export function ScenarioList({ scenarios: room, onCompare }: ScenarioListProps) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const { scenarios, error, isLoading, refresh, save, remove } = room;
  const opened = useCoverStore((state) => state.scenario);
  const [asked, setAsked] = useState<{
    deed: 'open' | 'delete' | 'rename';
    scenario: ScenarioFragment;
  } | null>(null);
  const [isRenaming, setRenaming] = useState(false);
  const open = (scenario: ScenarioFragment): void => {
    useCoverStore.getState().open(toOpen(scenario));
    setAsked(null);
  };
  const askToOpen = (scenario: ScenarioFragment): void => {
    if (hasUnsaved(useCoverStore.getState())) setAsked({ deed: 'open', scenario });
    else open(scenario);
  };
  const deleteIt = async ({ id, name, note, changes }: ScenarioFragment): Promise<void> => {
    setAsked(null);
    const problem = await remove(id);
    if (problem) {
      showToast({ text: t('plan.scenario.notDeleted', { problem: errorWords(problem) }), tone: 'danger' });
      return;
    }
    // What lies on the map stays, as something not saved.
    if (useCoverStore.getState().scenario?.id === id) useCoverStore.getState().setScenario(null);
    showToast({
      text: t('plan.scenario.deleted', { name }),
      action: { label: t('toast.undo'), onPress: () => void save({ name, note, changes }) },
    });
  };
  return (
    <Section title={t('plan.scenarios')}>
      {error ? (
        <Notice
          kind="error"
          title={t('plan.scenario.listFailed')}
          action={{ label: t('action.retry'), onPress: refresh }}
        >
          {errorWords(error)}
        </Notice>
      ) : isLoading || !scenarios ? (
        <Skeleton shape="lines" count={2} label={t('loading')} />
      ) : scenarios.length === 0 ? (
        <p className="cover-hint">{t('plan.scenario.none')}</p>
      ) : (
        <>
          <ul className="scenario-list">
            {scenarios.map((scenario) => (
              <Row
                key={scenario.id}
                scenario={scenario}
                isOpened={scenario.id === opened?.id}
                onOpen={() => askToOpen(scenario)}
                onCompare={() => onCompare(scenario.id)}
                onAsk={(deed) => setAsked({ deed, scenario })}
              />
            ))}
          </ul>
          <Button size="small" icon="table" onPress={() => onCompare(scenarios[0]!.id)}>
            {t('plan.compare.open')}
          </Button>
        </>
      )}
      {asked && asked.deed !== 'rename' && (
        <ConfirmDialog
          title={t(`plan.ask.${asked.deed}Title`, { name: asked.scenario.name })}
          consequence={t(`plan.ask.${asked.deed}Text`)}
          confirmLabel={t(`plan.ask.${asked.deed}`)}
          cancelLabel={t('plan.cancel')}
          isDangerous={asked.deed === 'delete'}
          onCancel={() => setAsked(null)}
          onConfirm={() => (asked.deed === 'open' ? open(asked.scenario) : void deleteIt(asked.scenario))}
        />
      )}
      {asked?.deed === 'rename' && (
        <SaveDialog
          title={t('plan.rename')}
          name={asked.scenario.name}
          note={asked.scenario.note ?? ''}
          error={null}
          isPending={isRenaming}
          onClose={() => setAsked(null)}
          onSave={(name, note) => void rename(asked.scenario, name, note)}
        />
      )}
    </Section>
  );

  async function rename(scenario: ScenarioFragment, name: string, note: string): Promise<void> {
    const { id, version, changes } = scenario;
    setRenaming(true);
    const { saved, error: problem } = await save({ id, version, name, note: note || null, changes });
    setRenaming(false);
    if (problem) {
      showToast({ text: t('plan.scenario.notSaved', { problem: errorWords(problem) }), tone: 'danger' });
      refresh();
      return;
    }
    // Its changes as they are being tried stay; only its name and version are new.
    if (saved && opened?.id === id) useCoverStore.getState().setScenario(toOpen(saved));
    setAsked(null);
  }
}

interface RowProps {
  scenario: ScenarioFragment;
  isOpened: boolean;
  onOpen(): void;
  onCompare(): void;
  onAsk(deed: 'rename' | 'delete'): void;
}

function Row({ scenario, isOpened, onOpen, onCompare, onAsk }: RowProps) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const now = useNow(60_000);
  const { name, note, changes, updatedAt } = scenario;
  return (
    <li data-opened={isOpened || undefined}>
      <button type="button" aria-pressed={isOpened} onClick={onOpen}>
        <b>{name}</b>
        <span>
          {t('plan.scenario.meta', { count: changes.length, time: formatShort(updatedAt, now, locale) })}
          {note && ` · ${note}`}
        </span>
      </button>
      <Menu
        label={t('plan.scenario.menu', { name })}
        trigger={<IconButton icon="more" size="small" label={t('plan.scenario.menu', { name })} />}
        groups={[
          {
            id: 'own',
            items: [
              { id: 'open', icon: 'external', label: t('plan.openScenario'), onAction: onOpen },
              { id: 'rename', icon: 'edit', label: t('plan.rename'), onAction: () => onAsk('rename') },
              { id: 'compare', icon: 'table', label: t('plan.compare.with'), onAction: onCompare },
              {
                id: 'delete',
                icon: 'remove',
                label: t('plan.delete'),
                isDangerous: true,
                onAction: () => onAsk('delete'),
              },
            ],
          },
        ]}
      />
    </li>
  );
}
