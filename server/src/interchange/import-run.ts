import { v7 as uuidv7 } from 'uuid';
import type { Session } from '../database/index.js';
import { Refusal } from '../errors.js';
import type { RowRefusal } from './report/row-refusal.js';
import type { ImportKind, ImportOptions, ImportReport } from './report/import-report.js';

/** Puts the import on record, in the transaction that stores it. @returns the run's id */
export async function recordRun(session: Session, kind: ImportKind, fileName: string): Promise<string> {
  const id = uuidv7();
  await session.execute('INSERT INTO import_run (id, kind, file_name) VALUES ($1, $2, $3)', [
    id,
    kind,
    fileName,
  ]);
  return id;
}

export async function finishRun(session: Session, id: string, taken: number, refused: number): Promise<void> {
  await session.execute(
    'UPDATE import_run SET finished_at = clock_timestamp(), taken = $2, refused = $3 WHERE id = $1',
    [id, taken, refused],
  );
}

/** @throws Refusal UNAVAILABLE once the user has asked to stop; thrown inside a transaction, it undoes it */
export function stopIfAsked({ signal }: ImportOptions): void {
  if (signal?.aborted) throw new Refusal('UNAVAILABLE', 'importInterrupted');
}

/** What is to happen with the good records, given the bad ones. */
export function outcomeOf(options: ImportOptions, refused: number, good: number): ImportReport['outcome'] {
  if (good === 0 || (refused > 0 && options.onError !== 'skip')) return 'refused';
  return options.dryRun ? 'dry-run' : 'written';
}

/** Refusals as they stand in the file. */
export const inOrder = (refused: RowRefusal[]): RowRefusal[] =>
  refused.sort((a, b) => a.line - b.line || (a.feature ?? 0) - (b.feature ?? 0));
