import pg from 'pg';

/** What PostGraphile shows: the same view, its key named, the place as GeoJSON by a computed column. */
const peerSchema = `
  CREATE SCHEMA peer;
  CREATE VIEW peer.incident AS
    SELECT id, number, kind, status, reported_at, location AS place FROM incident_shown;
  COMMENT ON VIEW peer.incident IS '@primaryKey id';
  CREATE FUNCTION peer.incident_location(i peer.incident) RETURNS json LANGUAGE sql STABLE AS
    'SELECT ST_AsGeoJSON(i.place, 7)::json';`;

/**
 * Makes a filled database ready to be measured: PostGraphile's view, fresh statistics, no JIT for anybody, no
 * housekeeping meanwhile.
 *
 * @param {string} databaseUrl of a superuser
 */
export async function settle(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(peerSchema);
    for (const setting of ['jit = off', "TimeZone = 'UTC'"])
      await client.query(`ALTER DATABASE ${client.escapeIdentifier(client.database)} SET ${setting}`);
    await client.query('ALTER SYSTEM SET autovacuum = off');
    await client.query('SELECT pg_reload_conf()');
    await client.query('VACUUM (ANALYZE)');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}
