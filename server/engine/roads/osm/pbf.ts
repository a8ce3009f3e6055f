import { ByteQueue } from './byte-queue.js';
import { OsmFileError } from './errors.js';
import { visitPrimitiveBlock } from './pbf-block.js';
import { utf8Decoder } from './text.js';
import type { OsmVisitor } from './visitor.js';
import { WireError, WireReader } from './wire.js';

/**
 * Unpacks zlib data (RFC 1950). `size` is the length the file promises; an implementation should
 * give up beyond it (`maxOutputLength` in Node), so that a small file cannot fill the memory.
 */
export type Inflate = (data: Uint8Array, size: number) => Uint8Array | Promise<Uint8Array>;

// The format's own limits (OSM wiki, "PBF Format", File format).
const MOST_HEADER_BYTES = 64 * 1024;
const MOST_BLOB_BYTES = 32 * 1024 * 1024;

const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes']);
const COMPRESSIONS: Record<number, string> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' };

/**
 * Reads an OSM PBF file from its bytes and reports each object to `visitor`.
 * Throws `OsmFileError` with a byte offset: `OSM_EMPTY`, `OSM_TRUNCATED`, `OSM_NOT_PBF`,
 * `OSM_UNSUPPORTED_FEATURE` (history files, say), `OSM_UNSUPPORTED_COMPRESSION` (all but zlib and
 * none), `OSM_BLOB_TOO_BIG`, `OSM_DAMAGED`. A file cut exactly between two blobs looks complete:
 * the format has no end mark. What `visitor` throws passes through.
 */
export async function readPbf(
  chunks: AsyncIterable<Uint8Array>,
  { inflate }: { inflate: Inflate },
  visitor: OsmVisitor,
): Promise<void> {
  const queue = new ByteQueue(chunks);
  try {
    await refuseOtherFormats(queue);
    let first = true;
    for (;;) {
      const byteOffset = queue.offset;
      const header = await readBlobHeader(queue, first);
      if (!header) break;
      if (first && header.type !== 'OSMHeader') throw notPbf(byteOffset, header.type);
      const blob = await takeOrTruncated(queue, header.size);
      // Blobs of other types are there to be skipped, the format says.
      if (header.type === 'OSMHeader' || header.type === 'OSMData') {
        const bytes = await unpack(blob, byteOffset, inflate);
        await guard(byteOffset, () =>
          header.type === 'OSMData' ? visitPrimitiveBlock(bytes, visitor) : checkFeatures(bytes, byteOffset),
        );
      }
      first = false;
    }
  } finally {
    await queue.close();
  }
}

async function refuseOtherFormats(queue: ByteQueue): Promise<void> {
  const start = await queue.peek(6);
  if (start.length === 0) throw new OsmFileError('OSM_EMPTY', {}, 'The file is empty');
  const found = signature(start);
  if (found) throw notPbf(0, found);
}

function signature(start: Uint8Array): string | null {
  const text = String.fromCharCode(...start);
  if (/^(\u00ef\u00bb\u00bf)?\s*</.test(text)) return 'XML or HTML';
  if (text.startsWith('\u001f\u008b')) return 'gzip';
  if (text.startsWith('PK')) return 'zip';
  if (text.startsWith('BZh')) return 'bzip2';
  if (/^\s*[[{]/.test(text)) return 'JSON';
  return null;
}

async function readBlobHeader(
  queue: ByteQueue,
  first: boolean,
): Promise<{ type: string; size: number } | null> {
  const byteOffset = queue.offset;
  const prefix = await queue.take(4);
  if (!prefix) {
    if (queue.available === 0) return null;
    throw truncated(queue);
  }
  const length = ((prefix[0]! << 24) | (prefix[1]! << 16) | (prefix[2]! << 8) | prefix[3]!) >>> 0;
  if (length === 0 || length > MOST_HEADER_BYTES) {
    if (first) throw notPbf(byteOffset, `a block header of ${length} bytes`);
    throw damaged(byteOffset, `a block header of ${length} bytes`);
  }
  const bytes = await takeOrTruncated(queue, length);
  const header = await guard(byteOffset, () => parseBlobHeader(bytes), first);
  if (header.size > MOST_BLOB_BYTES) throw tooBig(byteOffset, header.size);
  return header;
}

function parseBlobHeader(bytes: Uint8Array): { type: string; size: number } {
  const reader = new WireReader(bytes);
  let type = '';
  let size = -1;
  while (reader.more) {
    const key = reader.key();
    if (key === 0x0a) type = utf8Decoder().decode(reader.content());
    else if (key === 0x18) size = reader.varint();
    else reader.skip(key);
  }
  if (!type || size < 0) throw new WireError('a block header without type or size');
  return { type, size };
}

async function unpack(blob: Uint8Array, byteOffset: number, inflate: Inflate): Promise<Uint8Array> {
  const { raw, packed, rawSize, compression } = await guard(byteOffset, () => parseBlob(blob));
  if (raw) return raw;
  if (compression) {
    const parameters = { byteOffset, found: compression };
    throw new OsmFileError(
      'OSM_UNSUPPORTED_COMPRESSION',
      parameters,
      `The file is packed with ${compression}, only zlib is read`,
    );
  }
  if (!packed) throw damaged(byteOffset, 'a block without data');
  if (rawSize > MOST_BLOB_BYTES) throw tooBig(byteOffset, rawSize);
  const bytes = await Promise.resolve(rawSize)
    .then((size) => inflate(packed, size))
    .catch((error: unknown) => {
      throw damaged(byteOffset, error instanceof Error ? error.message : String(error));
    });
  if (bytes.length !== rawSize)
    throw damaged(byteOffset, `${bytes.length} bytes where ${rawSize} were promised`);
  return bytes;
}

function parseBlob(blob: Uint8Array) {
  const reader = new WireReader(blob);
  let raw: Uint8Array | null = null;
  let packed: Uint8Array | null = null;
  let compression: string | null = null;
  let rawSize = 0;
  while (reader.more) {
    const key = reader.key();
    if (key === 0x0a) raw = reader.content();
    else if (key === 0x10) rawSize = reader.varint();
    else if (key === 0x1a) packed = reader.content();
    else {
      compression = COMPRESSIONS[key >>> 3] ?? compression;
      reader.skip(key);
    }
  }
  return { raw, packed, rawSize, compression };
}

function checkFeatures(bytes: Uint8Array, byteOffset: number): void {
  const header = new WireReader(bytes);
  while (header.more) {
    const key = header.key();
    if (key === 0x22) {
      const feature = utf8Decoder().decode(header.content());
      if (KNOWN_FEATURES.has(feature)) continue;
      const parameters = { byteOffset, found: feature };
      throw new OsmFileError(
        'OSM_UNSUPPORTED_FEATURE',
        parameters,
        `The file requires the unknown feature ${feature}`,
      );
    } else header.skip(key);
  }
}

/** Runs a parser and gives what it finds wrong the place in the file. */
async function guard<T>(byteOffset: number, parse: () => T, first = false): Promise<T> {
  try {
    return parse();
  } catch (error) {
    // A decoder in fatal mode reports bytes that are not UTF-8 as TypeError.
    const text = error instanceof TypeError && /utf-8/i.test(error.message) ? 'text that is not UTF-8' : null;
    if (!text && !(error instanceof WireError)) throw error;
    const found = text ?? (error as Error).message;
    throw first ? notPbf(byteOffset, found) : damaged(byteOffset, found);
  }
}

async function takeOrTruncated(queue: ByteQueue, count: number): Promise<Uint8Array> {
  const bytes = await queue.take(count);
  if (!bytes) throw truncated(queue);
  return bytes;
}

function truncated(queue: ByteQueue): OsmFileError {
  const byteOffset = queue.offset + queue.available;
  return new OsmFileError(
    'OSM_TRUNCATED',
    { byteOffset },
    'The file ends in the middle of a block; it was not copied completely',
  );
}

function notPbf(byteOffset: number, found: string): OsmFileError {
  return new OsmFileError(
    'OSM_NOT_PBF',
    { byteOffset, found },
    `This is not an OSM PBF file: found ${found}`,
  );
}

function damaged(byteOffset: number, found: string): OsmFileError {
  return new OsmFileError('OSM_DAMAGED', { byteOffset, found }, `The block is damaged: ${found}`);
}

function tooBig(byteOffset: number, size: number): OsmFileError {
  const limit = `${MOST_BLOB_BYTES / 1024 / 1024} MiB`;
  return new OsmFileError(
    'OSM_BLOB_TOO_BIG',
    { byteOffset, found: String(size) },
    `A block of ${size} bytes; at most ${limit} are allowed`,
  );
}
