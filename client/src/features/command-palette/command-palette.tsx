import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
  type Key,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useRecentStore } from '../../state/recent-store.js';
import { Dialog } from '../../ui/dialog.js';
import { Icon } from '../../ui/icon.js';
import { Kbd } from '../../ui/kbd.js';
import type { Action } from '../run-actions/action.js';
import { useActionContext } from '../run-actions/action-context.js';
import { isMac, writeShortcut } from '../run-actions/shortcut.js';
import { SearchResultRow } from '../search-places/search-result-row.js';
import { useSearchResults, visitResult } from '../search-places/search-results.js';
import './command-palette.css';
import { listEntries, type PaletteEntry } from './list-entries.js';

/** One list over places, records and actions: type, go with the arrow keys, press Enter. */
export function CommandPalette({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const client = useClient();
  const context = useActionContext();
  const [query, setQuery] = useState('');
  const { results, isLoading, hasFailed } = useSearchResults(query);
  const recent = useRecentStore((state) => state.recent);
  const remember = useRecentStore((state) => state.remember);
  const groups = useMemo(() => listEntries(query, results, recent, t), [query, results, recent, t]);

  const choose = (key: Key): void => {
    const entry = groups.flatMap(({ entries }) => entries).find((each) => each.key === key);
    if (!entry) return;
    onClose();
    if (entry.type === 'action') {
      remember({ type: 'action', id: entry.action.id });
      // After the dialog has given the focus back: an action may put it elsewhere.
      setTimeout(() => entry.action.run(context));
      return;
    }
    const { id, kind, name, detail, location, bounds } = entry.result;
    // Incidents pass; what was searched for today is nobody's business tomorrow.
    if (kind !== 'INCIDENT')
      remember({ type: 'place', id, kind, name, detail: detail ?? null, place: { location, bounds } });
    void visitResult(client, entry.result);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onClose();
  };

  const status = hasFailed ? t('error.search') : isLoading ? t('palette.searching') : null;
  return (
    <Dialog
      title={t('command.palette')}
      isOpen
      onClose={onClose}
      closeLabel={t('action.close')}
      placement="top"
      size="medium"
      isHeadHidden
    >
      <div className="palette" data-testid="palette" onKeyDown={onKeyDown}>
        <Autocomplete inputValue={query} onInputChange={setQuery}>
          <SearchField className="palette-field" aria-label={t('palette.label')} autoFocus>
            <Icon name="search" />
            <Input placeholder={t('palette.placeholder')} />
            <span className="palette-status" role="status" data-failed={hasFailed}>
              {status}
            </span>
          </SearchField>
          <ListBox
            className="palette-list"
            aria-label={t('palette.results')}
            selectionMode="none"
            onAction={choose}
            renderEmptyState={() => (
              <div className="palette-empty">
                <p>{isLoading ? t('palette.searching') : t('palette.none', { query })}</p>
                {!isLoading && <p className="muted">{t('palette.noneHint')}</p>}
              </div>
            )}
          >
            {groups.map(({ id, title, entries }) => (
              <ListBoxSection key={id} id={id}>
                <Header className="palette-group">{title}</Header>
                <Collection items={entries}>{(entry) => <PaletteRow entry={entry} />}</Collection>
              </ListBoxSection>
            ))}
          </ListBox>
        </Autocomplete>
        <footer className="palette-foot" aria-hidden="true">
          <Hint keys="↑ ↓">{t('palette.move')}</Hint>
          <Hint keys="Enter">{t('palette.choose')}</Hint>
          <Hint keys="Esc">{t('palette.close')}</Hint>
        </footer>
      </div>
    </Dialog>
  );
}

function Hint({ keys, children }: { keys: string; children: ReactNode }) {
  return (
    <span>
      <Kbd keys={keys} />
      {children}
    </span>
  );
}

function PaletteRow({ entry }: { entry: PaletteEntry }) {
  return (
    <ListBoxItem
      id={entry.key}
      textValue={entry.text}
      className="palette-item"
      data-testid={`palette-${entry.key}`}
    >
      {entry.type === 'action' ? (
        <ActionRow action={entry.action} />
      ) : (
        <SearchResultRow result={entry.result} />
      )}
    </ListBoxItem>
  );
}

function ActionRow({ action }: { action: Action }) {
  const { t } = useTranslation();
  const isOn = action.isOn?.();
  return (
    <>
      <Icon name={action.icon} size="small" />
      <span className="palette-name">{action.label(t)}</span>
      {isOn !== undefined && (
        <span className="palette-state" data-on={isOn}>
          {t(isOn ? 'palette.on' : 'palette.off')}
        </span>
      )}
      {action.shortcut && <Kbd keys={writeShortcut(action.shortcut, isMac)} />}
    </>
  );
}
