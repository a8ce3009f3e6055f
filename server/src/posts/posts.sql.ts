import type { Selection } from '../database/look-ahead.js';
import { containing, envelope, geoJson, type Parameters } from '../database/statement.js';
import type { PostFilter } from './posts.inputs.js';

export const postSelection: Selection = {
  types: ['Post'],
  fields: {
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
  },
};

export function postWhere(filter: PostFilter, parameters: Parameters): string[] {
  const where = ['p.ended_at IS NULL'];
  if (filter.kinds) where.push(`p.kind = ANY(${parameters.add(filter.kinds, 'post_kind[]')})`);
  if (filter.text) where.push(`p.name ILIKE ${parameters.add(containing(filter.text), 'text')}`);
  if (filter.bbox) where.push(`p.location && ${envelope(filter.bbox, parameters)}`);
  return where;
}
