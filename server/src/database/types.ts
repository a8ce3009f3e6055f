/** Who asks. For now one local viewer; roles and row-level security will read the same record. */
export interface Viewer {
  /** Letters, digits and hyphens only: it travels into `SET LOCAL`. */
  id: string;
}

export const localViewer: Viewer = { id: 'local' };

/** What a statement takes. Arrays become PostgreSQL arrays, plain objects JSON. */
export type Parameter =
  string | number | bigint | boolean | Date | Uint8Array | null | undefined | object | readonly Parameter[];

/** Rows in PostgreSQL's text format, the same from both drivers. */
export interface RawResult {
  fields: { name: string; dataTypeID: number }[];
  rows: (string | null)[][];
  affectedRows: number;
}

/** One open transaction. */
export interface Session {
  /** Runs one statement and returns its rows with numbers, booleans and JSON parsed; instants stay ISO strings. */
  query<Row = Record<string, unknown>>(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  /** As `query`, for statements whose answer is a count of rows changed. */
  execute(sql: string, parameters?: readonly Parameter[]): Promise<number>;
  raw(sql: string, parameters?: readonly Parameter[]): Promise<RawResult>;
}

/** A connection as a driver sees it: text in, text out, transactions by the layer above. */
export interface DriverConnection {
  /** `name`: a prepared statement to keep on the connection; the driver may ignore it. */
  query(sql: string, parameters: (string | null)[], name?: string): Promise<RawResult>;
  /** Several statements without parameters, no result. */
  script(sql: string): Promise<void>;
  release(failed: boolean): void;
}

export interface Driver {
  kind: 'embedded' | 'server';
  /** Waits for its turn. The caller must release. */
  connect(mode: 'read' | 'write'): Promise<DriverConnection>;
  close(): Promise<void>;
}

export interface Database {
  kind: 'embedded' | 'server';
  read<T>(viewer: Viewer, work: (session: Session) => Promise<T>): Promise<T>;
  /** Commits when `work` resolves, rolls back when it throws. */
  write<T>(viewer: Viewer, work: (session: Session) => Promise<T>): Promise<T>;
  /** For migrations only: statements without parameters, outside any transaction of ours. */
  script(sql: string): Promise<void>;
  close(): Promise<void>;
}
