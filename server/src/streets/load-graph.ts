import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { joinGraphs } from '@maplebridge/engine/roads/graph/join-graphs';
import {
  deserialiseGraph,
  serialiseGraph,
  StreetGraphDamaged,
} from '@maplebridge/engine/roads/graph/serialise';
import type { StreetGraph } from '@maplebridge/engine/roads/graph/street-graph';
import type { Session } from '../database/index.js';
import { readRevision } from '../tiles/revision.js';
import { graphOfBaseStreets, type BaseStreet } from './base-street-lines.js';
import { reportOn, type StreetGraphReport } from './graph-report.js';
import { versionOf } from './store-graph.js';

/** The streets of all published datasets as one graph. */
export interface LoadedStreetGraph {
  readonly graph: StreetGraph;
  /** When the newest of its parts was built, ISO 8601. */
  readonly builtAt: string;
  /** Names of the datasets. */
  readonly sources: readonly string[];
  readonly report: StreetGraphReport;
}

interface Row {
  id: string;
  name: string;
  version: string | null;
  builtAt: string;
  report: StreetGraphReport | null;
}

const unpack = promisify(inflate);

/**
 * Reads the graph. Its version follows from the versions of its parts: the same streets have the same.
 *
 * @returns null while no published dataset has streets to travel on
 * @throws StreetGraphDamaged when what is kept cannot be read
 */
export async function loadStreetGraph(session: Session): Promise<LoadedStreetGraph | null> {
  const rows = await session.query<Row>(
    `SELECT d.id, d.name, g.version, coalesce(g.built_at, d.imported_at) AS "builtAt", g.report
     FROM dataset d LEFT JOIN street_graph g ON g.dataset_id = d.id WHERE d.published ORDER BY d.imported_at, d.id`,
  );
  const parts: { row: Row; graph: StreetGraph }[] = [];
  for (const row of rows) {
    const graph = row.version === null ? await rebuild(session, row) : await read(session, row, row.version);
    if (graph.segmentCount > 0) parts.push({ row, graph });
  }
  if (parts.length === 0) return null;
  const version = versionOf(parts.map(({ graph }) => graph.version).join(' '));
  const graph = joinGraphs(
    parts.map((part) => part.graph),
    version,
  );
  const sum = (key: 'restrictions' | 'restrictionsUnused') =>
    parts.reduce((total, { row }) => total + (row.report?.[key] ?? 0), 0);
  return {
    graph,
    builtAt: parts.map(({ row }) => row.builtAt).reduce((a, b) => (a > b ? a : b)),
    sources: parts.map(({ row }) => row.name),
    report: reportOn(graph, {
      restrictions: sum('restrictions'),
      restrictionsUnused: sum('restrictionsUnused'),
    }),
  };
}

/** Moves whenever the graph to be loaded may have become another one. */
export function streetsRevision(session: Session): Promise<number> {
  return readRevision(session, 'streets');
}

async function read(session: Session, { id, name }: Row, version: string): Promise<StreetGraph> {
  const parts = await session.query<{ bytes: Buffer }>(
    'SELECT bytes FROM street_graph_part WHERE dataset_id = $1::uuid ORDER BY number',
    [id],
  );
  const packed = Buffer.concat(parts.map(({ bytes }) => bytes));
  const bytes = await unpack(packed).catch((error: unknown) => {
    throw new StreetGraphDamaged(`the street graph of ${name} cannot be unpacked: ${String(error)}`);
  });
  return deserialiseGraph(bytes, version);
}

/** A dataset from before there were graphs: what its drawing tells. */
async function rebuild(session: Session, { id }: Row): Promise<StreetGraph> {
  const streets = await session.query<BaseStreet>(
    `SELECT kind, name, ref, oneway, ST_AsGeoJSON(geom, 7)::json AS geometry FROM base_feature
     WHERE dataset_id = $1::uuid AND layer = 'street' ORDER BY id`,
    [id],
  );
  const graph = graphOfBaseStreets(streets);
  return { ...graph, version: versionOf(serialiseGraph(graph)) };
}
