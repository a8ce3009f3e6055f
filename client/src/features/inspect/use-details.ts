import { useQuery, type TypedDocumentNode } from 'urql';

/** Reads one record by id. `refresh` asks the server again. */
export function useDetails<Data, Variables extends { id: string }>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) {
  const [{ data, error, fetching }, execute] = useQuery<Data, { id: string }>({
    query: query as unknown as TypedDocumentNode<Data, { id: string }>,
    variables,
    requestPolicy: 'cache-and-network',
  });
  return {
    data,
    state: {
      isLoading: fetching,
      error: error && !data ? error : null,
      retry: () => execute({ requestPolicy: 'network-only' }),
    },
  };
}
