import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuSecondsOfTree } from '../cpu.mjs';
import { ask, freePort, median, startProgram } from './processes.mjs';

const runs = 3;
const npmStart = fileURLToPath(new URL('../../../server/setup/start.mjs', import.meta.url));
const bareDatabase = fileURLToPath(new URL('bare-database.mjs', import.meta.url));

/**
 * From `npm start` on a built tree to a served page with the demo county's data, and again with the data there, against
 * what bare PGlite with PostGIS takes to create and to reopen itself. New processes and new folders each time, in turn.
 *
 * @returns {Promise<import('../report.mjs').Figure[]>}
 */
export async function measureStart() {
  const cold = { bare: [], ours: [] };
  const warm = { bare: [], ours: [] };
  for (let run = 0; run < runs; run++) {
    const folder = mkdtempSync(join(tmpdir(), 'maplebridge-bench-'));
    try {
      cold.bare.push(await openBare(join(folder, 'bare')));
      cold.ours.push(await serve(join(folder, 'ours')));
      warm.bare.push(await openBare(join(folder, 'bare')));
      warm.ours.push(await serve(join(folder, 'ours')));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return [...figuresOf('first start', cold, 3), ...figuresOf('second start', warm, 2)];
}

function figuresOf(name, { bare, ours }, limit) {
  const lower = /** @type {const} */ ('lower');
  const seconds = (values) => median(values.map((value) => value.seconds));
  const cpu = (values) => median(values.map((value) => value.cpuSeconds));
  return [
    { figure: `${name}: bare database`, value: seconds(bare), unit: 's', better: lower },
    { figure: `${name}: ours`, value: seconds(ours), unit: 's', better: lower },
    { figure: `${name}: bare database, CPU`, value: cpu(bare), unit: 's', better: lower },
    { figure: `${name}: ours, CPU`, value: cpu(ours), unit: 's', better: lower },
    { figure: `${name} against bare, CPU`, value: cpu(ours) / cpu(bare), unit: 'ratio', better: lower },
    {
      figure: `${name} against bare`,
      value: seconds(ours) / seconds(bare),
      unit: 'ratio',
      better: lower,
      limit,
    },
  ];
}

/** @returns {Promise<{ seconds: number, cpuSeconds: number }>} until the page, the probe and the demo's data are there */
async function serve(dataDir) {
  const program = await startProgram(process.execPath, [npmStart], {
    env: { DATA_DIR: dataDir, DATABASE_URL: undefined },
    port: await freePort(),
    ready: isServed,
  });
  const cpuSeconds = cpuSecondsOfTree(program.pid);
  await program.stop();
  return { seconds: program.startSeconds, cpuSeconds };
}

async function isServed(url) {
  for (const path of ['/', '/readyz']) {
    const { status } = await fetch(url + path);
    if (status !== 200) return false;
  }
  const { county, incidents } = await ask(url, '{ county { name } incidents(first: 1) { totalCount } }');
  return Boolean(county.name) && incidents.totalCount > 10_000;
}

/** @returns {Promise<{ seconds: number, cpuSeconds: number }>} until it answers; it is closed in order after that */
async function openBare(folder) {
  const started = performance.now();
  const child = spawn(process.execPath, [bareDatabase, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('close', () => reject(new Error('The bare database did not open.')));
  });
  const seconds = (performance.now() - started) / 1_000;
  const cpuSeconds = cpuSecondsOfTree(/** @type {number} */ (child.pid));
  child.stdin.end();
  await ended;
  return { seconds, cpuSeconds };
}
