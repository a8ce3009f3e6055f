import { localViewer, migrate, openDatabase } from '@maplebridge/server/database/index';
import { ensurePartition } from '@maplebridge/server/database/partitions';
import { requireCounty, setSetting } from '@maplebridge/server/county/county.service';
import { storeIncidents } from '@maplebridge/server/incidents/store-incidents';
import { GridFinder, loadLeafVersions } from '@maplebridge/server/territory/grid-finder';
import { storeTerritory } from '@maplebridge/server/territory/store-territory';
import { createRandom } from './random.mjs';

const columns = 12;
const rows = 10;
const cellDegrees = 0.02;
const west = 120;
const south = 30;
const community = '990199001001';
const chunk = 5_000;
const dayMilliseconds = 86_400_000;
const until = Date.UTC(2026, 9, 31);
const days = 90;

/** Where the county lies. */
export const bounds = { west, south, east: west + columns * cellDegrees, north: south + rows * cellDegrees };

/**
 * Migrates a database and fills it through the server's own bulk store: 120 social and 2 police grids, `count` incidents
 * over 90 days, half of them around eight busy places and half anywhere.
 *
 * @param {string} databaseUrl
 * @param {number} count
 */
export async function fill(databaseUrl, count) {
  const database = await openDatabase({ databaseUrl });
  try {
    await migrate(database);
    for (let day = 0; day <= days; day += 15)
      await ensurePartition(database, 'incident', new Date(until - day * dayMilliseconds));
    await database.write(localViewer, async (session) => {
      await storeTerritory(session, territories(), { validFrom: null });
      await setSetting(session, 'county.timeZone', 'Asia/Shanghai');
      const county = await requireCounty(session);
      const finder = new GridFinder(await loadLeafVersions(session));
      const kinds = await session.query(
        'SELECT code AS kind, priority, sensitivity FROM incident_kind ORDER BY code',
      );
      const incidents = makeIncidents(count, kinds);
      for (let i = 0; i < incidents.length; i += chunk)
        await storeIncidents(session, incidents.slice(i, i + chunk), finder, {
          county,
          simulated: false,
          importRunId: null,
        });
    });
  } finally {
    await database.close();
  }
}

function territories() {
  const grids = Array.from({ length: columns * rows }, (_, i) => ({
    code: community + String(i + 1).padStart(3, '0'),
    name: `测试社区第${i + 1}网格`,
    partition: 'SOCIAL',
    level: 'GRID',
    parentCode: community,
    boundary: rectangle(i % columns, Math.floor(i / columns), (i % columns) + 1, Math.floor(i / columns) + 1),
  }));
  const upper = (partition, level, code, name, parentCode) => ({ partition, level, code, name, parentCode });
  const policeGrid = (code, left, right) => ({
    ...upper('POLICE', 'POLICE_GRID', code, `警格${code}`, 'B101'),
    boundary: rectangle(left, 0, right, rows),
  });
  return [
    upper('SOCIAL', 'COUNTY', '990199', '测试县', null),
    upper('SOCIAL', 'TOWN', '990199001', '测试镇', '990199'),
    upper('SOCIAL', 'COMMUNITY', community, '测试社区', '990199001'),
    ...grids,
    upper('POLICE', 'COUNTY_BUREAU', 'B', '测试县公安局', null),
    upper('POLICE', 'STATION', 'B1', '测试派出所', 'B'),
    upper('POLICE', 'POLICE_AREA', 'B101', '测试警务区', 'B1'),
    policeGrid('B10101', 0, columns / 2),
    policeGrid('B10102', columns / 2, columns),
  ];
}

function rectangle(left, bottom, right, top) {
  const at = (x, y) => [round(west + x * cellDegrees), round(south + y * cellDegrees)];
  const ring = [at(left, bottom), at(right, bottom), at(right, top), at(left, top), at(left, bottom)];
  return { type: 'Polygon', coordinates: [ring] };
}

function makeIncidents(count, kinds) {
  const random = createRandom(2026);
  const pick = (values) => values[Math.floor(random() * values.length)];
  const bell = () => (random() + random() + random() + random() - 2) / 2;
  const busy = Array.from({ length: 8 }, () => [0.1 + 0.8 * random(), 0.1 + 0.8 * random()]);
  const within = (share) => Math.min(0.9999, Math.max(0.0001, share));
  // As they were reported: a county's table fills in the order of time.
  const instants = Array.from({ length: count }, () => Math.round(until - random() * days * dayMilliseconds));
  return instants.sort().map((reportedAt, i) => {
    const centre = pick(busy);
    const [x, y] = random() < 0.5 ? [random(), random()] : centre.map((share) => share + 0.08 * bell());
    return {
      ...pick(kinds),
      number: `990199-${String(i).padStart(8, '0')}`,
      source: pick(['CALL_110', 'CALL_110', 'HOTLINE_12345', 'GRID_REPORT']),
      status: random() < 0.9 ? 'CLOSED' : pick(['HANDLING', 'SIGNED', 'AWAITING_FEEDBACK']),
      reportedAt,
      occurredAt: reportedAt - Math.floor(random() * 600_000),
      occurredPrecision: 'INSTANT',
      longitude: round(bounds.west + within(x) * (bounds.east - bounds.west)),
      latitude: round(bounds.south + within(y) * (bounds.north - bounds.south)),
      address: `测试路${1 + Math.floor(random() * 200)}号`,
      description: '报警人称现场有情况，请求派人查看处理。',
    };
  });
}

const round = (degrees) => Math.round(degrees * 1e7) / 1e7;
