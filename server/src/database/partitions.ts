import { localViewer, type Database } from './types.js';

type PartitionedTable = 'incident' | 'unit_track' | 'event';

const known = new WeakMap<Database, Set<string>>();

/**
 * Makes sure the month of an instant has its partition, in a transaction of its own: making one locks the whole table.
 */
export async function ensurePartition(
  database: Database,
  table: PartitionedTable,
  instant: Date,
): Promise<void> {
  const months = known.get(database) ?? new Set();
  known.set(database, months);
  const key = `${table} ${instant.toISOString().slice(0, 7)}`;
  if (months.has(key)) return;
  await database.write(localViewer, (session) =>
    session.query('SELECT ensure_month_partition($1, $2)', [table, instant]),
  );
  months.add(key);
}
