/**
 * The worker thread that holds the embedded database: PGlite blocks the event loop of the thread it runs in.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { postgis } from '@electric-sql/pglite-postgis';
import type {
  EmbeddedFailure,
  EmbeddedReply,
  EmbeddedRequest,
  EmbeddedWorkerData,
} from './embedded-protocol.js';
import type { RawResult } from './types.js';

const port = parentPort!;
const { dataDir, load } = workerData as EmbeddedWorkerData;

const identity = (value: unknown) => value as string;

let errorCount = 0;
let database = await open(load);
port.postMessage({ id: 0, result: null } satisfies EmbeddedReply);

async function open(from: Uint8Array | null): Promise<PGlite> {
  const options: PGliteOptions = {
    extensions: { postgis, btree_gist, pg_trgm },
    ...(from ? { loadDataDir: new Blob([from as Uint8Array<ArrayBuffer>]) } : {}),
  };
  const opened = await PGlite.create(dataDir ?? 'memory://', options);
  await opened.exec("SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET jit = off;");
  // Text in, text out: one conversion for both drivers, in text-format.ts.
  for (const type of Object.keys(opened.parsers)) opened.parsers[Number(type)] = identity;
  for (const type of Object.keys(opened.serializers)) opened.serializers[Number(type)] = identity;
  errorCount = 0;
  return opened;
}

async function query(sql: string, parameters: (string | null)[]): Promise<RawResult> {
  const counted = changesWithoutReturning(sql);
  const result = (await database.query(counted ? countingChanges(sql) : sql, parameters, {
    rowMode: 'array',
  })) as unknown as RawResult | undefined;
  // A GEOS exception ends a statement without rows, without fields and without an error.
  if (!result || (result.fields.length === 0 && (counted || returnsRows(sql))))
    throw Object.assign(new Error('The spatial library gave up on a geometry in this statement.'), {
      code: 'MB001',
    });
  if (counted) return { fields: [], rows: [], affectedRows: Number(result.rows[0]![0]) };
  return { fields: result.fields, rows: result.rows, affectedRows: result.affectedRows ?? 0 };
}

function returnsRows(sql: string): boolean {
  return /^\s*(select|with|values|table)\b/i.test(sql) || /\breturning\b/i.test(sql);
}

function changesWithoutReturning(sql: string): boolean {
  return /^\s*(insert|update|delete)\b/i.test(sql) && !/\breturning\b/i.test(sql);
}

/** A change that a GEOS exception cut short looks like one of no rows; asked to count its rows, it shows. */
function countingChanges(sql: string): string {
  return `WITH changed AS (${sql.replace(/;\s*$/, '')} RETURNING 1) SELECT count(*) FROM changed`;
}

async function perform(request: EmbeddedRequest): Promise<RawResult | Uint8Array | null> {
  switch (request.do) {
    case 'query':
      return query(request.sql, request.parameters);
    case 'script':
      await database.exec(request.sql);
      return null;
    case 'reopen':
      await database.close();
      database = await open(null);
      return null;
    case 'dump':
      return new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer());
    case 'close':
      await database.close();
      return null;
  }
}

function describe(error: unknown): EmbeddedFailure {
  const source = error as Partial<EmbeddedFailure> & Error;
  return {
    message: source.message,
    code: source.code,
    detail: source.detail,
    constraint: source.constraint,
    severity: source.severity,
    errorCount,
  };
}

port.on('message', (request: EmbeddedRequest) => {
  perform(request).then(
    (result) => port.postMessage({ id: request.id, result } satisfies EmbeddedReply),
    (error: unknown) => {
      errorCount += 1;
      port.postMessage({ id: request.id, failure: describe(error) } satisfies EmbeddedReply);
    },
  );
});
