import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Everything the process takes from its surroundings; no other file reads `process.env`. */
export interface Environment {
  host: string;
  port: number;
  /** Folder of the embedded database; used when `databaseUrl` is absent. */
  dataDir: string;
  databaseUrl: string | undefined;
  readDatabaseUrl: string | undefined;
  /** Move demo units and report demo incidents. Only ever effective in the demo county. */
  simulate: boolean;
  seedDemo: boolean;
  language: string | undefined;
}

/** The repository's root, seen from both `src` and `dist`. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  const port = env.PORT === undefined || env.PORT === '' ? 4000 : Number(env.PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT must be a whole number from 0 to 65535, not "${env.PORT}".`);
  return {
    host: env.HOST || '127.0.0.1',
    port,
    dataDir: resolve((env.DATA_DIR || join(projectRoot, 'data')).replace(/^~(?=\/|$)/, homedir())),
    databaseUrl: env.DATABASE_URL || undefined,
    readDatabaseUrl: env.READ_DATABASE_URL || undefined,
    simulate: env.MAPLEBRIDGE_SIMULATE !== 'off',
    seedDemo: env.MAPLEBRIDGE_DEMO !== 'off',
    language: systemLanguage(env),
  };
}

/** The locale the process runs in; `C` and `POSIX` say nothing about a language. */
export function systemLanguage(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return env.LC_ALL || env.LC_MESSAGES || env.LANG || undefined;
}
