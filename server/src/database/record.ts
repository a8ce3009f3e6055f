import { jsonOf, type Requested, type Selection } from './look-ahead.js';
import { Parameters } from './statement.js';
import type { Session } from './types.js';

/** Reads one record, or null, with just the fields the query asks for. `rest` is the `FROM … WHERE …` for the alias `r`. */
export async function readRecord<Row>(
  session: Session,
  requested: Requested,
  selection: Selection,
  rest: (parameters: Parameters) => string,
): Promise<Row | null> {
  const rows = await readRecords<Row>(
    session,
    requested,
    selection,
    (parameters) => `${rest(parameters)} LIMIT 1`,
  );
  return rows[0] ?? null;
}

/** As `readRecord`, for a short list that needs no paging. */
export async function readRecords<Row>(
  session: Session,
  requested: Requested,
  selection: Selection,
  rest: (parameters: Parameters) => string,
): Promise<Row[]> {
  const parameters = new Parameters();
  const json = jsonOf(selection, 'r', requested, parameters);
  const rows = await session.query<{ record: Row }>(
    `SELECT ${json} AS record ${rest(parameters)}`,
    parameters.values,
  );
  return rows.map((row) => row.record);
}
