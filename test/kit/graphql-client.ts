/** What came back over HTTP, errors and all. */
export interface GraphQLAnswer<Data> {
  status: number;
  headers: Headers;
  data?: Data | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; [key: string]: unknown };
  }[];
}

export interface GraphQLClient {
  /** The answer as it came, for tests of refusals. */
  execute<Data = Record<string, unknown>>(document: string, variables?: object): Promise<GraphQLAnswer<Data>>;
  /**
   * The data of an operation that has to succeed.
   *
   * @throws an error with all messages when the answer carries any
   */
  query<Data = Record<string, unknown>>(document: string, variables?: object): Promise<Data>;
}

/**
 * Talks to `/graphql` as any program would.
 *
 * @param url the server's address, without a path
 * @param headers sent each time, e.g. `{ 'accept-language': 'en' }`
 */
export function createGraphQLClient(url: string, headers: Record<string, string> = {}): GraphQLClient {
  async function execute<Data>(query: string, variables: object = {}): Promise<GraphQLAnswer<Data>> {
    const response = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Pick<GraphQLAnswer<Data>, 'data' | 'errors'>;
    return { status: response.status, headers: response.headers, ...body };
  }
  return {
    execute,
    async query<Data>(document: string, variables?: object) {
      const { data, errors, status } = await execute<Data>(document, variables);
      if (errors?.length)
        throw new Error(errors.map((error) => `${error.extensions.code}: ${error.message}`).join('\n'));
      if (!data) throw new Error(`No data (HTTP ${status}).`);
      return data;
    },
  };
}
