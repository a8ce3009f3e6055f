import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { areaAround } from '@maplebridge/engine/reach/area';
import { coverOf, coveredMetres } from '@maplebridge/engine/reach/cover';
import { createSearch } from '@maplebridge/engine/reach/create-search';
import { StreetLocator } from '@maplebridge/engine/roads/locate';
import { measure } from '../cpu.mjs';
import { reachSeconds } from './graph.mjs';
import { drawVertices, figure } from './streets.mjs';

const peer = { name: '@valhallajs/valhallajs', version: '3.6.1' };
const placeCount = 60;

/**
 * One five-minute reach by car at a time, from the same places: ours finds the street, the streets reached with turn costs,
 * their metres and the area around them; Valhalla answers an isochrone. CPU time of either process, code warm.
 *
 * @param {string} file an extract; Valhalla reads PBF only
 * @param {boolean} isPorto the limit of the area is meant for Porto
 */
export async function compareValhalla(network, file, isPorto) {
  const places = drawVertices(network, placeCount, 7).map((vertex) =>
    [...network.graph.places.subarray(2 * vertex, 2 * vertex + 2)].map((steps) => steps / 1e7),
  );
  const own = await measureOwn(network, places);
  const figures = [
    figure('one 5-minute reach: streets and metres', own.streets, 'ms CPU'),
    figure('one 5-minute reach: area as well', own.area, 'ms CPU'),
  ];
  if (!file.endsWith('.pbf')) {
    console.error('Not compared with Valhalla, its figures are left out: it reads PBF only.');
    return figures;
  }
  const folder = mkdtempSync(join(tmpdir(), 'maplebridge-valhalla-'));
  try {
    const millis = askPeer(installPeer(), folder, file, places);
    figures.push(
      figure('one 5-minute isochrone of Valhalla', millis, 'ms CPU'),
      figure(
        'our reach, streets and metres, to an isochrone of Valhalla',
        own.streets / millis,
        'ratio of CPU',
        0.2,
      ),
      figure(
        'our reach with its area to an isochrone of Valhalla',
        own.area / millis,
        'ratio of CPU',
        isPorto ? 0.2 : undefined,
      ),
    );
  } catch (error) {
    console.error(`Not compared with Valhalla, its figures are left out: ${error.message.split('\n')[0]}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}

async function measureOwn(network, places) {
  const locator = new StreetLocator(network.graph);
  const search = createSearch(network);
  const isUsable = (segment) =>
    Math.min(network.seconds[2 * segment], network.seconds[2 * segment + 1]) < Infinity;
  const reach = (place) => {
    search.run([locator.nearest(place, 300, isUsable)], reachSeconds);
    return coveredMetres(search);
  };
  const area = (place) => {
    reach(place);
    const { count, segments } = search.endCover(reachSeconds);
    const stretches = [...segments.subarray(0, count)].flatMap((segment) =>
      coverOf(search, segment).map(([from, to]) => ({ segment, from, to })),
    );
    return areaAround(network.graph, stretches);
  };
  const millis = async (work) => {
    for (const place of places) work(place);
    const { cpuSeconds } = await measure(() => places.forEach(work));
    return (1000 * cpuSeconds) / places.length;
  };
  return { streets: await millis(reach), area: await millis(area) };
}

/** Installs Valhalla's Node bindings in the user's cache, once; never in the workspace. */
function installPeer() {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'maplebridge');
  const folder = join(cache, `valhallajs-${peer.version}`);
  if (!existsSync(folder)) {
    console.error('Installing Valhalla for comparison…');
    const draft = `${folder}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    writeFileSync(
      join(draft, 'package.json'),
      JSON.stringify({ private: true, dependencies: { [peer.name]: peer.version } }),
    );
    try {
      const install = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
      execFileSync('npm', install, { cwd: draft, stdio: 'pipe' });
      renameSync(draft, folder);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      throw error;
    }
  }
  return join(folder, 'node_modules', ...peer.name.split('/'));
}

function askPeer(package_, folder, file, places) {
  const command = (...args) =>
    execFileSync(process.execPath, [join(package_, 'bin', 'valhalla-cli.js'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
  const config = join(folder, 'config.json');
  writeFileSync(config, command('build_config', '--mjolnir-tile-dir', join(folder, 'tiles')));
  command('build_tiles', '-c', config, file);
  const script = fileURLToPath(new URL('./valhalla-peer.mjs', import.meta.url));
  const input = JSON.stringify({
    module: join(package_, 'index.mjs'),
    config,
    places,
    minutes: reachSeconds / 60,
  });
  const answer = execFileSync(process.execPath, [script], {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // Valhalla logs to standard output, too.
  return JSON.parse(answer.trim().split('\n').at(-1)).millis;
}
