import type { Selection } from '../database/look-ahead.js';
import { containing, envelope, geoJson, type Parameters } from '../database/statement.js';
import { hasGrids, jurisdictionAt } from './jurisdictions.js';
import type { PostFilter } from './posts.inputs.js';

const fields: Selection['fields'] = {
  id: (p) => `${p}.id`,
  code: (p) => `${p}.code`,
  kind: (p) => `${p}.kind`,
  name: (p) => `${p}.name`,
  location: (p) => geoJson(`${p}.location`),
  jurisdiction: (p) => geoJson(`${p}.jurisdiction`),
  address: (p) => `${p}.address`,
  openAroundTheClock: (p) => `${p}.open_around_the_clock`,
  opensAtMinute: (p) => `${p}.opens_at_minute`,
  closesAtMinute: (p) => `${p}.closes_at_minute`,
};

export const postSelection: Selection = { types: ['Post'], fields };

/** Posts as of an instant, with the jurisdiction of then; without one, now. */
export const postSelectionAt = (at: Date | undefined): Selection => (at ? selectionOf(at) : postSelection);

const selectionOf = (at: Date): Selection => ({
  types: ['Post'],
  fields: {
    ...fields,
    jurisdiction: (p, parameters) => {
      const then = jurisdictionAt(p, parameters.add(at, 'timestamptz'));
      return geoJson(`CASE WHEN ${hasGrids(p)} THEN ${then} ELSE ${p}.jurisdiction END`);
    },
  },
});

export function postWhere(filter: PostFilter, parameters: Parameters): string[] {
  const where = [
    filter.at
      ? `(p.ended_at IS NULL OR p.ended_at > ${parameters.add(filter.at, 'timestamptz')})`
      : 'p.ended_at IS NULL',
  ];
  if (filter.kinds) where.push(`p.kind = ANY(${parameters.add(filter.kinds, 'post_kind[]')})`);
  if (filter.text) where.push(`p.name ILIKE ${parameters.add(containing(filter.text), 'text')}`);
  if (filter.bbox) where.push(`p.location && ${envelope(filter.bbox, parameters)}`);
  return where;
}
