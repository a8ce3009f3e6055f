import { useCallback, useMemo } from 'react';
import { useQuery } from 'urql';
import { IncidentKindsDocument } from '../../graphql/generated/graphql.js';
import { usePreferenceStore } from '../../state/preference-store.js';

/** Names incident kinds in the language of the screen; a kind outside the catalogue shows its code. */
export function useKindName(): (code: string) => string {
  const language = usePreferenceStore((state) => state.language);
  const [{ data }] = useQuery({ query: IncidentKindsDocument });
  const kinds = useMemo(() => new Map(data?.incidentKinds.map((kind) => [kind.code, kind])), [data]);
  return useCallback(
    (code) => {
      const kind = kinds.get(code);
      return (language === 'en' ? kind?.nameEn : kind?.name) || kind?.name || code;
    },
    [kinds, language],
  );
}
