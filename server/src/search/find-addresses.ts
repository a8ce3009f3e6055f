import type { Geometry } from 'geojson';
import type { Session } from '../database/index.js';
import { render, type Language } from '../messages/index.js';
import { addressQueries, nameParameters, type AddressQuery } from './search-pattern.js';
import { SEARCH_ADDRESSES } from './search.sql.js';
import type { RankedResult } from './search.types.js';

interface AddressRow {
  id: string;
  street: string;
  address: string;
  number: number;
  rank: number;
  location: Geometry;
}

/** Without 号 a number may be part of a name: then only a street that begins with the text counts. */
const SURE_RANK = 3;
const UNSURE_RANK = 2.5;
/** A house this many numbers away says nothing about the place any more. */
const NEAR = 60;

/** Addresses that a text asks for: the number itself, or the nearest that the data has. */
export async function findAddresses(
  session: Session,
  text: string,
  language: Language,
): Promise<RankedResult[]> {
  for (const query of addressQueries(text)) {
    const rows = await session.query<AddressRow>(SEARCH_ADDRESSES, [
      ...nameParameters(query.street, query.number),
      query.isSure ? SURE_RANK : UNSURE_RANK,
    ]);
    const near = rows.filter(({ number }) => Math.abs(number - query.number) <= NEAR);
    if (near.length > 0) return near.map((row) => resultOf(row, query, language));
  }
  return [];
}

function resultOf(row: AddressRow, query: AddressQuery, language: Language): RankedResult {
  const { id, street, address, number, location } = row;
  const isExact = number === query.number;
  const common = { id, kind: 'ADDRESS' as const, location, bounds: null };
  if (isExact) return { ...common, name: addressUpTo(address, street, number), detail: null, rank: row.rank };
  // The wrong number, so that it comes after what fits as well.
  return {
    ...common,
    name: render('searchNear', { street, number: query.number }, language),
    detail: render('searchNearest', { address: addressUpTo(address, street, number) }, language),
    rank: row.rank + (query.isSure ? 0.1 : 2.6),
  };
}

/** An address without what follows the house number: compound, building. */
function addressUpTo(address: string, street: string, number: number): string {
  const end =
    address.indexOf(String(number), address.indexOf(street) + street.length) + String(number).length;
  return address.slice(0, end) + (/^[号號幢栋弄]/u.exec(address.slice(end))?.[0] ?? '');
}
