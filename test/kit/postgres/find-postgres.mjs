import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const debianRoot = '/usr/lib/postgresql';

/**
 * Folder of the newest installed PostgreSQL programs that have PostGIS.
 *
 * @returns {string | undefined} absolute path of a `bin` folder
 */
export function findPostgres() {
  if (!existsSync(debianRoot)) return undefined;
  return readdirSync(debianRoot)
    .sort((a, b) => Number(b) - Number(a))
    .filter((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
    .map((version) => join(debianRoot, version, 'bin'))
    .find(canRun);
}

function canRun(folder) {
  try {
    for (const program of ['initdb', 'postgres']) accessSync(join(folder, program), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
