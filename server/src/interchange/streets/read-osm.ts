import { createReadStream } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { OsmStreets } from '@maplebridge/engine/roads/osm/graph/osm-streets';
import { NodeStore } from '@maplebridge/engine/roads/osm/base/store';
import { BaseFeatures } from '@maplebridge/engine/roads/osm/base-features';
import { OsmFileError, type OsmFileErrorCode } from '@maplebridge/engine/roads/osm/errors';
import { readPbf } from '@maplebridge/engine/roads/osm/pbf';
import type { OsmVisitor } from '@maplebridge/engine/roads/osm/visitor';
import { readXml } from '@maplebridge/engine/roads/osm/xml';
import { Refusal } from '../../errors.js';
import type { MessageCode } from '../../messages/index.js';
import { stopIfAsked } from '../import-run.js';
import type { InspectedFile } from '../read/inspect-file.js';
import type { ImportOptions } from '../report/import-report.js';

const MESSAGES: Record<OsmFileErrorCode, MessageCode> = {
  OSM_EMPTY: 'importFileEmpty',
  OSM_TRUNCATED: 'osmTruncated',
  OSM_NOT_PBF: 'osmNotOsm',
  OSM_NOT_XML: 'osmNotOsm',
  OSM_UNSUPPORTED_FEATURE: 'osmUnsupported',
  OSM_UNSUPPORTED_COMPRESSION: 'osmUnsupported',
  OSM_BLOB_TOO_BIG: 'osmDamaged',
  OSM_DAMAGED: 'osmDamaged',
};

const CHUNK_BYTES = 256 * 1024;

/** What one reading of an OSM file gives. */
export interface OsmContent {
  base: BaseFeatures;
  streets: OsmStreets;
}

/** Reads a whole OSM file. @throws Refusal BAD_USER_INPUT with the byte or line where it cannot be read on */
export async function readOsm(file: InspectedFile, options: ImportOptions): Promise<OsmContent> {
  const nodes = new NodeStore();
  const base = new BaseFeatures(nodes);
  const streets = new OsmStreets(nodes);
  const both: Required<OsmVisitor> = {
    node(...node) {
      base.node(...node);
      streets.node(...node);
    },
    way(...way) {
      base.way(...way);
      streets.way(...way);
    },
    relation(...relation) {
      base.relation(...relation);
      streets.relation(...relation);
    },
  };
  try {
    const chunks = watched(file, options);
    if (file.format === 'OSM PBF') await readPbf(chunks, { inflate }, both);
    else await readXml(chunks, both);
  } catch (error) {
    if (!(error instanceof OsmFileError)) throw error;
    const { byteOffset, line, column, found } = error.parameters;
    throw new Refusal('BAD_USER_INPUT', MESSAGES[error.code], {
      file: file.name,
      place: line === undefined ? `byte ${byteOffset ?? file.bytes}` : `${line}:${column}`,
      found: found ?? '–',
    });
  }
  return { base, streets };
}

const inflate = (data: Uint8Array, size: number) => inflateSync(data, { maxOutputLength: Math.max(1, size) });

async function* watched(file: InspectedFile, options: ImportOptions): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const chunk of createReadStream(file.path, { highWaterMark: CHUNK_BYTES })) {
    stopIfAsked(options);
    done += (chunk as Buffer).length;
    options.progress?.('read', done, file.bytes);
    yield chunk as Buffer;
  }
}
