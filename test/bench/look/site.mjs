import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate, openDatabase } from '@maplebridge/server/database/index';
import { makeDemo, seedDemo } from '@maplebridge/server/demo/seed-demo';
import { ask, freePort, startProgram } from '../foundation/processes.mjs';
import { bringToSize } from './counties.mjs';

const server = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url));

/**
 * A running server over a new embedded database of a size, whose units report where they are every five seconds and
 * where something is reported every twenty, until it is stopped.
 *
 * @param {import('./counties.mjs').Size} size
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startSite(size) {
  const folder = mkdtempSync(join(tmpdir(), 'maplebridge-bench-'));
  const database = await openDatabase({ dataDir: folder });
  await migrate(database);
  await seedDemo(database, bringToSize(makeDemo(), size));
  await database.close();
  const program = await startProgram(process.execPath, [server], {
    // The news is ours: as much of it in every run, whatever the hour.
    env: { DATA_DIR: folder, DATABASE_URL: undefined, MAPLEBRIDGE_SIMULATE: 'off', MAPLEBRIDGE_DEMO: 'off' },
    port: await freePort(),
    ready: async (url) => (await ask(url, '{ county { name } }')).county !== null,
  });
  const url = program.url.replace('127.0.0.1', 'localhost');
  const endNews = await makeNews(url);
  return {
    url,
    async stop() {
      endNews();
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const POSITIONS = `mutation ($input: [PositionInput!]!) { reportPositions(input: $input) { accepted } }`;
const REPORT = `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { id } } }`;

async function makeNews(url) {
  const { units } = await ask(url, '{ units(first: 500) { edges { node { id position { location } } } } }');
  const places = new Map(units.edges.map(({ node }) => [node.id, node.position.location.coordinates]));
  let round = 0;
  const report = async () => {
    round += 1;
    const recordedAt = new Date().toISOString();
    const input = [...places].map(([unitId, [longitude, latitude]], i) => {
      const angle = round / 6 + i;
      return {
        unitId,
        longitude: longitude + 0.002 * Math.cos(angle),
        latitude: latitude + 0.002 * Math.sin(angle),
        headingDegrees: (((90 - (angle * 180) / Math.PI) % 360) + 360) % 360,
        speedMetresPerSecond: 8,
        recordedAt,
      };
    });
    await ask(url, POSITIONS, { input });
    if (round % 4 !== 0) return;
    const [longitude, latitude] = [...places.values()][round % places.size];
    await ask(url, REPORT, {
      input: { clientKey: `bench-${round}`, kind: 'NOISE', source: 'CALL_110', longitude, latitude },
    });
  };
  await report();
  const timer = setInterval(() => void report().catch((error) => console.error(error.message)), 5_000);
  return () => clearInterval(timer);
}
