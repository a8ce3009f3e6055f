import type { Relation, Selection } from '../database/look-ahead.js';
import { containing, envelope, geoJson, type Parameters } from '../database/statement.js';
import { postSelectionAt } from '../posts/posts.sql.js';
import type { GridFilter, TerritoryFilter } from './territory.inputs.js';

/** The instant a record is shown as of, as SQL; it may depend on the row itself. */
type Instant = (t: string, parameters: Parameters) => string;

const NOW: Instant = () => 'now()';

/** Both types read from rows of `territory_version` (one version of one territory). */
const versionFields = (parent: { selection: () => Selection; instant: Instant }): Selection['fields'] => ({
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
    selection: parent.selection,
    // The parent's version in force then; else the newest that was in force while this one was.
    from: (t, child, parameters) =>
      `FROM territory_version ${child} WHERE ${child}.territory_id = ${t}.parent_id AND ` +
      `tstzrange(${child}.valid_from, ${child}.valid_to) && tstzrange(${t}.valid_from, ${t}.valid_to) ` +
      `ORDER BY tstzrange(${child}.valid_from, ${child}.valid_to) @> ${parent.instant(t, parameters)} DESC, ` +
      `${child}.valid_from DESC NULLS LAST`,
  },
});

const territorySelectionOf = (instant: Instant): Selection => {
  const selection: Selection = {
    types: ['Territory'],
    fields: versionFields({ selection: () => selection, instant }),
  };
  return selection;
};

const answeringPost = (kinds: readonly string[], instant: Instant, at: Date | undefined): Relation => ({
  selection: () => postSelectionAt(at),
  from: (t, post, parameters) => {
    const order = `ARRAY[${kinds.map((kind) => `'${kind}'`).join(', ')}]`;
    const then = instant(t, parameters);
    return (
      `FROM post_grid ${post}_link JOIN post ${post} ON ${post}.id = ${post}_link.post_id ` +
      `WHERE ${post}_link.territory_id = ${t}.territory_id AND ${post}.kind::text = ANY(${order}) ` +
      `AND (${post}.ended_at IS NULL OR ${post}.ended_at > ${then}) ` +
      `AND tstzrange(${post}_link.valid_from, ${post}_link.valid_to) @> ${then} ` +
      `ORDER BY array_position(${order}, ${post}.kind::text), ${post}.id`
    );
  },
});

const lastSeen = (t: string) =>
  `(SELECT last_seen_at FROM grid_sighting WHERE grid_sighting.territory_id = ${t}.territory_id)`;

const gridSelectionOf = (instant: Instant, at?: Date): Selection => ({
  types: ['Grid'],
  fields: {
    ...versionFields({ selection: () => territorySelectionOf(instant), instant }),
    kind: (t) => `${t}.kind`,
    householdsSource: (t) => `${t}.households_source`,
    householdsAsOf: (t) => `${t}.households_as_of::timestamptz`,
    post: answeringPost(['OFFICE', 'STATION'], instant, at),
    liaisonStation: answeringPost(['LIAISON_STATION'], instant, at),
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
});

const given =
  (at: Date): Instant =>
  (_, parameters) =>
    parameters.add(at, 'timestamptz');

export const gridSelection = gridSelectionOf(NOW);

/** Grids with what belonged to them at an instant: parent, posts, jurisdictions. Without one, now. */
export const gridSelectionAt = (at: Date | undefined): Selection =>
  at ? gridSelectionOf(given(at), at) : gridSelection;

/** Upper levels with the parent they had at an instant; without one, now. */
export const territorySelectionAt = (at: Date | undefined): Selection =>
  territorySelectionOf(at ? given(at) : NOW);

/** Versions each as of its own time: today's as of now, past ones as of their last moment, coming ones as of their first. */
export const gridVersionSelection = gridSelectionOf(
  (t) => `greatest(${t}.valid_from, least(now(), ${t}.valid_to - interval '1 millisecond'))`,
);

/** The posts of a grid, one of each kind, at an instant; without one, now. */
export const postOfGrid = (kind: string, at: Date | undefined): Relation =>
  answeringPost([kind], at ? given(at) : NOW, at);

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
