import { useEffect, useState } from 'react';
import { useQuery, type Client } from 'urql';
import { GridNameDocument, SearchDocument, type SearchQuery } from '../../graphql/generated/graphql.js';
import { useReachStore } from '../../state/reach-store.js';
import type { SelectableKind } from '../../state/selection.js';
import { useViewStore, type Bounds } from '../../state/view-store.js';

export type SearchResult = SearchQuery['search'][number];

const selectableKinds: Record<SearchResult['kind'], SelectableKind | null> = {
  TERRITORY: 'grid',
  POST: 'post',
  RISK_POINT: 'riskPoint',
  INCIDENT: 'incident',
  UNIT: 'unit',
  STREET: null,
  PLACE: null,
  ADDRESS: null,
};

const debounceMilliseconds = 200;

/** The text once it has not changed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), debounceMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What the server finds for a text that is being typed. */
export function useSearchResults(text: string): {
  results: SearchResult[];
  isLoading: boolean;
  hasFailed: boolean;
} {
  const typed = text.trim();
  const wanted = useSettled(typed);
  const [{ data, fetching, error }] = useQuery({
    query: SearchDocument,
    variables: { text: wanted },
    pause: wanted === '',
  });
  return {
    results: wanted === '' || typed === '' ? [] : (data?.search ?? []),
    isLoading: typed !== '' && (fetching || wanted !== typed),
    hasFailed: error !== undefined && !fetching,
  };
}

/** What tells results apart: ids are unique within a kind only. */
export function keyOfResult({ kind, id }: Pick<SearchResult, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

/** Goes to a result and shows what is known of it; what is no record is marked. */
export async function visitResult(client: Client, result: SearchResult): Promise<void> {
  const { id, kind, name, detail, location, bounds } = result;
  const { select, goTo } = useViewStore.getState();
  if (bounds?.length === 4 && kind !== 'POST') goTo({ kind: 'bounds', bounds: bounds as Bounds });
  else if (location?.type === 'Point') {
    const [longitude, latitude] = location.coordinates as [number, number];
    goTo({ kind: 'point', longitude, latitude, zoom: 16 });
  }
  const point = location?.type === 'Point' ? location.coordinates : null;
  useReachStore.getState().setFound(
    selectableKinds[kind] === null && point
      ? {
          longitude: point[0]!,
          latitude: point[1]!,
          name,
          detail: detail ?? null,
          isStreet: kind === 'STREET',
        }
      : null,
  );
  const selectable = selectableKinds[kind];
  if (kind === 'TERRITORY') {
    const { data } = await client.query(GridNameDocument, { id }).toPromise();
    select({ kind: data?.grid ? 'grid' : 'territory', id });
  } else select(selectable && { kind: selectable, id });
}
