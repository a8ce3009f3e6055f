import pg from 'pg';
import type { Driver, DriverConnection, RawResult } from './types.js';

const asText = { getTypeParser: () => (text: string | Buffer) => text };

export interface ServerOptions {
  url: string;
  readUrl?: string | undefined;
  maxConnections?: number;
}

/** PostgreSQL with PostGIS over the network: what a deployment uses that must not lose data. */
export function openServerDriver({ url, readUrl, maxConnections = 10 }: ServerOptions): Driver {
  const writePool = poolFor(url, maxConnections);
  const readPool = readUrl ? poolFor(readUrl, maxConnections) : writePool;
  return {
    kind: 'server',
    async connect(mode) {
      return connection(await (mode === 'read' ? readPool : writePool).connect());
    },
    async close() {
      await Promise.all([...new Set([writePool, readPool])].map((pool) => pool.end()));
    },
  };
}

function poolFor(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: 'maplebridge',
    connectionTimeoutMillis: 10_000,
    // No JIT: its compile time exceeds the run time of our short statements. A plan for each run: one made without
    // knowing the box takes every box for a small one, and sorts tens of thousands of rows for a page of a large one.
    options:
      '-c TimeZone=UTC -c DateStyle=ISO -c jit=off -c plan_cache_mode=force_custom_plan -c idle_in_transaction_session_timeout=60000',
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

function connection(client: pg.PoolClient): DriverConnection {
  return {
    async query(text, values, name) {
      const result = await client.query<(string | null)[]>({
        text,
        values,
        rowMode: 'array',
        types: asText as unknown as pg.CustomTypesConfig,
        ...(name ? { name } : {}),
      });
      return toRaw(result);
    },
    async script(sql) {
      await client.query(sql);
    },
    release(failed) {
      client.release(failed);
    },
  };
}

function toRaw(result: pg.QueryArrayResult<(string | null)[]>): RawResult {
  return { fields: result.fields, rows: result.rows, affectedRows: result.rowCount ?? 0 };
}
