import type { Mapping } from '../values/columns.js';
import type { SourceSystem } from '../values/systems.js';
import type { Note, RowRefusal } from './row-refusal.js';

export type ImportKind = 'territory' | 'posts' | 'incidents' | 'streets';

/** What an import made of a file, or would make. */
export interface ImportReport {
  kind: ImportKind;
  fileName: string;
  format: string;
  encoding: string | null;
  system: Pick<SourceSystem, 'name' | 'assumed'> | null;
  timeZone: string | null;
  mapped: Mapping['mapped'];
  dropped: string[];
  /** Records in the file. */
  read: number;
  /** Records stored, or that would be. */
  taken: number;
  refused: RowRefusal[];
  notes: Note[];
  outcome: 'written' | 'dry-run' | 'refused';
  seconds: number;
}

/** How an import is to be run, whatever it imports. */
export interface ImportOptions {
  columns?: Record<string, string | undefined>;
  crs?: string | undefined;
  latitudeFirst?: boolean | undefined;
  encoding?: string | undefined;
  delimiter?: string | undefined;
  onError?: 'abort' | 'skip' | undefined;
  dryRun?: boolean | undefined;
  /** Ends the import before its next chunk; nothing stays. */
  signal?: AbortSignal | undefined;
  progress?: ((stage: 'read' | 'check' | 'store', done: number, total: number) => void) | undefined;
}
