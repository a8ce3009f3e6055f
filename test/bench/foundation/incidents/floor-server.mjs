// The floor: `node:http` and `pg`, one statement that builds the whole answer as text. No GraphQL, no checks.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  options: '-c plan_cache_mode=force_custom_plan',
});

const text = `SELECT json_build_object('data', json_build_object('incidents', json_build_object(
    'edges', coalesce(json_agg(json_build_object('node', json_build_object('id', id, 'number', number, 'kind', kind,
      'status', status, 'reportedAt', reported_at, 'location', ST_AsGeoJSON(location, 7)::json))) FILTER (WHERE place <= 200), '[]'),
    'pageInfo', json_build_object('hasNextPage', count(*) > 200, 'endCursor',
      replace(encode(convert_to(max(reported_at::text || ' ' || id::text) FILTER (WHERE place = least(200, total)), 'UTF8'), 'base64'), E'\\n', ''))
  )))::text AS answer
  FROM (SELECT *, row_number() OVER () AS place, count(*) OVER () AS total FROM (
    SELECT id, number, kind, status, reported_at, location FROM incident_shown
    WHERE location && ST_MakeEnvelope($1, $2, $3, $4, 4326) ORDER BY reported_at DESC, id DESC LIMIT 201) newest) page`;

createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (part) => (body += part));
  request.on('end', async () => {
    const { bbox } = JSON.parse(body).variables;
    const { rows } = await pool.query({ name: 'incidents', text, values: bbox });
    response.setHeader('Content-Type', 'application/json').end(rows[0].answer);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');

process.once('SIGTERM', () => process.exit());
