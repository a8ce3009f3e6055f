import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation, useQuery, type CombinedError } from 'urql';
import {
  CoverScenarioDocument,
  CoverScenariosDocument,
  DeleteCoverScenarioDocument,
  SaveCoverScenarioDocument,
  type ScenarioFragment,
} from '../../graphql/generated/travel/graphql.js';
import { useCoverStore, type OpenScenario } from '../../state/cover-store.js';
import type { PostChange } from '../../state/post-changes.js';
import { showToast } from '../../ui/toast.js';

/** A scenario as the panel works on it. */
export const toOpen = ({ id, version, name, note, changes }: ScenarioFragment): OpenScenario => ({
  id,
  version,
  name,
  note,
  changes,
});

/** Whether somebody else saved a newer version meanwhile. */
export const isConflict = (error: CombinedError): boolean =>
  error.graphQLErrors.some(({ extensions }) => extensions.code === 'CONFLICT');

export interface ScenarioToSave {
  /** Both given: replaces that one. */
  id?: string;
  version?: number;
  name: string;
  note: string | null;
  changes: PostChange[];
}

/** The scenarios there are, and how to save, delete and read one anew. */
export function useScenarios() {
  const client = useClient();
  const [{ data, error, fetching }, refresh] = useQuery({
    query: CoverScenariosDocument,
    requestPolicy: 'cache-and-network',
  });
  const [, saveMutation] = useMutation(SaveCoverScenarioDocument);
  const [, deleteMutation] = useMutation(DeleteCoverScenarioDocument);
  const refreshList = useCallback(() => refresh({ requestPolicy: 'network-only' }), [refresh]);
  const save = async (scenario: ScenarioToSave) => {
    const result = await saveMutation({ input: scenario });
    if (result.data) refreshList();
    return { saved: result.data?.saveCoverScenario ?? null, error: result.error ?? null };
  };
  const remove = async (id: string): Promise<CombinedError | null> => {
    const result = await deleteMutation({ id });
    refreshList();
    return result.error ?? null;
  };
  const read = async (id: string): Promise<ScenarioFragment | null> => {
    const result = await client
      .query(CoverScenarioDocument, { id }, { requestPolicy: 'network-only' })
      .toPromise();
    return result.data?.coverScenario ?? null;
  };
  return {
    scenarios: data?.coverScenarios ?? null,
    error: error && !data ? error : null,
    isLoading: fetching && !data,
    refresh: refreshList,
    save,
    remove,
    read,
  };
}

/** Opens the scenario that an address named, once it has been read. */
export function useWantedScenario(): void {
  const { t } = useTranslation();
  const wanted = useCoverStore((state) => state.wantedScenario);
  const [{ data, fetching }] = useQuery({
    query: CoverScenarioDocument,
    variables: { id: wanted ?? '' },
    pause: wanted === null,
    requestPolicy: 'network-only',
  });
  const found = data?.coverScenario;
  useEffect(() => {
    if (wanted === null || fetching || found === undefined) return;
    const { changes, open, setScenario } = useCoverStore.getState();
    if (found === null) {
      showToast({ text: t('plan.scenario.gone'), tone: 'warning' });
      setScenario(null);
    } else if (found.id !== wanted) return;
    // An address may carry changes on top of the scenario it names.
    else if (changes.length > 0) setScenario(toOpen(found));
    else open(toOpen(found));
  }, [wanted, fetching, found, t]);
}
