import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { serialiseGraph } from '@maplebridge/engine/roads/graph/serialise';
import type { StreetGraph } from '@maplebridge/engine/roads/graph/street-graph';
import type { Session } from '../database/index.js';
import { bumpRevision } from '../tiles/revision.js';
import type { StreetGraphReport } from './graph-report.js';

const PART_BYTES = 1024 * 1024;
const pack = promisify(deflate);

/** Keeps the graph of a dataset's streets, in the transaction that publishes them. It goes when the dataset goes. */
export async function storeStreetGraph(
  session: Session,
  datasetId: string,
  graph: StreetGraph,
  report: StreetGraphReport,
): Promise<void> {
  const bytes = serialiseGraph(graph);
  await session.execute(
    'INSERT INTO street_graph (dataset_id, version, report) VALUES ($1::uuid, $2, $3::jsonb)',
    [datasetId, versionOf(bytes), report],
  );
  const packed = await pack(bytes);
  for (let number = 0; number * PART_BYTES < packed.length; number++)
    await session.execute(
      'INSERT INTO street_graph_part (dataset_id, number, bytes) VALUES ($1::uuid, $2::int, $3::bytea)',
      [datasetId, number, packed.subarray(number * PART_BYTES, (number + 1) * PART_BYTES)],
    );
  await bumpRevision(session, 'streets');
}

/** The same streets have the same version. */
export function versionOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
