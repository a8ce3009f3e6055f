import type { Context } from '../context.js';
import type { Session } from '../database/index.js';
import { Refusal } from '../errors.js';
import { findAddresses } from './find-addresses.js';
import { markMatch } from './mark-match.js';
import { nameParameters, readingPattern } from './search-pattern.js';
import { SEARCH } from './search.sql.js';
import type { RankedResult, SearchResult } from './search.types.js';

const MAX_RESULTS = 50;
const MAX_LENGTH = 100;

/**
 * Finds places and records by part of their name – written, in pinyin or by initials –, by address, the beginning of a
 * territory's code, or an incident's number.
 */
export async function search(
  { database, viewer, language }: Context,
  text: string,
  first: number,
): Promise<SearchResult[]> {
  const wanted = text.trim();
  if (!Number.isInteger(first) || first < 1 || first > MAX_RESULTS)
    throw new Refusal('BAD_USER_INPUT', 'pageSize', { max: MAX_RESULTS });
  if (wanted.length > MAX_LENGTH) throw new Refusal('BAD_USER_INPUT', 'textTooLong', { max: MAX_LENGTH });
  // PostgreSQL has no text with a NUL in it.
  if (wanted === '' || wanted.includes('\0')) return [];
  return database.read(viewer, async (session) => {
    const addresses = await findAddresses(session, wanted, language);
    const named = await findNamed(session, wanted, first);
    const best = [...addresses, ...named].sort((a, b) => a.rank - b.rank).slice(0, first);
    return mark(session, best, wanted);
  });
}

const findNamed = (session: Session, wanted: string, first: number) =>
  session.query<RankedResult>(SEARCH, nameParameters(wanted, first));

async function mark(session: Session, results: RankedResult[], wanted: string): Promise<SearchResult[]> {
  const pattern = readingPattern(wanted);
  const rows = await session.query<{ name: string; units: string[] }>(
    'SELECT name, json_agg(units ORDER BY units) AS units FROM place_name WHERE name = ANY($1::text[]) GROUP BY name',
    [pattern ? results.map(({ name }) => name) : []],
  );
  const unitsOf = new Map(rows.map(({ name, units }) => [name, units]));
  return results.map((result) => ({
    ...result,
    matched: markMatch(result.name, wanted, pattern, unitsOf.get(result.name) ?? []),
  }));
}
