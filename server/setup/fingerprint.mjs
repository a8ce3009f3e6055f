import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const neverSource = new Set(['node_modules', 'dist', '.git']);

/**
 * Content hash of files and folders (missing ones count as absent). `node_modules` and `dist` below a folder
 * are left out, and so is any path for which `skip(path)` is true.
 *
 * Contents and not times are compared, so that a fresh clone or a branch switched back builds nothing twice.
 *
 * @param {string} root absolute folder the paths are relative to
 * @param {string[]} paths
 * @param {(path: string) => boolean} [skip]
 * @returns {string} hexadecimal
 */
export function fingerprint(root, paths, skip = () => false) {
  const hash = createHash('sha256');
  for (const path of paths) addPath(hash, root, path, skip);
  return hash.digest('hex');
}

function addPath(hash, root, path, skip) {
  if (skip(path)) return;
  const absolute = join(root, path);
  const stat = statSync(absolute, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    for (const name of readdirSync(absolute).sort()) {
      if (!neverSource.has(name)) addPath(hash, root, `${path}/${name}`, skip);
    }
  } else if (stat?.isFile()) {
    hash.update(`${path}\0${stat.size}\0`);
    hash.update(readFileSync(absolute));
  }
}

/**
 * Content hash of what decides an installation: the lockfile and the dependencies in the manifests. Scripts and
 * descriptions are left out, so that editing one asks for no network.
 */
export function dependencyFingerprint(root, manifests, files) {
  const hash = createHash('sha256');
  hash.update(`${process.platform} ${process.arch} ${fingerprint(root, files)}`);
  for (const path of manifests) {
    const manifest = JSON.parse(readFileSync(join(root, path), 'utf8'));
    const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
    hash.update(
      JSON.stringify([path, dependencies, devDependencies, optionalDependencies, peerDependencies]),
    );
  }
  return hash.digest('hex');
}
