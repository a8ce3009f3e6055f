import { setSetting } from '../county/county.service.js';
import type { Session } from '../database/index.js';

/** Raised when names are read otherwise than before: the next start then reads all of them anew. */
const READING_VERSION = 1;
const SETTING = 'search.readings';

/** Makes names findable by pinyin and initials; to be called in the transaction that stores who bears them. */
export async function learnNames(session: Session, names: Iterable<string | null>): Promise<void> {
  const distinct = [...new Set(names)].filter((name) => name !== null && name !== '');
  if (distinct.length === 0) return;
  // Its dictionary takes a moment to load, and only who stores names needs it.
  const { readingsOf } = await import('./readings.js');
  const rows = distinct.flatMap((name) => readingsOf(name!).map((reading) => ({ name: name!, ...reading })));
  await session.execute(
    `INSERT INTO place_name (name, written, units, pinyin) SELECT name, lower(name), units, pinyin
     FROM unnest($1::text[], $2::text[], $3::text[]) AS t (name, units, pinyin) ON CONFLICT DO NOTHING`,
    [rows.map(({ name }) => name), rows.map(({ units }) => units), rows.map(({ pinyin }) => pinyin)],
  );
}

/** Learns the names of a dataset of the base map. */
export async function learnDataset(session: Session, datasetId: string): Promise<void> {
  const rows = await session.query<{ name: string }>(
    'SELECT DISTINCT name FROM base_feature WHERE dataset_id = $1 AND name IS NOT NULL',
    [datasetId],
  );
  await learnNames(
    session,
    rows.map(({ name }) => name),
  );
}

/** Reads all names of a database that was filled before they were read, or when they were read otherwise. */
export async function learnAllNames(session: Session): Promise<void> {
  const [known] = await session.query<{ value: unknown }>('SELECT value FROM setting WHERE key = $1', [
    SETTING,
  ]);
  if (known?.value === READING_VERSION) return;
  const rows = await session.query<{ name: string }>(
    `SELECT name FROM territory_version UNION SELECT name FROM post UNION SELECT name FROM risk_point
     UNION SELECT call_sign FROM unit UNION SELECT name FROM base_feature WHERE name IS NOT NULL`,
  );
  await session.execute('DELETE FROM place_name');
  await learnNames(
    session,
    rows.map(({ name }) => name),
  );
  await setSetting(session, SETTING, READING_VERSION);
}
