import type { Context } from '../context.js';
import { containing } from '../database/statement.js';
import { Refusal } from '../errors.js';
import { SEARCH } from './search.sql.js';
import type { SearchResult } from './search.types.js';

const MAX_RESULTS = 50;
const MAX_LENGTH = 100;

/** Finds records by part of their name, the beginning of a territory's code, or an incident's number. */
export async function search(
  { database, viewer }: Context,
  text: string,
  first: number,
): Promise<SearchResult[]> {
  const wanted = text.trim();
  if (!Number.isInteger(first) || first < 1 || first > MAX_RESULTS)
    throw new Refusal('BAD_USER_INPUT', 'pageSize', { max: MAX_RESULTS });
  if (wanted.length > MAX_LENGTH) throw new Refusal('BAD_USER_INPUT', 'textTooLong', { max: MAX_LENGTH });
  if (wanted === '') return [];
  return database.read(viewer, (session) =>
    session.query<SearchResult>(SEARCH, [wanted, containing(wanted), first]),
  );
}
