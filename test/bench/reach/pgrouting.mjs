import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import pg from 'pg';
import { buildNetwork } from '@maplebridge/engine/roads/network/network';
import { profiles } from '@maplebridge/engine/roads/network/profile';
import { startCluster } from '../../kit/postgres/cluster.mjs';
import { findPostgres } from '../../kit/postgres/find-postgres.mjs';
import { originCount, reachSeconds } from './graph.mjs';
import { askPeer, fillPeer } from './pgrouting-peer.mjs';
import { compareMetres, compareTimes } from './pgrouting-times.mjs';
import { startThreads } from './search-threads.mjs';
import { drawVertices, figure, placesOfVertex } from './streets.mjs';

const noTurns = { rightSeconds: 0, leftSeconds: 0, uTurnSeconds: 0, signalSeconds: 0, drivesOnLeft: false };
const rounds = 3;

/**
 * pgRouting's driving distance on the same edges and origins, without turn costs, which it does not know: one call with all
 * origins; its rows read by the caller, only counted in the database, or made into metres of street an origin. Against times
 * taken away by the caller as well, and against metres of street. Wall time, the fastest run on either side.
 */
export async function comparePgRouting(graph) {
  const bin = installPgRouting();
  if (!bin) return [];
  // Neither turn costs nor forbidden turns nor barriers: plain edges, as the peer has them.
  const none = new Uint32Array(0);
  const vertexFlags = new Uint8Array(graph.vertexCount);
  const plain = { ...graph, forbiddenTurns: none, forbiddenPaths: none, vertexFlags };
  const network = buildNetwork(plain, { ...profiles.driving, turns: noTurns });
  // Neighbours one after another, which caches like: vertices are numbered along a space-filling curve.
  const vertices = drawVertices(network, originCount, 1).sort((a, b) => a - b);
  const cluster = await startCluster(bin);
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  try {
    await fillPeer(client, network);
    const counted = await bestOf(() => askPeer(client, 'count', vertices, reachSeconds));
    const read = await bestOf(() => askPeer(client, 'rows', vertices, reachSeconds));
    const summed = await bestOf(() => askPeer(client, 'metres', vertices, reachSeconds), 1);
    const origins = vertices.map((vertex) => placesOfVertex(network, vertex));
    const own = (wanted, threads) => timeThreads(threads, network, origins, wanted);
    const times1 = await own('times', 1);
    const times2 = await own('times', 2);
    const metres1 = await own('metres', 1);
    const metres2 = await own('metres', 2);
    const times = compareTimes(
      network,
      vertices,
      await askPeer(client, 'rows', vertices, reachSeconds),
      reachSeconds,
    );
    const metres = compareMetres(
      network,
      vertices,
      await askPeer(client, 'metres', vertices, reachSeconds),
      reachSeconds,
    );
    const milliseconds = (seconds) => (1000 * seconds).toFixed(1);
    console.error(
      `pgRouting: ${milliseconds(read)} ms with its rows read, ${milliseconds(counted)} if only counted, ${milliseconds(summed)} with ` +
        `street metres. Own times taken away: ${milliseconds(times1)} ms in one thread, ${milliseconds(times2)} in two; street metres: ` +
        `${milliseconds(metres1)} and ${milliseconds(metres2)}. ${times.compared} times compared`,
    );
    const ratio = (name, value, limit) =>
      figure(`times as fast as pgRouting, ${name}`, value, 'ratio of wall', limit, 'higher');
    return [
      ratio('times of all vertices (2 threads)', read / times2, 40),
      ratio('times of all vertices (1 thread)', read / times1),
      ratio('our street metres to its times (2 threads)', read / metres2),
      ratio('our street metres to its times (1 thread)', read / metres1),
      ratio('our street metres to its count of rows (2 threads)', counted / metres2),
      ratio('street metres on both sides (2 threads)', summed / metres2),
      ratio('street metres on both sides (1 thread)', summed / metres1),
      figure('largest difference to a pgRouting time', times.worst, 's', 0.01),
      figure('largest difference of street metres an origin', metres, 'm'),
      figure('vertices only one of the two reaches', times.missing, 'vertices', 0),
    ];
  } finally {
    await client.end();
    await cluster.stop();
  }
}

async function timeThreads(count, network, origins, wanted) {
  const threads = await startThreads(count, network, origins, reachSeconds, wanted);
  const seconds = await bestOf(() => threads.search(), 12);
  await threads.stop();
  return seconds;
}

/** Seconds of the fastest run, after one that does not count. */
async function bestOf(work, times = rounds) {
  await work();
  let best = Infinity;
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    await work();
    best = Math.min(best, (performance.now() - started) / 1000);
  }
  return best;
}

/** Folder of PostgreSQL's programs with pgRouting, installed through apt where that may be done. */
function installPgRouting() {
  const bin = findPostgres();
  const version = bin?.split('/').at(-2);
  const isThere = () => existsSync(`/usr/share/postgresql/${version}/extension/pgrouting.control`);
  if (bin && !isThere() && process.getuid?.() === 0) {
    console.error('Installing pgRouting for comparison…');
    try {
      execFileSync('apt-get', ['install', '-y', '-q', `postgresql-${version}-pgrouting`], { stdio: 'pipe' });
    } catch {
      // Said below.
    }
  }
  if (bin && isThere()) return bin;
  console.error(
    'Not compared with pgRouting, its figures are left out: install postgresql-15-pgrouting (Debian).',
  );
  return undefined;
}
