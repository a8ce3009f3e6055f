import { localViewer, type Database } from '@maplebridge/server/database/index';
import { importIncidents } from '@maplebridge/server/interchange/incidents/import-incidents';
import { importPosts } from '@maplebridge/server/interchange/posts/import-posts';
import { importStreets } from '@maplebridge/server/interchange/streets/import-streets';
import { importTerritory } from '@maplebridge/server/interchange/territory/import-territory';
import { randomUUID } from 'node:crypto';
import { collection, feature, polygon } from '../api/import-support.js';
import { findSharedData } from '../kit/shared-data.js';

/** Real streets, where they lie beside this repository. */
export const portoStreets = findSharedData('osm/porto.osm.pbf');

/** Posts of the city, set by hand near where they are: the extract itself has none. */
const POSTS = [
  ['Esquadra do Bonfim', 'STATION', -8.5975, 41.1527],
  ['Esquadra da Ribeira', 'STATION', -8.6128, 41.1413],
  ['Esquadra de Cedofeita', 'STATION', -8.6265, 41.1565],
  ['Posto da Boavista', 'LIAISON_STATION', -8.6405, 41.1602],
  ['Posto da Trindade', 'LIAISON_STATION', -8.6098, 41.1525],
] as const;

const [WEST, SOUTH, COLUMNS, ROWS, WIDTH, HEIGHT] = [-8.66, 41.13, 4, 3, 0.02, 0.015];

/**
 * The inner city in twelve oblong grids, its posts, a car on duty at each of two, the streets of the whole extract, and
 * incidents evenly spread, since the extract has no households.
 */
export async function seedPorto(
  database: Database,
  file: (name: string, content: string) => string,
): Promise<void> {
  const open = async () => database;
  const grids = Array.from({ length: COLUMNS * ROWS }, (_, i) => {
    const west = WEST + (i % COLUMNS) * WIDTH;
    const south = SOUTH + Math.floor(i / COLUMNS) * HEIGHT;
    const [east, north] = [round(west + WIDTH), round(south + HEIGHT)];
    const ring: [number, number][] = [
      [round(west), round(south)],
      [east, round(south)],
      [east, north],
      [round(west), north],
      [round(west), round(south)],
    ];
    return feature({ code: `P${String(i + 1).padStart(2, '0')}`, name: `Quadra ${i + 1}` }, polygon(ring));
  });
  await importTerritory(open, file('porto.geojson', collection(...grids)), {
    level: 'grid',
    countyName: 'Porto',
    countyCode: '131200',
    timeZone: 'Europe/Lisbon',
  });
  await importPosts(
    open,
    file(
      'posts.csv',
      `name,kind,hours,longitude,latitude\n${POSTS.map(([name, kind, x, y]) => `${name},${kind},24h,${x},${y}`).join('\n')}\n`,
    ),
    { crs: 'wgs84' },
  );
  await importStreets(open, portoStreets!, { name: 'porto' });
  await importIncidents(open, file('incidents.csv', incidents()), { crs: 'wgs84' });
  await database.write(localViewer, async (session) => {
    for (const [i, [name, , x, y]] of POSTS.slice(0, 2).entries()) {
      const id = randomUUID();
      await session.execute(
        `INSERT INTO unit (id, county_id, call_sign, kind, state, home_post_id)
         SELECT $1::uuid, county_id, $2, 'CAR', 'PATROLLING', id FROM post WHERE name = $3`,
        [id, `Carro ${i + 1}`, name],
      );
      await session.execute(
        `INSERT INTO unit_position (unit_id, county_id, location, recorded_at)
         SELECT $1::uuid, county_id, ST_SetSRID(ST_MakePoint($2::float8, $3::float8), 4326), now() FROM unit WHERE id = $1::uuid`,
        [id, x, y],
      );
    }
  });
}

function incidents(): string {
  const rows = Array.from({ length: 200 }, (_, i) => {
    // Low-discrepancy steps: spread without chance.
    const [x, y] = [
      WEST + COLUMNS * WIDTH * ((i * 0.754878) % 1),
      SOUTH + ROWS * HEIGHT * ((i * 0.56984) % 1),
    ];
    const reported = new Date(Date.now() - (i + 2) * 3_600_000).toISOString();
    return `I${i},THEFT,${reported},${round(x)},${round(y)}`;
  });
  return `number,kind,reported,longitude,latitude\n${rows.join('\n')}\n`;
}

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
