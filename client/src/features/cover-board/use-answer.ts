import { use, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';
import { useConnectionStore } from '../../state/connection-store.js';
import { useNow } from '../../state/use-now.js';
import { NetworkVersion } from './network-version.js';

export interface Answer<Data> {
  /** The last answer, perhaps to a former question. */
  data: Data | undefined;
  /** Whether `data` answers a former question: the next answer is on its way. */
  isOld: boolean;
  isLoading: boolean;
  error: CombinedError | null;
  retry(): void;
}

/** Asks a question whose former answer stays on show, marked as old, until the next one comes. */
export function useAnswer<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { pause = false, refreshMilliseconds = 0 } = {},
): Answer<Data> {
  const [{ data, error, fetching }, execute] = useQuery<Data, AnyVariables>({
    query: query as TypedDocumentNode<Data, AnyVariables>,
    variables,
    pause,
    requestPolicy: 'cache-and-network',
  });
  const present = data ?? undefined;
  const [last, setLast] = useState(present);
  if (present !== undefined && present !== last) setLast(present);
  const beat = useNow(refreshMilliseconds || 86_400_000);
  const [beaten, setBeaten] = useState(beat);
  useEffect(() => {
    if (!refreshMilliseconds || pause || beat === beaten) return;
    setBeaten(beat);
    if (!document.hidden) execute({ requestPolicy: 'network-only' });
  }, [beat, beaten, pause, refreshMilliseconds, execute]);
  // Another network, or a server that was away, has other numbers, and no longer the tiles of the former ones.
  const version = use(NetworkVersion);
  const isAway = useConnectionStore(({ mode }) => mode === 'offline');
  const [asked, setAsked] = useState({ version, isAway });
  useEffect(() => {
    if (asked.version === version && asked.isAway === isAway) return;
    setAsked({ version, isAway });
    if (!isAway && !pause && (asked.isAway || asked.version !== null))
      execute({ requestPolicy: 'network-only' });
  }, [asked, version, isAway, pause, execute]);
  return {
    data: present ?? last,
    isOld: fetching && last !== undefined,
    isLoading: fetching && last === undefined,
    error: error && !fetching ? error : null,
    retry: () => execute({ requestPolicy: 'network-only' }),
  };
}

/** What went wrong, in the server's words where it has some. */
export function useErrorWords(): (error: CombinedError) => string {
  const { t } = useTranslation();
  return (error) => error.graphQLErrors[0]?.message ?? t('error.server');
}
