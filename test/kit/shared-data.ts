import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.js';

/**
 * A file or folder of the data laid beside the repository (`../shared/data`), which a clone alone does not have.
 *
 * @param path e.g. `chicago/beats.geojson`
 * @returns the absolute path; undefined when it is not there, and a line says so. For `it.skipIf(!file)`
 */
export function findSharedData(path: string): string | undefined {
  const file = join(root, '..', 'shared', 'data', path);
  if (existsSync(file)) return file;
  console.warn(`Skipped: ../shared/data/${path} is not beside this repository.`);
  return undefined;
}
