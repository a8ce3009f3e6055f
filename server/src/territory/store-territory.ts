import type { MultiPolygon, Polygon } from 'geojson';
import { v7 as uuidv7 } from 'uuid';
import { toEwkb } from '../database/ewkb.js';
import type { Session } from '../database/index.js';
import { learnNames } from '../search/learn-names.js';
import type { GridKind, TerritoryLevel, TerritoryPartition } from '../database/prisma/enums.js';

export interface NewTerritory {
  code: string;
  name: string;
  partition: TerritoryPartition;
  level: TerritoryLevel;
  kind?: GridKind;
  parentCode: string | null;
  /** Leaves have one; an upper level may bring its own, else it is dissolved from what lies below it. */
  boundary?: Polygon | MultiPolygon;
  households?: number | null;
}

export interface TerritoryOrigin {
  /** Null: in force since records began. */
  validFrom: Date | null;
  householdsSource?: string | null;
  householdsAsOf?: Date | null;
}

/** What the new territories join. */
export interface ExistingTerritory {
  countyId: string;
  /** Identities in the database that may be parents, by `partition code`. */
  ids: ReadonlyMap<string, string>;
}

/** From the lowest upper level to the top, so that each is dissolved from what is already there. */
const UPPER_LEVELS = ['COMMUNITY', 'TOWN', 'COUNTY', 'POLICE_AREA', 'STATION', 'COUNTY_BUREAU'] as const;

/**
 * Stores new territory: identities, versions with a boundary of their own, and upper levels dissolved from them.
 * Codes are new, parents are in the same list or existing, boundaries valid; the caller has checked.
 * @param existing absent: the county itself is in the list
 * @returns ids by `partition code`, and the county's id
 */
export async function storeTerritory(
  session: Session,
  territories: NewTerritory[],
  origin: TerritoryOrigin,
  existing?: ExistingTerritory,
): Promise<{ countyId: string; idOf: (partition: TerritoryPartition, code: string) => string }> {
  const ids = new Map(existing?.ids);
  for (const { partition, code } of territories) ids.set(`${partition} ${code}`, uuidv7());
  const idOf = (partition: TerritoryPartition, code: string) => ids.get(`${partition} ${code}`)!;
  const county = territories.find(({ level }) => level === 'COUNTY');
  const countyId = existing?.countyId ?? idOf(county!.partition, county!.code);
  await storeIdentities(session, territories, idOf, countyId);
  await storeGiven(session, territories, idOf, countyId, origin);
  for (const level of UPPER_LEVELS) {
    const uppers = territories.filter((territory) => territory.level === level && !territory.boundary);
    if (uppers.length > 0) await storeUppers(session, uppers, idOf, countyId, origin);
  }
  await session.execute(LINK_TREES, [countyId]);
  await learnNames(
    session,
    territories.map(({ name }) => name),
  );
  return { countyId, idOf };
}

async function storeIdentities(
  session: Session,
  territories: NewTerritory[],
  idOf: (partition: TerritoryPartition, code: string) => string,
  countyId: string,
): Promise<void> {
  await session.execute(
    `INSERT INTO territory (id, partition, level, code, county_id)
     SELECT id, partition, level, code, $5::uuid
     FROM unnest($1::uuid[], $2::territory_partition[], $3::territory_level[], $4::text[]) AS t (id, partition, level, code)`,
    [
      territories.map(({ partition, code }) => idOf(partition, code)),
      territories.map(({ partition }) => partition),
      territories.map(({ level }) => level),
      territories.map(({ code }) => code),
      countyId,
    ],
  );
}

async function storeGiven(
  session: Session,
  territories: NewTerritory[],
  idOf: (partition: TerritoryPartition, code: string) => string,
  countyId: string,
  origin: TerritoryOrigin,
): Promise<void> {
  const given = territories.filter((territory) => territory.boundary);
  if (given.length === 0) return;
  await session.execute(
    `INSERT INTO territory_version (id, territory_id, county_id, parent_id, partition, level, code, name, kind, is_leaf,
       boundary, anchor, area_square_metres, households, households_source, households_as_of, valid_from)
     SELECT id, territory_id, $13::uuid, parent_id, partition, level, code, name, kind, level IN ('GRID', 'MICRO_GRID', 'POLICE_GRID'), boundary,
       (ST_MaximumInscribedCircle(boundary)).center, ST_Area(boundary::geography), households,
       CASE WHEN households IS NOT NULL THEN $11::text END, CASE WHEN households IS NOT NULL THEN $12::date END, $14::timestamptz
     FROM (SELECT id, territory_id, parent_id, partition, level, code, name, kind, ST_Multi(ewkb::geometry) AS boundary, households
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::territory_partition[], $5::territory_level[], $6::text[], $7::text[],
         $8::grid_kind[], $9::text[], $10::int[])
         AS t (id, territory_id, parent_id, partition, level, code, name, kind, ewkb, households)) leaf`,
    [
      given.map(() => uuidv7()),
      given.map(({ partition, code }) => idOf(partition, code)),
      given.map(({ partition, parentCode }) => (parentCode === null ? null : idOf(partition, parentCode))),
      given.map(({ partition }) => partition),
      given.map(({ level }) => level),
      given.map(({ code }) => code),
      given.map(({ name }) => name),
      given.map(({ kind }) => kind ?? 'BASIC'),
      given.map(({ boundary }) => toEwkb(boundary!)),
      given.map(({ households }) => households ?? null),
      origin.householdsSource ?? null,
      origin.householdsAsOf ?? null,
      countyId,
      origin.validFrom,
    ],
  );
}

async function storeUppers(
  session: Session,
  uppers: NewTerritory[],
  idOf: (partition: TerritoryPartition, code: string) => string,
  countyId: string,
  origin: TerritoryOrigin,
): Promise<void> {
  await session.execute(
    `INSERT INTO territory_version (id, territory_id, county_id, parent_id, partition, level, code, name, kind, is_leaf,
       boundary, anchor, area_square_metres, households, households_source, households_as_of, valid_from)
     SELECT id, territory_id, $9::uuid, parent_id, partition, level, code, name, 'BASIC', false, boundary,
       (ST_MaximumInscribedCircle(boundary)).center, ST_Area(boundary::geography), households, $10::text, $11::date, $12::timestamptz
     FROM (SELECT t.*, below.households, ST_Multi(below.boundary) AS boundary
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::territory_partition[], $5::territory_level[], $6::text[], $7::text[])
         AS t (id, territory_id, parent_id, partition, level, code, name)
       JOIN (SELECT parent_id, ST_Union(boundary) AS boundary, sum(households) AS households
         FROM territory_version WHERE parent_id = ANY($8::uuid[]) GROUP BY parent_id) below ON below.parent_id = t.territory_id) upper`,
    [
      uppers.map(() => uuidv7()),
      uppers.map(({ partition, code }) => idOf(partition, code)),
      uppers.map(({ partition, parentCode }) => (parentCode === null ? null : idOf(partition, parentCode))),
      uppers.map(({ partition }) => partition),
      uppers.map(({ level }) => level),
      uppers.map(({ code }) => code),
      uppers.map(({ name }) => name),
      uppers.map(({ partition, code }) => idOf(partition, code)),
      countyId,
      origin.householdsSource ?? null,
      origin.householdsAsOf ?? null,
      origin.validFrom,
    ],
  );
}

/** Each leaf knows the community and the police area it lies in: its parent in one tree, by its anchor in the other. */
const LINK_TREES = `UPDATE territory_version leaf SET
    community_id = (SELECT other.territory_id FROM territory_version other WHERE other.level = 'COMMUNITY'
      AND other.county_id = $1 AND ST_Intersects(other.boundary, leaf.anchor) ORDER BY other.territory_id = leaf.parent_id DESC, other.code LIMIT 1),
    police_area_id = (SELECT other.territory_id FROM territory_version other WHERE other.level = 'POLICE_AREA'
      AND other.county_id = $1 AND ST_Intersects(other.boundary, leaf.anchor) ORDER BY other.territory_id = leaf.parent_id DESC, other.code LIMIT 1)
  WHERE leaf.county_id = $1 AND leaf.is_leaf`;

/** The identity of a county whose boundary will be dissolved from what is imported into it. @returns its id */
export async function storeCountyIdentity(session: Session, code: string): Promise<string> {
  const id = uuidv7();
  await session.execute(
    `INSERT INTO territory (id, partition, level, code, county_id) VALUES ($1, 'SOCIAL', 'COUNTY', $2, $1)`,
    [id, code],
  );
  return id;
}

/** A version for a county that has none, from all that is in force in it. */
export async function storeDissolvedCounty(
  session: Session,
  countyId: string,
  name: string,
  origin: TerritoryOrigin,
): Promise<void> {
  await session.execute(
    `INSERT INTO territory_version (id, territory_id, county_id, partition, level, code, name, is_leaf, boundary, anchor, area_square_metres, valid_from)
     SELECT $2::uuid, c.id, c.id, c.partition, c.level, c.code, $3::text, false, boundary, (ST_MaximumInscribedCircle(boundary)).center,
       ST_Area(boundary::geography), $4::timestamptz
     FROM territory c CROSS JOIN LATERAL (SELECT ST_Multi(ST_Union(v.boundary)) AS boundary FROM territory_version v
       WHERE v.county_id = c.id AND v.level <> 'COUNTY') below WHERE c.id = $1::uuid`,
    [countyId, uuidv7(), name, origin.validFrom],
  );
}

/** Dissolves upper levels in force anew from what lies below them; a county from all that lies in it. */
export async function dissolveAgain(session: Session, territoryIds: readonly string[]): Promise<void> {
  await session.execute(
    `UPDATE territory_version upper SET boundary = fresh.boundary, anchor = (ST_MaximumInscribedCircle(fresh.boundary)).center,
       area_square_metres = ST_Area(fresh.boundary::geography)
     FROM (SELECT u.id, ST_Multi(ST_Union(below.boundary)) AS boundary FROM territory_now u
       JOIN territory_now below ON below.parent_id = u.territory_id
         OR (u.level = 'COUNTY' AND below.county_id = u.territory_id AND below.level <> 'COUNTY')
       WHERE u.territory_id = ANY($1::uuid[]) GROUP BY u.id) fresh
     WHERE upper.id = fresh.id`,
    [territoryIds],
  );
}
