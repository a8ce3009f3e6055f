import type { Database } from '@maplebridge/server/database/index';
import { startServer, type RunningServer } from '@maplebridge/server/server';
import { afterAll, beforeAll } from 'vitest';
import type { TestDatabase } from '../kit/databases.js';
import { createGraphQLClient, type GraphQLClient } from '../kit/graphql-client.js';

/** A server for a browser, which may be stopped and started again where it was. */
export interface Site extends GraphQLClient {
  /** Address without a slash at the end; the same after a restart. */
  readonly url: string;
  readonly database: Database;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/**
 * Fills a database and serves it during the suite around it.
 *
 * @param seed runs once, before the server starts
 * @param options `simulated` marks the county on screen, as the demo's is
 */
export function serveSite(
  test: TestDatabase,
  seed: (database: Database) => Promise<unknown>,
  { simulated = false } = {},
): Site {
  let server: RunningServer | undefined;
  let port = 0;
  let client: GraphQLClient | undefined;
  const running = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The site is up only while the tests of its suite run.');
    return value;
  };
  const start = async (): Promise<void> => {
    server ??= await startServer({ database: test.database, port, simulated });
    port = server.port;
    client = createGraphQLClient(`http://localhost:${port}`);
  };
  const stop = async (): Promise<void> => {
    await server?.close();
    server = undefined;
  };
  beforeAll(async () => {
    await seed(test.database);
    await start();
  });
  afterAll(stop);
  return {
    get url() {
      running(client);
      return `http://localhost:${port}`;
    },
    get database() {
      return test.database;
    },
    start,
    stop,
    execute: (document, variables) => running(client).execute(document, variables),
    query: (document, variables) => running(client).query(document, variables),
  };
}
