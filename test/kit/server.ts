import { startServer, type RunningServer } from '@maplebridge/server/server';
import { afterAll, beforeAll } from 'vitest';
import { describeOnBothDatabases, type TestDatabase } from './databases.js';
import { createGraphQLClient, type GraphQLClient } from './graphql-client.js';

/** A running server over a fresh database, and a client of it that asks in English. */
export interface TestApi extends GraphQLClient {
  readonly test: TestDatabase;
  /** Address without a slash at the end; known once the tests of the suite run. */
  readonly url: string;
}

/** Runs a suite against the real HTTP server, once on each kind of database. */
export function describeApi(name: string, suite: (api: TestApi) => void): void {
  describeOnBothDatabases(name, (test) => suite(serveDuringSuite(test)));
}

/** Starts the HTTP server on a free port before the tests of the suite around it, and stops it after them. */
export function serveDuringSuite(test: TestDatabase): TestApi {
  let server: RunningServer | undefined;
  let client: GraphQLClient | undefined;
  const running = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The server runs only while the tests of its suite do.');
    return value;
  };
  beforeAll(async () => {
    server = await startServer({ database: test.database, port: 0 });
    client = createGraphQLClient(server.url, { 'accept-language': 'en' });
  });
  afterAll(async () => {
    await server?.close();
    server = client = undefined;
  });
  return {
    test,
    get url() {
      return running(server).url;
    },
    execute: (document, variables) => running(client).execute(document, variables),
    query: (document, variables) => running(client).query(document, variables),
  };
}
