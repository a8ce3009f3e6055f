const distance = `pgr_drivingDistance('SELECT id, source, target, cost, reverse_cost FROM edge', $1::bigint[], $2::float, true)`;

const questions = {
  count: `SELECT count(*) FROM ${distance}`,
  rows: `SELECT from_v::int, node::int, agg_cost FROM ${distance}`,
  // Of each edge what is reached from either end, all of it at most.
  metres: `
    WITH reached AS (SELECT from_v, node, agg_cost FROM ${distance}),
    shares AS (
      SELECT from_v, id, length, ($2::float - agg_cost) / cost AS share
      FROM reached JOIN edge ON source = node WHERE cost >= 0
      UNION ALL
      SELECT from_v, id, length, ($2::float - agg_cost) / reverse_cost
      FROM reached JOIN edge ON target = node WHERE reverse_cost >= 0),
    edges AS (SELECT from_v, id, min(length) * least(1, sum(share)) AS metres FROM shares GROUP BY from_v, id)
    SELECT from_v::int, sum(metres) FROM edges GROUP BY from_v`,
};

/** @param {keyof typeof questions} question what is asked about all origins in one call */
export async function askPeer(client, question, vertices, limitSeconds) {
  const { rows } = await client.query({
    text: questions[question],
    values: [vertices, limitSeconds],
    rowMode: 'array',
  });
  return rows;
}

/** Gives pgRouting the edges of a network. */
export async function fillPeer(client, { graph, seconds }) {
  await client.query('CREATE EXTENSION pgrouting CASCADE');
  await client.query(`CREATE TABLE edge
    (id bigint PRIMARY KEY, source bigint, target bigint, cost float8, reverse_cost float8, length float8)`);
  const cost = (edge) => (seconds[edge] < Infinity ? seconds[edge] : -1);
  const ids = Array.from({ length: graph.segmentCount }, (_, s) => s).filter(
    (s) => cost(2 * s) >= 0 || cost(2 * s + 1) >= 0,
  );
  await client.query(
    `INSERT INTO edge SELECT * FROM
      unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::float8[], $5::float8[], $6::float8[])`,
    [
      ids,
      ids.map((s) => graph.ends[2 * s]),
      ids.map((s) => graph.ends[2 * s + 1]),
      ids.map((s) => cost(2 * s)),
      ids.map((s) => cost(2 * s + 1)),
      ids.map((s) => graph.lengths[s]),
    ],
  );
  await client.query('VACUUM (ANALYZE) edge');
}
