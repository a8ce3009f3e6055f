import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuSecondsOfTree } from '../cpu.mjs';
import { findData, runCommand } from './command.mjs';
import { freePort, startProgram } from './processes.mjs';

const server = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url));
const zooms = [10, 11, 12, 13, 14];
const connections = 4;

/**
 * Porto from an OSM file to tiles on the embedded database: the import, and then every tile of the base map over its
 * bounds through HTTP. The database's own creation is not counted, the server's start is.
 *
 * @returns {Promise<import('../report.mjs').Figure[]>}
 */
export async function measureTiles() {
  const file = findData('osm/porto.osm.pbf');
  if (!file) return [];
  const folder = mkdtempSync(join(tmpdir(), 'maplebridge-bench-'));
  try {
    await runCommand(folder, ['migrate']);
    const stored = await runCommand(folder, ['import', 'streets', file, '--name', 'porto']);
    const drawn = await drawAll(folder);
    const lower = /** @type {const} */ ('lower');
    return [
      { figure: 'Porto: import, CPU', value: stored.cpuSeconds, unit: 's', better: lower },
      { figure: 'Porto: tiles', value: drawn.count, unit: 'tiles', better: 'higher' },
      { figure: 'Porto: tiles, bytes uncompressed', value: drawn.bytes / 1_000, unit: 'kB', better: lower },
      { figure: 'Porto: all tiles, CPU', value: drawn.cpuSeconds, unit: 's', better: lower },
      { figure: 'Porto: all tiles', value: drawn.seconds, unit: 's', better: lower },
      {
        figure: 'Porto: file to tiles, CPU',
        value: stored.cpuSeconds + drawn.cpuSeconds,
        unit: 's',
        better: lower,
        limit: 60,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function drawAll(dataDir) {
  const program = await startProgram(process.execPath, [server], {
    env: { DATA_DIR: dataDir, DATABASE_URL: undefined, MAPLEBRIDGE_DEMO: 'off' },
    port: await freePort(),
    ready: async (url) => (await fetch(`${url}/readyz`)).ok,
  });
  try {
    const started = performance.now();
    const tileJson = await (await fetch(`${program.url}/tiles/base.json`)).json();
    const tiles = zooms.flatMap((zoom) => tilesOver(tileJson.bounds, zoom));
    let bytes = 0;
    let next = 0;
    const asker = async () => {
      while (next < tiles.length) {
        const { z, x, y } = tiles[next++];
        const response = await fetch(`${program.url}/tiles/base/${z}/${x}/${y}.mvt`);
        if (!response.ok)
          throw new Error(`Tile ${z}/${x}/${y}: HTTP ${response.status} ${await response.text()}`);
        bytes += (await response.arrayBuffer()).byteLength;
      }
    };
    await Promise.all(Array.from({ length: connections }, asker));
    if (bytes < 1_000_000)
      throw new Error(`${tiles.length} tiles of Porto weigh ${bytes} bytes: something is missing.`);
    const seconds = (performance.now() - started) / 1_000;
    return { count: tiles.length, bytes, seconds, cpuSeconds: cpuSecondsOfTree(program.pid) };
  } finally {
    await program.stop();
  }
}

/** Web Mercator tiles that touch a box of degrees. */
function tilesOver([west, south, east, north], z) {
  const side = 2 ** z;
  const column = (longitude) => Math.floor(((longitude + 180) / 360) * side);
  const row = (latitude) => {
    const sine = Math.sin((latitude * Math.PI) / 180);
    return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side);
  };
  const tiles = [];
  for (let x = column(west); x <= column(east); x++)
    for (let y = row(north); y <= row(south); y++) tiles.push({ z, x, y });
  return tiles;
}
