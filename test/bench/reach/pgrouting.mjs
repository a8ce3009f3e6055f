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
 * origins; its rows read by the caller, only counted in the database, or made into what ours answers: metres of street an
 * origin. Wall time, the fastest run on either side.
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
    const [one, two] = [await timeThreads(1, network, origins), await timeThreads(2, network, origins)];
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
    console.error(
      `pgRouting: ${read.toFixed(2)} s with its rows read, ${counted.toFixed(2)} s if only counted, ${summed.toFixed(2)} s with street ` +
        `metres; own, street metres included: ${(1000 * one).toFixed(1)} ms in one thread, ${(1000 * two).toFixed(1)} ms in two; ` +
        `${times.compared} times compared`,
    );
    const ratio = (name, value, limit) =>
      figure(`times as fast as pgRouting ${name}`, value, 'ratio of wall', limit, 'higher');
    return [
      ratio('(2 threads)', read / two, 40),
      ratio('(1 thread)', read / one),
      ratio('that only counts its rows (2 threads)', counted / two),
      ratio('that only counts its rows (1 thread)', counted / one),
      ratio('that sums street metres, too (2 threads)', summed / two),
      ratio('that sums street metres, too (1 thread)', summed / one),
      figure('largest difference to a pgRouting time', times.worst, 's', 0.01),
      figure('largest difference of street metres an origin', metres, 'm'),
      figure('vertices only one of the two reaches', times.missing, 'vertices', 0),
    ];
  } finally {
    await client.end();
    await cluster.stop();
  }
}

async function timeThreads(count, network, origins) {
  const threads = await startThreads(count, network, origins, reachSeconds);
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
