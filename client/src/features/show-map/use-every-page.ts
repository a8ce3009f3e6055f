import { useEffect, useMemo, useState } from 'react';
import { useQuery, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';

export interface Connection<Node> {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  edges: { node: Node }[];
}

export interface EveryPage<Node> {
  nodes: Node[];
  isLoading: boolean;
  /** The last page has come. */
  isComplete: boolean;
  error: CombinedError | null;
  refresh(): void;
}

/** As large as the server allows. */
const pageSize = 1000;

/**
 * Reads a whole list page after page, for sets that the map shows in full (posts, risk points, units, grids). The
 * cache joins the pages. `getConnection` must be a stable function.
 */
export function useEveryPage<Data, Node, Variables extends object = object>(
  query: TypedDocumentNode<Data, { first: number; after?: string | null } & Variables>,
  getConnection: (data: Data) => Connection<Node>,
  isPaused = false,
  variables: Variables = {} as Variables,
): EveryPage<Node> {
  const key = JSON.stringify(variables);
  const [page, setPage] = useState<{ key: string; after: string | null }>({ key, after: null });
  const after = page.key === key ? page.after : null;
  const [{ data, error, fetching }, execute] = useQuery<Data, AnyVariables>({
    query: query as TypedDocumentNode<Data, AnyVariables>,
    variables: { ...variables, first: pageSize, after },
    pause: isPaused,
  });
  const connection = useMemo(() => (data ? getConnection(data) : null), [data, getConnection]);
  const { hasNextPage, endCursor } = connection?.pageInfo ?? {};
  useEffect(() => {
    if (hasNextPage && endCursor && !fetching) setPage({ key, after: endCursor });
  }, [hasNextPage, endCursor, fetching, key]);
  return {
    nodes: useMemo(() => connection?.edges.map(({ node }) => node) ?? [], [connection]),
    isLoading: fetching && !data,
    isComplete: connection !== null && !connection.pageInfo.hasNextPage,
    error: error && !data ? error : null,
    refresh: () => execute({ requestPolicy: 'network-only' }),
  };
}
