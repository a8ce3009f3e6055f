import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { Refusal } from '../../errors.js';
import type { MessageCode } from '../../messages/index.js';

export type FileFormat = 'GeoJSON' | 'Shapefile' | 'CSV' | 'OSM PBF' | 'OSM XML';

export interface InspectedFile {
  path: string;
  /** Without its folders: what reports and import runs are allowed to name. */
  name: string;
  bytes: number;
  format: FileFormat;
  /** The name promises another format than the content is. */
  misnamed: boolean;
}

const MEBIBYTE = 1024 * 1024;
/** Text is held in memory while it is checked; OSM files are read as a stream. */
const MOST_BYTES: Record<FileFormat, number> = {
  GeoJSON: 256 * MEBIBYTE,
  Shapefile: 1024 * MEBIBYTE,
  CSV: 256 * MEBIBYTE,
  'OSM PBF': 4096 * MEBIBYTE,
  'OSM XML': 4096 * MEBIBYTE,
};

const EXTENSIONS: Record<FileFormat, string[]> = {
  GeoJSON: ['.geojson', '.json'],
  Shapefile: ['.shp', '.shx', '.zip'],
  CSV: ['.csv', '.txt', '.tsv'],
  'OSM PBF': ['.pbf'],
  'OSM XML': ['.osm', '.xml'],
};

/**
 * Says what a file is by its first bytes, not its name, before anything of it is read.
 * @param accepted the formats the command takes
 * @throws Refusal BAD_USER_INPUT or LIMIT_EXCEEDED: missing, unreadable, a folder, empty, too big, another format
 */
export function inspectFile(path: string, accepted: readonly FileFormat[]): InspectedFile {
  const name = basename(path);
  const bytes = sizeOf(path, name);
  const start = readStart(path, name);
  const isShapefile = accepted.includes('Shapefile') && mayBeShapefile(start);
  const foreign = isShapefile ? undefined : foreignFormat(start);
  if (foreign) throw new Refusal('BAD_USER_INPUT', foreign, { file: name, accepted: accepted.join(', ') });
  const format = isShapefile ? 'Shapefile' : formatOf(start);
  if (!accepted.includes(format))
    throw new Refusal('BAD_USER_INPUT', 'importFormatNotTaken', {
      file: name,
      format,
      accepted: accepted.join(', '),
    });
  if (bytes > MOST_BYTES[format])
    throw new Refusal('LIMIT_EXCEEDED', 'importFileTooBig', {
      file: name,
      size: Math.ceil(bytes / MEBIBYTE),
      max: MOST_BYTES[format] / MEBIBYTE,
    });
  return { path, name, bytes, format, misnamed: !EXTENSIONS[format].includes(extname(name).toLowerCase()) };
}

function sizeOf(path: string, name: string): number {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new Refusal('BAD_USER_INPUT', 'importFileIsFolder', { file: name });
    if (!stat.isFile())
      throw new Refusal('BAD_USER_INPUT', 'importFileUnreadable', { file: name, problem: 'not a file' });
    if (stat.size === 0) throw new Refusal('BAD_USER_INPUT', 'importFileEmpty', { file: name });
    return stat.size;
  } catch (error) {
    throw asRefusal(error, path, name);
  }
}

function readStart(path: string, name: string): Buffer {
  try {
    const handle = openSync(path, 'r');
    try {
      const start = Buffer.alloc(4096);
      return start.subarray(0, readSync(handle, start, 0, start.length, 0));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw asRefusal(error, path, name);
  }
}

function asRefusal(error: unknown, path: string, name: string): Error {
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof Refusal || code === undefined) return error as Error;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new Refusal('BAD_USER_INPUT', 'importFileMissing', { file: path });
  return new Refusal('BAD_USER_INPUT', 'importFileUnreadable', { file: name, problem: code });
}

/** A `.shp` or `.shx` file, or an archive, in which a shapefile is looked for later. */
const mayBeShapefile = (start: Buffer) =>
  startsWith(start, 0x50, 0x4b, 3, 4) || startsWith(start, 0, 0, 0x27, 0x0a);

const startsWith = (start: Buffer, ...bytes: number[]) => bytes.every((byte, i) => start[i] === byte);

/** Formats people send instead, each answered with what to do. */
function foreignFormat(start: Buffer): MessageCode | undefined {
  const text = start.toString('latin1');
  if (startsWith(start, 0x50, 0x4b, 3, 4)) return 'importFormatZip';
  if (startsWith(start, 0xd0, 0xcf, 0x11, 0xe0)) return 'importFormatZip';
  if (startsWith(start, 0x1f, 0x8b) || text.startsWith('BZh') || startsWith(start, 0xfd, 0x37, 0x7a))
    return 'importFormatPacked';
  if (text.startsWith('SQLite format 3') || startsWith(start, 0, 0, 0x27, 0x0a)) return 'importFormatGis';
  if (isXml(text) && !/<osm[\s>]/.test(text)) return 'importFormatUnknown';
  if (isPbf(start) || hasUtf16Mark(start)) return undefined;
  return start.includes(0) ? 'importFormatUnknown' : undefined;
}

function formatOf(start: Buffer): FileFormat {
  if (isPbf(start)) return 'OSM PBF';
  const text = start.toString('latin1');
  if (isXml(text)) return 'OSM XML';
  return /^(\u00ef\u00bb\u00bf)?\s*[[{]/.test(
    text.replaceAll('\0', '').replace(/^(\u00ff\u00fe|\u00fe\u00ff)/, ''),
  )
    ? 'GeoJSON'
    : 'CSV';
}

const isXml = (text: string) => /^(\u00ef\u00bb\u00bf)?\s*<[?!a-zA-Z]/.test(text);
const hasUtf16Mark = (start: Buffer) => startsWith(start, 0xff, 0xfe) || startsWith(start, 0xfe, 0xff);
/** The first block of the format is called OSMHeader, after four bytes of length and two of key and size. */
const isPbf = (start: Buffer) => start.subarray(6, 15).toString('latin1') === 'OSMHeader';
