import type { RawResult } from './types.js';

/** What travels between the main thread and the worker that holds the embedded database. */
export type EmbeddedRequest =
  | { id: number; do: 'query'; sql: string; parameters: (string | null)[] }
  | { id: number; do: 'script'; sql: string }
  | { id: number; do: 'reopen' }
  | { id: number; do: 'dump' }
  | { id: number; do: 'close' };

export interface EmbeddedFailure {
  message: string;
  code?: string | undefined;
  detail?: string | undefined;
  constraint?: string | undefined;
  severity?: string | undefined;
  /** Errors since the database was opened; each leaks stack inside it. */
  errorCount: number;
}

export type EmbeddedReply =
  { id: number; result: RawResult | Uint8Array | null } | { id: number; failure: EmbeddedFailure };

export interface EmbeddedWorkerData {
  dataDir: string | null;
  /** A dump made by `dump`, loaded into a new database. */
  load: Uint8Array | null;
}
