import { useEffect, useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover, type Key } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery, type Client } from 'urql';
import { GridNameDocument, SearchDocument, type SearchQuery } from '../../graphql/generated/graphql.js';
import type { SelectableKind } from '../../state/selection.js';
import { useViewStore, type Bounds } from '../../state/view-store.js';
import { Icon } from '../../ui/icon.js';
import './search-box.css';

type Result = SearchQuery['search'][number];

const selectableKinds: Record<Result['kind'], SelectableKind | null> = {
  TERRITORY: 'grid',
  POST: 'post',
  RISK_POINT: 'riskPoint',
  INCIDENT: 'incident',
  UNIT: 'unit',
  STREET: null,
};

const debounceMilliseconds = 200;

function useDebounced(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), debounceMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Search by name or code; choosing a result goes there and selects it. */
export function SearchBox() {
  const { t } = useTranslation();
  const client = useClient();
  const [text, setText] = useState('');
  const wanted = useDebounced(text.trim());
  const [{ data, fetching, error }] = useQuery({
    query: SearchDocument,
    variables: { text: wanted },
    pause: wanted === '',
  });
  const results = wanted === '' ? [] : (data?.search ?? []);
  const choose = (key: Key | null): void => {
    const result = results.find((each) => keyOf(each) === key);
    if (!result) return;
    // An empty field closes the list and is ready for the next search.
    setText('');
    void visit(client, result);
  };
  const emptyText = error
    ? t('error.search')
    : fetching || wanted !== text.trim()
      ? t('loading')
      : t('search.none');
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
      <div className="search-field">
        <Icon name="search" />
        <Input placeholder={t('search.placeholder')} data-testid="search" />
      </div>
      <Popover className="popover search-popover" offset={4}>
        <ListBox<Result>
          className="search-list"
          renderEmptyState={() => <p className="search-empty">{emptyText}</p>}
        >
          {(result) => (
            <ListBoxItem id={keyOf(result)} textValue={result.name} className="search-item">
              <span className="search-kind">{t(`searchKind.${result.kind}`)}</span>
              <span className="search-name">{result.name}</span>
              {result.detail && <span className="search-detail">{result.detail}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function keyOf({ kind, id }: Result): string {
  return `${kind}:${id}`;
}

async function visit(client: Client, { id, kind, location, bounds }: Result): Promise<void> {
  const { select, goTo } = useViewStore.getState();
  const selectable = selectableKinds[kind];
  if (bounds?.length === 4 && kind !== 'POST') goTo({ kind: 'bounds', bounds: bounds as Bounds });
  else if (location?.type === 'Point') {
    const [longitude, latitude] = location.coordinates as [number, number];
    goTo({ kind: 'point', longitude, latitude, zoom: 16 });
  }
  // Territory may be a town or a community, which is gone to but has no details of its own.
  const isGrid =
    kind !== 'TERRITORY' || (await client.query(GridNameDocument, { id }).toPromise()).data?.grid;
  select(selectable && isGrid ? { kind: selectable, id } : null);
}
