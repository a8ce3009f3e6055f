import { createHash } from 'node:crypto';
import { openEmbeddedDriver, type EmbeddedOptions } from './embedded-driver.js';
import { openServerDriver } from './server-driver.js';
import { fromText, toText } from './text-format.js';
import type { Database, Driver, DriverConnection, Parameter, Session, Viewer } from './types.js';

export interface OpenOptions extends EmbeddedOptions {
  databaseUrl?: string | undefined;
  readDatabaseUrl?: string | undefined;
  maxConnections?: number;
  /** Called with each statement of a transaction, its BEGIN, SET and COMMIT aside; tests count with it. */
  onStatement?: ((sql: string) => void) | undefined;
}

/** Opens the embedded database, or the server's when there is a URL. */
export async function openDatabase(options: OpenOptions): Promise<Database & { driver: Driver }> {
  const driver = options.databaseUrl
    ? openServerDriver({
        url: options.databaseUrl,
        readUrl: options.readDatabaseUrl,
        maxConnections: options.maxConnections ?? 10,
      })
    : await openEmbeddedDriver(options);
  return databaseOver(driver, options.onStatement);
}

function databaseOver(driver: Driver, onStatement?: (sql: string) => void): Database & { driver: Driver } {
  async function transact<T>(
    mode: 'read' | 'write',
    viewer: Viewer,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const connection = await driver.connect(mode);
    let failed = true;
    try {
      await connection.script(opening(mode, viewer));
      let result: T;
      try {
        result = await work(sessionOver(connection, onStatement));
      } catch (error) {
        // A connection that can't even roll back is thrown away; the first error is the one to tell.
        await connection.script('ROLLBACK').then(
          () => (failed = false),
          () => undefined,
        );
        throw error;
      }
      await connection.script('COMMIT');
      failed = false;
      return result;
    } finally {
      connection.release(failed);
    }
  }
  return {
    driver,
    kind: driver.kind,
    read: (viewer, work) => transact('read', viewer, work),
    write: (viewer, work) => transact('write', viewer, work),
    async script(sql) {
      const connection = await driver.connect('write');
      let failed = true;
      try {
        await connection.script(sql);
        failed = false;
      } catch (error) {
        // A script with a transaction of its own may have left it open, and the embedded database has one session only.
        await connection.script('ROLLBACK').catch(() => undefined);
        throw error;
      } finally {
        connection.release(failed);
      }
    },
    close: () => driver.close(),
  };
}

function opening(mode: 'read' | 'write', viewer: Viewer): string {
  if (!/^[A-Za-z0-9-]{1,64}$/.test(viewer.id))
    throw new Error('A viewer id has letters, digits and hyphens only.');
  return `BEGIN ${mode === 'read' ? 'READ ONLY' : 'READ WRITE'}; SET LOCAL maplebridge.viewer = '${viewer.id}'`;
}

function sessionOver(connection: DriverConnection, onStatement?: (sql: string) => void): Session {
  async function raw(sql: string, parameters: readonly Parameter[] = []) {
    onStatement?.(sql);
    return connection.query(sql, parameters.map(toText), statementName(sql));
  }
  return {
    raw,
    async query<Row>(sql: string, parameters?: readonly Parameter[]) {
      const { fields, rows } = await raw(sql, parameters);
      return rows.map(
        (row) =>
          Object.fromEntries(
            fields.map((field, i) => [field.name, fromText(field.dataTypeID, row[i] ?? null)]),
          ) as Row,
      );
    },
    async execute(sql, parameters) {
      return (await raw(sql, parameters)).affectedRows;
    },
  };
}

const names = new Map<string, string>();
const MAX_NAMES = 500;

/** Statements are prepared once a connection under a name made from their text; texts beyond the first 500 are not kept. */
function statementName(sql: string): string | undefined {
  let name = names.get(sql);
  if (!name && names.size < MAX_NAMES) {
    name = createHash('sha1').update(sql).digest('base64url');
    names.set(sql, name);
  }
  return name;
}
