import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const packages = { node: '22.23.3', postgraphile: '5.1.5' };

/**
 * Installs PostGraphile 5 and the Node it needs beside each other in the user's cache, once; never in the workspace.
 *
 * @returns {{ folder: string, node: string }} `node`: the binary to run it with
 */
export function installPostGraphile() {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'maplebridge');
  const folder = join(cache, `postgraphile-${packages.postgraphile}-node-${packages.node}`);
  if (!existsSync(folder)) {
    console.error('Installing PostGraphile and Node 22 for comparison…');
    const draft = `${folder}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
    try {
      execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: draft,
        stdio: 'pipe',
      });
      renameSync(draft, folder);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      throw error;
    }
  }
  return { folder, node: join(folder, 'node_modules', 'node', 'bin', 'node') };
}
