import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase } from '@maplebridge/server/database/index';
import pg from 'pg';
import { fingerprint } from '../../server/setup/fingerprint.mjs';
import { startCluster } from './postgres/cluster.mjs';
import { findPostgres } from './postgres/find-postgres.mjs';
import { root } from './root.js';

const templateName = 'maplebridge_template';
const kept = join(root, 'node_modules', '.maplebridge', 'embedded-template');

export interface Templates {
  /** A migrated embedded data folder to copy, and where copies go. */
  embedded: { folder: string; clones: string };
  /** A cluster with a migrated database to clone; null where PostgreSQL with PostGIS is not installed. */
  server: { maintenanceUrl: string; templateName: string } | null;
}

/** Makes both. Call `dispose` when the last clone is gone. */
export async function prepareTemplates(): Promise<{ templates: Templates; dispose: () => Promise<void> }> {
  const [folder, cluster] = await Promise.all([embeddedTemplate(), serverTemplate()]);
  const clones = mkdtempSync(join(tmpdir(), 'maplebridge-embedded-'));
  const removeClones = () => rmSync(clones, { recursive: true, force: true });
  process.once('exit', removeClones); // the runner does not tidy up after Ctrl-C
  return {
    templates: {
      embedded: { folder, clones },
      server: cluster && { maintenanceUrl: cluster.url, templateName },
    },
    async dispose() {
      removeClones();
      await cluster?.stop();
    },
  };
}

/** Creating an embedded database takes ten seconds, so the folder is kept until migrations or driver change. */
async function embeddedTemplate(): Promise<string> {
  const inputs = fingerprint(root, ['prisma/migrations', 'server/src/database', 'pnpm-lock.yaml']);
  const folder = join(kept, inputs.slice(0, 16));
  if (existsSync(folder)) return folder;
  rmSync(kept, { recursive: true, force: true });
  const draft = `${folder}.${process.pid}`;
  const database = await openDatabase({ dataDir: draft });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
  renameSync(draft, folder);
  return folder;
}

async function serverTemplate() {
  const bin = findPostgres();
  if (!bin) return null;
  const cluster = await startCluster(bin);
  try {
    await runStatement(cluster.url, `CREATE DATABASE ${templateName}`);
    const database = await openDatabase({ databaseUrl: databaseUrlOf(cluster.url, templateName) });
    await migrate(database);
    await database.close();
    return cluster;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** The URL of another database of the same cluster. */
export function databaseUrlOf(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

/** One statement on a connection of its own, outside any transaction, as CREATE DATABASE needs it. */
export async function runStatement(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
