import { randomBytes } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase, type Database, type OpenOptions } from '@maplebridge/server/database/index';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { databaseUrlOf, runStatement } from './templates.js';

export type DatabaseKind = Database['kind'];

/** A migrated, empty database of one suite. */
export interface TestDatabase {
  readonly kind: DatabaseKind;
  /** Open between the suite's `beforeAll` and `afterAll`; throws outside. */
  readonly database: Database;
  /** For a second connection to the same database, on a server only. */
  readonly databaseUrl: string;
  /** The statements `work` ran on it: BEGIN, SET and COMMIT aside. */
  statementsDuring(work: () => Promise<unknown>): Promise<string[]>;
}

const kinds: Record<DatabaseKind, string> = { embedded: 'embedded database', server: 'server database' };

/**
 * Runs a suite twice, on a fresh database of each kind. Without an installed PostgreSQL the second run is skipped
 * (and counted as such).
 */
export function describeOnBothDatabases(name: string, suite: (test: TestDatabase) => void): void {
  for (const kind of Object.keys(kinds) as DatabaseKind[])
    describeOnDatabase(kind, `${name} (${kinds[kind]})`, suite);
}

/** As `describeOnBothDatabases`, for what concerns one kind only. */
export function describeOnDatabase(
  kind: DatabaseKind,
  name: string,
  suite: (test: TestDatabase) => void,
): void {
  describe.skipIf(kind === 'server' && !inject('templates').server)(name, () => {
    let open: OpenClone | undefined;
    const current = () => {
      if (!open) throw new Error('The database is open only while the tests of its suite run.');
      return open;
    };
    beforeAll(async () => {
      open = await cloneTemplate(kind);
    });
    afterAll(async () => {
      await open?.drop();
      open = undefined;
    });
    suite({
      kind,
      get database() {
        return current().database;
      },
      get databaseUrl() {
        const { databaseUrl } = current();
        if (!databaseUrl) throw new Error('The embedded database has no URL.');
        return databaseUrl;
      },
      async statementsDuring(work) {
        const { statements } = current();
        const before = statements.length;
        await work();
        return statements.slice(before);
      },
    });
  });
}

interface OpenClone {
  database: Database;
  databaseUrl: string | undefined;
  statements: string[];
  drop: () => Promise<void>;
}

async function cloneTemplate(kind: DatabaseKind): Promise<OpenClone> {
  const { options, databaseUrl, drop } = await (kind === 'server' ? cloneOnServer() : cloneEmbedded());
  const statements: string[] = [];
  const database = await openDatabase({ ...options, onStatement: (sql) => statements.push(sql) });
  return {
    database,
    databaseUrl,
    statements,
    async drop() {
      await database.close();
      await drop();
    },
  };
}

interface Clone {
  options: OpenOptions;
  databaseUrl?: string;
  drop: () => Promise<void>;
}

async function cloneEmbedded(): Promise<Clone> {
  const { folder, clones } = inject('templates').embedded;
  const dataDir = join(clones, randomBytes(8).toString('hex'));
  await cp(folder, dataDir, { recursive: true });
  return { options: { dataDir }, drop: () => rm(dataDir, { recursive: true, force: true }) };
}

async function cloneOnServer(): Promise<Clone> {
  const server = inject('templates').server;
  if (!server) throw new Error('PostgreSQL with PostGIS is not installed.');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await runStatement(server.maintenanceUrl, `CREATE DATABASE ${name} TEMPLATE ${server.templateName}`);
  const databaseUrl = databaseUrlOf(server.maintenanceUrl, name);
  return {
    options: { databaseUrl },
    databaseUrl,
    drop: () => runStatement(server.maintenanceUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
