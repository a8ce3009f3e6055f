import type { Geometry } from 'geojson';
import { v7 as uuidv7 } from 'uuid';
import {
  openDataset,
  publishDataset,
  storeBaseFeatures,
  type NewBaseFeature,
} from '../basemap/store-base-features.js';
import { requireCounty, setSetting } from '../county/county.service.js';
import { toEwkb } from '../database/ewkb.js';
import { localViewer, type Database, type Session } from '../database/index.js';
import { ensurePartition } from '../database/partitions.js';
import type { Sensitivity } from '../database/prisma/enums.js';
import { incidentNumber } from '../incidents/incident-number.js';
import { storeIncidents, type BulkIncident } from '../incidents/store-incidents.js';
import { storePosts } from '../posts/store-posts.js';
import { learnNames } from '../search/learn-names.js';
import { graphOfBaseStreets } from '../streets/base-street-lines.js';
import { reportOn } from '../streets/graph-report.js';
import { storeStreetGraph } from '../streets/store-graph.js';
import { GridFinder, loadLeafVersions } from '../territory/grid-finder.js';
import { storeTerritory, type NewTerritory } from '../territory/store-territory.js';
import { bumpRevision } from '../tiles/revision.js';
import { baseFeaturesOf } from './base-features.js';
import { DEMO_SEED } from './demo-seed.js';
import type { DemoCounty, DemoIncident } from './county/county.types.js';
import { generateCounty } from './county/generate-county.js';
import { generateArrivals } from './county/incidents/generate-arrivals.js';
import { generateIncidents } from './county/incidents/generate-incidents.js';
import { policeGridsOf, storeStaff } from './store-staff.js';

const HISTORY_DAYS = 90;
const CHUNK = 2000;
const DAY_MS = 24 * 3600_000;

/** Whether nothing has been imported yet, neither territory nor a base map, so that the demo may move in. */
export async function isEmpty(database: Database): Promise<boolean> {
  return database.read(localViewer, async (session) => {
    const [row] = await session.query<{ filled: boolean }>(
      'SELECT EXISTS (SELECT FROM territory) OR EXISTS (SELECT FROM dataset WHERE published) AS filled',
    );
    return !row!.filled;
  });
}

/** What the demo moves in with: all its chance comes from one number, all its times from one instant. */
export interface Demo {
  county: DemoCounty;
  incidents: DemoIncident[];
  from: number;
  now: Date;
}

/** Pure computing, a second or two of it. */
export function makeDemo(now = new Date()): Demo {
  const county = generateCounty(DEMO_SEED);
  const from = now.getTime() - HISTORY_DAYS * DAY_MS;
  return {
    county,
    incidents: generateIncidents(county, { seed: DEMO_SEED, from, to: now.getTime() }),
    from,
    now,
  };
}

/** Fills an empty database with the demo county, all of it in one transaction. */
export async function seedDemo(database: Database, demo = makeDemo()): Promise<void> {
  const { county, from, now } = demo;
  for (let month = from; month < now.getTime() + 31 * DAY_MS; month += 27 * DAY_MS)
    await ensurePartition(database, 'incident', new Date(month));
  await database.write(localViewer, async (session) => {
    const { countyId, idOf } = await storeTerritory(session, territoriesOf(county), {
      validFrom: null,
      householdsSource: '演示数据',
      householdsAsOf: now,
    });
    const finder = new GridFinder(await loadLeafVersions(session));
    const postIds = await storePosts(
      session,
      countyId,
      county.posts.map((post) => ({
        ...post,
        place: post.point,
        gridIds: [
          ...post.gridCodes.map((code) => idOf('SOCIAL', code)),
          ...(post.kind === 'STATION' ? policeGridsOf(county, post.name) : []).map((code) =>
            idOf('POLICE', code),
          ),
        ],
      })),
      finder,
    );
    const postIdOf = new Map(county.posts.map((post, i) => [post.code, postIds[i]!]));
    await storeStaff(session, countyId, county, idOf, now);
    await storeRiskPoints(session, countyId, county, finder, now);
    await storeUnits(session, countyId, county, postIdOf, now);
    await learnNames(session, [
      ...county.riskPoints.map(({ name }) => name),
      ...county.units.map(({ callSign }) => callSign),
    ]);
    await storeBaseMap(session, county);
    await setSetting(session, 'county.nameEn', county.nameEn);
    await setSetting(session, 'county.timeZone', county.timeZone);
    await setSetting(session, 'county.demo', true);
    await storeHistory(session, demo, finder);
    await bumpRevision(session, 'territory');
    await bumpRevision(session, 'incidents');
  });
}

function territoriesOf(county: DemoCounty): NewTerritory[] {
  const police = new Set(['COUNTY_BUREAU', 'STATION', 'POLICE_AREA']);
  return [
    ...county.divisions.map((division) => ({
      ...division,
      partition: police.has(division.level) ? ('POLICE' as const) : ('SOCIAL' as const),
    })),
    ...county.grids.map(({ boundary, ...grid }) => ({
      ...grid,
      level: grid.partition === 'SOCIAL' ? ('GRID' as const) : ('POLICE_GRID' as const),
      boundary: { type: 'Polygon' as const, coordinates: boundary },
    })),
  ];
}

async function storeRiskPoints(
  session: Session,
  countyId: string,
  county: DemoCounty,
  finder: GridFinder,
  now: Date,
) {
  const rows = county.riskPoints.map((point) => {
    const place = firstPosition(point.geometry);
    return {
      ...point,
      social: finder.find('SOCIAL', place, now.getTime()),
      police: finder.find('POLICE', place, now.getTime()),
    };
  });
  await session.execute(
    `INSERT INTO risk_point (id, county_id, code, name, kind, level, location, address, owner_organisation, inspection_cycle_days,
       last_inspected_at, grid_id, police_grid_id, community_id, police_area_id)
     SELECT id, $1::uuid, code, name, kind, level, ewkb::geometry, address, owner, cycle, inspected, grid_id, police_grid_id, community_id, police_area_id
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::risk_kind[], $6::risk_level[], $7::text[], $8::text[], $9::text[], $10::int[],
       $11::timestamptz[], $12::uuid[], $13::uuid[], $14::uuid[], $15::uuid[])
       AS t (id, code, name, kind, level, ewkb, address, owner, cycle, inspected, grid_id, police_grid_id, community_id, police_area_id)`,
    [
      countyId,
      rows.map(() => uuidv7()),
      rows.map(({ code }) => code),
      rows.map(({ name }) => name),
      rows.map(({ kind }) => kind),
      rows.map(({ level }) => level),
      rows.map(({ geometry }) => toEwkb(geometry)),
      rows.map(({ address }) => address),
      rows.map(({ ownerOrganisation }) => ownerOrganisation),
      rows.map(({ inspectionCycleDays }) => inspectionCycleDays),
      rows.map(({ lastInspectedDaysAgo }) => new Date(now.getTime() - lastInspectedDaysAgo * DAY_MS)),
      rows.map(({ social }) => social?.territoryId ?? null),
      rows.map(({ police }) => police?.territoryId ?? null),
      rows.map(({ social }) => social?.communityId ?? null),
      rows.map(({ police }) => police?.policeAreaId ?? null),
    ],
  );
}

const firstPosition = (geometry: Geometry) =>
  (geometry as { coordinates: unknown[] }).coordinates.flat(3).slice(0, 2) as [number, number];

async function storeUnits(
  session: Session,
  countyId: string,
  county: DemoCounty,
  postIdOf: Map<string, string>,
  now: Date,
): Promise<void> {
  const ids = county.units.map(() => uuidv7());
  await session.execute(
    `INSERT INTO unit (id, county_id, call_sign, kind, state, home_post_id)
     SELECT id, $1::uuid, call_sign, kind, 'PATROLLING', home_post_id
     FROM unnest($2::uuid[], $3::text[], $4::unit_kind[], $5::uuid[]) AS t (id, call_sign, kind, home_post_id)`,
    [
      countyId,
      ids,
      county.units.map(({ callSign }) => callSign),
      county.units.map(({ kind }) => kind),
      county.units.map(({ homePostCode }) => postIdOf.get(homePostCode) ?? null),
    ],
  );
  const shifts = ids.flatMap((unitId, i) => shiftsUntil(now, i).map((shift) => ({ unitId, ...shift })));
  await session.execute(
    `INSERT INTO shift (id, unit_id, county_id, on_duty_at, off_duty_at)
     SELECT id, unit_id, $1::uuid, on_duty_at, off_duty_at
     FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[]) AS t (id, unit_id, on_duty_at, off_duty_at)`,
    [
      countyId,
      shifts.map(() => uuidv7()),
      shifts.map(({ unitId }) => unitId),
      shifts.map(({ onDutyAt }) => onDutyAt),
      shifts.map(({ offDutyAt }) => offDutyAt),
    ],
  );
  await session.execute(
    `INSERT INTO unit_position (unit_id, county_id, location, recorded_at, simulated)
     SELECT unit_id, $1::uuid, place::geometry, $2::timestamptz, true FROM unnest($3::uuid[], $4::text[]) AS t (unit_id, place)`,
    [countyId, now, ids, county.units.map(({ start }) => toEwkb({ type: 'Point', coordinates: start }))],
  );
}

const SHIFT_MS = 8 * 3600_000;
const SHIFT_DAYS = 3;

/** The present shift of a unit, since the last change of shifts, and those of the days before: eight hours in 24. */
function shiftsUntil(now: Date, unit: number): { onDutyAt: Date; offDutyAt: Date | null }[] {
  const change = Math.floor(now.getTime() / SHIFT_MS) * SHIFT_MS;
  return Array.from({ length: SHIFT_DAYS + 1 }, (_, daysAgo) => {
    // Nobody comes and goes on the stroke of the hour; and every third unit worked another shift yesterday.
    const early = ((unit * 7) % 11) * 60_000;
    const late = ((unit * 5) % 13) * 60_000;
    const start = change - daysAgo * DAY_MS + (daysAgo > 0 && unit % 3 === 0 ? SHIFT_MS : 0) - early;
    return {
      onDutyAt: new Date(start),
      offDutyAt: daysAgo === 0 ? null : new Date(start + SHIFT_MS + early + late),
    };
  });
}

async function storeBaseMap(session: Session, county: DemoCounty): Promise<void> {
  const dataset = await openDataset(session, 'demo', null);
  const features: NewBaseFeature[] = baseFeaturesOf(county);
  for (let i = 0; i < features.length; i += CHUNK)
    await storeBaseFeatures(session, dataset, features.slice(i, i + CHUNK));
  const graph = graphOfBaseStreets(features.filter(({ layer }) => layer === 'street'));
  await storeStreetGraph(session, dataset, graph, reportOn(graph));
  await publishDataset(session, dataset);
}

async function storeHistory(session: Session, demo: Demo, finder: GridFinder): Promise<void> {
  const { incidents, now } = demo;
  const county = await requireCounty(session);
  const kinds = await session.query<{ code: string; priority: number; sensitivity: Sensitivity }>(
    'SELECT code, priority, sensitivity FROM incident_kind',
  );
  const kindOf = new Map(kinds.map((kind) => [kind.code, kind]));
  const counts = new Map<string, number>();
  const arrivals = generateArrivals(demo.county, incidents, (kind) => kindOf.get(kind)!.priority, {
    seed: DEMO_SEED,
    now: now.getTime(),
  });
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: county.timeZone });
  const rows: BulkIncident[] = incidents.map((incident, i) => {
    const date = day.format(incident.reportedAt).replaceAll('-', '');
    const count = (counts.get(date) ?? 0) + 1;
    counts.set(date, count);
    const { priority, sensitivity } = kindOf.get(incident.kind)!;
    return {
      ...incident,
      number: incidentNumber(incident.source, date, count),
      status: incident.status as BulkIncident['status'],
      priority,
      sensitivity,
      occurredPrecision: 'INSTANT',
      longitude: incident.point[0],
      latitude: incident.point[1],
      arrival: arrivals[i]!,
    };
  });
  for (let i = 0; i < rows.length; i += CHUNK)
    await storeIncidents(session, rows.slice(i, i + CHUNK), finder, {
      county,
      simulated: true,
      importRunId: null,
    });
  await session.execute(
    `INSERT INTO incident_counter (day, last) SELECT to_date(day, 'YYYYMMDD'), last FROM unnest($1::text[], $2::int[]) AS t (day, last)`,
    [[...counts.keys()], [...counts.values()]],
  );
}
