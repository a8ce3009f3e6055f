import type { Selection } from '../database/look-ahead.js';
import { containing, envelope, geoJson, type Parameters } from '../database/statement.js';
import { postSelection } from '../posts/posts.sql.js';
import type { GridFilter, TerritoryFilter } from './territory.inputs.js';

/** Both types read from rows of `territory_version` (one version of one territory). */
const versionFields: Selection['fields'] = {
  id: (t) => `${t}.territory_id`,
  code: (t) => `${t}.code`,
  name: (t) => `${t}.name`,
  partition: (t) => `${t}.partition`,
  level: (t) => `${t}.level`,
  boundary: (t) => geoJson(`${t}.boundary`),
  anchor: (t) => geoJson(`${t}.anchor`),
  areaSquareMetres: (t) => `${t}.area_square_metres`,
  households: (t) => `${t}.households`,
  validFrom: (t) => `${t}.valid_from`,
  validTo: (t) => `${t}.valid_to`,
  parent: {
    selection: () => territorySelection,
    // The parent's version in force when this one was; the newest of them.
    from: (t, parent) =>
      `FROM territory_version ${parent} WHERE ${parent}.territory_id = ${t}.parent_id AND ` +
      `tstzrange(${parent}.valid_from, ${parent}.valid_to) && tstzrange(${t}.valid_from, ${t}.valid_to) ` +
      `ORDER BY ${parent}.valid_from DESC NULLS LAST`,
  },
};

export const territorySelection: Selection = { types: ['Territory'], fields: versionFields };

const answeringPost = (kinds: string) => ({
  selection: () => postSelection,
  from: (t: string, post: string) =>
    `FROM post_grid ${post}_link JOIN post ${post} ON ${post}.id = ${post}_link.post_id ` +
    `WHERE ${post}_link.territory_id = ${t}.territory_id AND ${post}.kind IN (${kinds}) AND ${post}.ended_at IS NULL ` +
    `AND tstzrange(${post}_link.valid_from, ${post}_link.valid_to) @> now() ` +
    `ORDER BY array_position(ARRAY[${kinds}], ${post}.kind::text), ${post}.id`,
});

const lastSeen = (t: string) =>
  `(SELECT last_seen_at FROM grid_sighting WHERE grid_sighting.territory_id = ${t}.territory_id)`;

export const gridSelection: Selection = {
  types: ['Grid'],
  fields: {
    ...versionFields,
    kind: (t) => `${t}.kind`,
    householdsSource: (t) => `${t}.households_source`,
    householdsAsOf: (t) => `${t}.households_as_of::timestamptz`,
    post: answeringPost(`'OFFICE', 'STATION'`),
    liaisonStation: answeringPost(`'LIAISON_STATION'`),
    lastSeenAt: lastSeen,
    minutesSinceSeen: (t) => `floor(extract(epoch FROM now() - ${lastSeen(t)}) / 60)::int`,
    // Two subqueries, of which one runs: an OR or CASE over both columns would leave the indexes unused.
    incidentCount: (t, parameters, args) => {
      const during =
        (args.from ? ` AND counted.reported_at >= ${parameters.add(args.from as Date, 'timestamptz')}` : '') +
        (args.to ? ` AND counted.reported_at < ${parameters.add(args.to as Date, 'timestamptz')}` : '');
      const count = (column: string) =>
        `(SELECT count(*) FROM incident counted WHERE counted.${column} = ${t}.territory_id${during})`;
      return `CASE WHEN ${t}.partition = 'SOCIAL' THEN ${count('grid_id')} ELSE ${count('police_grid_id')} END`;
    },
  },
};

export const GRID_LEVELS = `('GRID', 'POLICE_GRID')`;

/** In force at an instant; without one, now. */
export function inForce(t: string, at: Date | undefined, parameters: Parameters): string {
  const instant = at ? parameters.add(at, 'timestamptz') : 'now()';
  return `(${t}.valid_from IS NULL OR ${t}.valid_from <= ${instant}) AND (${t}.valid_to IS NULL OR ${t}.valid_to > ${instant})`;
}

const nameOrCode = (t: string, text: string, parameters: Parameters) =>
  `(${t}.name ILIKE ${parameters.add(containing(text), 'text')} OR starts_with(${t}.code, ${parameters.add(text, 'text')}))`;

export function territoryWhere(filter: TerritoryFilter, parameters: Parameters): string[] {
  const where = [inForce('t', filter.at, parameters)];
  if (filter.partition)
    where.push(`t.partition = ${parameters.add(filter.partition, 'territory_partition')}`);
  if (filter.levels) where.push(`t.level = ANY(${parameters.add(filter.levels, 'territory_level[]')})`);
  if (filter.text) where.push(nameOrCode('t', filter.text, parameters));
  return where;
}

export function gridWhere(filter: GridFilter, parameters: Parameters): string[] {
  const where = [inForce('g', filter.at, parameters), `g.level IN ${GRID_LEVELS}`];
  if (filter.partition)
    where.push(`g.partition = ${parameters.add(filter.partition, 'territory_partition')}`);
  if (filter.kinds) where.push(`g.kind = ANY(${parameters.add(filter.kinds, 'grid_kind[]')})`);
  if (filter.text) where.push(nameOrCode('g', filter.text, parameters));
  if (filter.bbox) where.push(`g.boundary && ${envelope(filter.bbox, parameters)}`);
  if (filter.ids) where.push(`g.territory_id = ANY(${parameters.add(filter.ids, 'uuid[]')})`);
  if (filter.communityId) where.push(`g.community_id = ${parameters.add(filter.communityId, 'uuid')}`);
  if (filter.policeAreaId) where.push(`g.police_area_id = ${parameters.add(filter.policeAreaId, 'uuid')}`);
  return where;
}
