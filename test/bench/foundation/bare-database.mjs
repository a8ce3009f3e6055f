// What the embedded database costs by itself: PGlite with PostGIS in a folder, new or not. Says `ready`, and closes on
// the end of its standard input.
import { createRequire } from 'node:module';

const load = createRequire(new URL('../../../server/package.json', import.meta.url));
const { PGlite } = load('@electric-sql/pglite');
const { postgis } = load('@electric-sql/pglite-postgis');

const database = await PGlite.create(process.argv[2], { extensions: { postgis } });
await database.exec('CREATE EXTENSION IF NOT EXISTS postgis');
await database.query('SELECT postgis_version()');
console.log('ready');
process.stdin.resume().once('end', async () => {
  await database.close();
  process.exit();
});
