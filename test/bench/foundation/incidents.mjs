import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { startCluster } from '../../kit/postgres/cluster.mjs';
import { findPostgres } from '../../kit/postgres/find-postgres.mjs';
import { cpuSecondsOfTree } from '../cpu.mjs';
import { fill } from './incidents/fill.mjs';
import { installPostGraphile } from './incidents/install-postgraphile.mjs';
import { settle } from './incidents/peer.mjs';
import { comparable, makeViews, question, questionToPostGraphile } from './incidents/question.mjs';
import { freePort, median, startProgram } from './processes.mjs';

const incidentCount = 100_000;
const warmUpRounds = 4;
const rounds = 8;
const requestsARound = 250;
const connections = 4;
const toCompare = 100;

const scriptAt = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * `incidents(bbox, first: 200)` on 100,000 incidents: CPU of our server and its database for one request, against
 * PostGraphile's and that of a bare server whose one statement builds the answer.
 *
 * @returns {Promise<import('../report.mjs').Figure[]>}
 */
export async function measureIncidents() {
  const bin = findPostgres();
  if (!bin) {
    console.error('Skipped incidents: PostgreSQL with PostGIS is not installed.');
    return [];
  }
  const postgraphile = installPostGraphile();
  const cluster = await startCluster(bin);
  const contestants = [];
  try {
    await fill(cluster.url, incidentCount);
    await settle(cluster.url);
    const env = { DATABASE_URL: cluster.url };
    const add = async (name, query, program, args, extra = {}) =>
      contestants.push(await contest(name, query, program, args, { ...env, ...extra }));
    await add('ours', question, process.execPath, [scriptAt('../../../server/dist/main.js')], {
      MAPLEBRIDGE_DEMO: 'off',
    });
    const peer = /** @type {const} */ ([postgraphile.node, [scriptAt('incidents/postgraphile-server.mjs')]]);
    const peerEnv = { FOLDER: postgraphile.folder };
    await add('PostGraphile', questionToPostGraphile, ...peer, peerEnv);
    // Our connections plan each run anew, which PostGraphile's own do not; it gains from it too.
    await add('PostGraphile planning anew', questionToPostGraphile, ...peer, {
      ...peerEnv,
      PGOPTIONS: '-c plan_cache_mode=force_custom_plan',
    });
    await add('floor', question, process.execPath, [scriptAt('incidents/floor-server.mjs')]);
    await compare(contestants);
    return await race(contestants, cluster.pid);
  } finally {
    for (const { program } of contestants) await program.stop();
    await cluster.stop();
  }
}

async function contest(name, query, binary, args, env) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const askAt = (url, bbox) => post(agent, url, JSON.stringify({ query, variables: { bbox } }));
  const [first] = makeViews(1);
  const program = await startProgram(binary, args, {
    env,
    port: await freePort(),
    ready: async (url) => 'data' in JSON.parse(await askAt(url, first)),
  });
  return { name, program, ask: (bbox) => askAt(program.url, bbox), node: [], database: [] };
}

/** Same ids in the same order, same places, for all before anything is measured. */
async function compare([ours, ...others]) {
  for (const view of makeViews(toCompare)) {
    const expected = comparable(JSON.parse(await ours.ask(view)).data);
    for (const { name, ask } of others)
      assert.deepEqual(comparable(JSON.parse(await ask(view)).data), expected, `${name} answers differently`);
  }
}

async function race(contestants, databasePid) {
  const views = makeViews(requestsARound * (warmUpRounds + rounds));
  for (let round = 0; round < warmUpRounds + rounds; round++)
    for (const { program, ask, node, database } of contestants) {
      const nodeBefore = cpuSecondsOfTree(program.pid);
      const databaseBefore = cpuSecondsOfTree(databasePid);
      await askAll(ask, views.slice(round * requestsARound, (round + 1) * requestsARound));
      if (round < warmUpRounds) continue;
      node.push((1_000 * (cpuSecondsOfTree(program.pid) - nodeBefore)) / requestsARound);
      database.push((1_000 * (cpuSecondsOfTree(databasePid) - databaseBefore)) / requestsARound);
    }
  return figuresOf(contestants);
}

function figuresOf(contestants) {
  const [ours, peer, planningPeer, floor] = contestants.map(({ node, database }) => ({
    node,
    total: node.map((cost, round) => cost + database[round]),
  }));
  // Round by round, so that what else the machine did meanwhile weighs on both sides.
  const ratio = (values, others) => median(values.map((value, round) => value / others[round]));
  const lower = /** @type {const} */ ('lower');
  return [
    ...contestants.flatMap(({ name, node, database }) => [
      { figure: `incidents, ${name}: Node CPU a request`, value: median(node), unit: 'ms', better: lower },
      {
        figure: `incidents, ${name}: database CPU a request`,
        value: median(database),
        unit: 'ms',
        better: lower,
      },
    ]),
    {
      figure: 'incidents, total CPU against PostGraphile planning anew',
      value: ratio(ours.total, planningPeer.total),
      unit: 'ratio',
      better: lower,
    },
    {
      figure: 'incidents, total CPU against PostGraphile',
      value: ratio(ours.total, peer.total),
      unit: 'ratio',
      better: lower,
      limit: 0.6,
    },
    {
      figure: 'incidents, Node CPU against the floor',
      value: ratio(ours.node, floor.node),
      unit: 'ratio',
      better: lower,
      limit: 5,
    },
  ];
}

async function askAll(ask, views) {
  let next = 0;
  const asker = async () => {
    while (next < views.length) await ask(views[next++]);
  };
  await Promise.all(Array.from({ length: connections }, asker));
}

/** @returns {Promise<string>} */
function post(agent, url, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve(Buffer.concat(parts).toString()));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
