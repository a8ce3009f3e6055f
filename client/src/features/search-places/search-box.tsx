import { useRef, useState, type ReactNode } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover, type Key } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useIsNarrow } from '../../state/use-screen.js';
import { Icon } from '../../ui/icon.js';
import './search-box.css';
import { SearchResultRow } from './search-result-row.js';
import { keyOfResult, useSearchResults, visitResult, type SearchResult } from './search-results.js';

/** Search by name or code; choosing a result goes there and selects it. `end` stands at the end of the field. */
export function SearchBox({ end }: { end?: ReactNode }) {
  const { t } = useTranslation();
  const client = useClient();
  const isNarrow = useIsNarrow();
  const field = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const { results, isLoading, hasFailed } = useSearchResults(text);
  const choose = (key: Key | null): void => {
    const result = results.find((each) => keyOfResult(each) === key);
    if (!result) return;
    // An empty field closes the list and is ready for the next search.
    setText('');
    void visitResult(client, result);
  };
  const emptyText = hasFailed ? t('error.search') : isLoading ? t('loading') : t('search.none');
  return (
    <ComboBox
      className="search-box"
      aria-label={t('search.label')}
      items={results}
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      onSelectionChange={choose}
      allowsEmptyCollection={text.trim() !== ''}
      menuTrigger="input"
      defaultFilter={() => true}
    >
      <div className="search-field" ref={field}>
        <Icon name="search" />
        <Input placeholder={t(isNarrow ? 'search.short' : 'search.placeholder')} data-testid="search" />
        {end}
      </div>
      <Popover className="ui-popover search-popover" offset={4} triggerRef={field} placement="bottom start">
        <ListBox<SearchResult>
          className="search-list"
          renderEmptyState={() => <p className="search-empty">{emptyText}</p>}
        >
          {(result) => (
            <ListBoxItem id={keyOfResult(result)} textValue={result.name} className="search-item">
              <SearchResultRow result={result} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
