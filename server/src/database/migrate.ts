import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../environment.js';
import { Refusal } from '../errors.js';
import { localViewer, type Database } from './types.js';

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

const MIGRATIONS_FOLDER = join(projectRoot, 'prisma', 'migrations');

// Prisma's own book-keeping, so that its command line can take over.
const BOOK = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

/**
 * Applies what is missing of `prisma/migrations`, each in one transaction; safe to repeat.
 * @returns names of the migrations applied now
 * @throws Refusal CONFLICT when an applied migration was edited, UNAVAILABLE when PostGIS is not there
 */
export async function migrate(database: Database, folder: string = MIGRATIONS_FOLDER): Promise<string[]> {
  const migrations = listMigrations(folder);
  const applied = await appliedMigrations(database);
  const pending: Migration[] = [];
  for (const migration of migrations) {
    const checksum = applied.get(migration.name);
    if (checksum === undefined) pending.push(migration);
    else if (checksum !== migration.checksum)
      throw new Refusal('CONFLICT', 'migrationEdited', { name: migration.name });
  }
  if (applied.size === 0 && database.kind === 'server') await requirePostgis(database);
  for (const { name, sql, checksum } of pending)
    await database.script(
      `BEGIN;\n${BOOK};\n${sql}\n;INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ('${randomUUID()}', '${checksum}', '${name}', now(), 1);\nCOMMIT;`,
    );
  return pending.map((migration) => migration.name);
}

function listMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^[0-9]{14}_[a-z0-9_]+$/.test(name) && existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

async function appliedMigrations(database: Database): Promise<Map<string, string>> {
  return database.read(localViewer, async (session) => {
    const [book] = await session.query<{ here: boolean }>(
      `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS here`,
    );
    if (!book?.here) return new Map();
    const rows = await session.query<{ migration_name: string; checksum: string }>(
      `SELECT migration_name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL`,
    );
    return new Map(rows.map((row) => [row.migration_name, row.checksum]));
  });
}

async function requirePostgis(database: Database): Promise<void> {
  const [row] = await database.read(localViewer, (session) =>
    session.query<{ available: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'postgis') AS available`,
    ),
  );
  if (!row?.available) throw new Refusal('UNAVAILABLE', 'postgisMissing');
}
