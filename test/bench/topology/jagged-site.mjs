import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate, openDatabase } from '@maplebridge/server/database/index';
import { makeDemo, seedDemo } from '@maplebridge/server/demo/seed-demo';
import { ask, freePort, startProgram } from '../foundation/processes.mjs';
import { nodesTouchingAll, withJaggedGrids } from './jagged-county.mjs';

const server = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url));

/**
 * A server over a new embedded database with the demo county in 2,000 jagged grids.
 *
 * @returns {Promise<{ url: string, pid: number, nodes: [number, number][], stop: () => Promise<void> }>}
 *   `nodes`: corners of which each grid has exactly one, in whole steps
 */
export async function startJaggedSite() {
  const folder = mkdtempSync(join(tmpdir(), 'maplebridge-bench-'));
  const demo = withJaggedGrids(makeDemo());
  const database = await openDatabase({ dataDir: folder });
  await migrate(database);
  await seedDemo(database, demo);
  await database.close();
  const program = await startProgram(process.execPath, [server], {
    env: { DATA_DIR: folder, DATABASE_URL: undefined, MAPLEBRIDGE_SIMULATE: 'off', MAPLEBRIDGE_DEMO: 'off' },
    port: await freePort(),
    ready: async (url) => (await ask(url, '{ county { name } }')).county !== null,
  });
  return {
    url: program.url.replace('127.0.0.1', 'localhost'),
    pid: program.pid,
    nodes: nodesTouchingAll(demo.county.bounds),
    async stop() {
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
