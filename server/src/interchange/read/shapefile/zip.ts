import { crc32, inflateRawSync } from 'node:zlib';
import { Refusal } from '../../../errors.js';

/** A file in an archive, not unpacked yet. */
export interface ZipEntry {
  name: string;
  /** Unpacked. */
  bytes: number;
  read(): Buffer;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** What may follow the end record: a comment. */
const MOST_COMMENT = 65_535;

/**
 * The files in a zip archive, by its directory (PKWARE APPNOTE 4.3). Archives beyond 4 GiB, encrypted ones and methods other
 * than deflate are not read.
 * @param file name for messages
 * @throws Refusal BAD_USER_INPUT when the archive is cut off or damaged
 */
export function listZip(archive: Buffer, file: string): ZipEntry[] {
  const damaged = (place: string) => new Refusal('BAD_USER_INPUT', 'zipDamaged', { file, place });
  const end = findEnd(archive);
  if (end < 0) throw damaged(`byte ${archive.length}`);
  const entries: ZipEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY) throw damaged(`byte ${at}`);
    const flags = archive.readUInt16LE(at + 8);
    const nameBytes = archive.subarray(at + 46, at + 46 + archive.readUInt16LE(at + 28));
    const name = new TextDecoder(flags & 0x800 ? 'utf-8' : 'gb18030').decode(nameBytes);
    const method = archive.readUInt16LE(at + 10);
    const sum = archive.readUInt32LE(at + 16);
    const packed = archive.readUInt32LE(at + 20);
    const bytes = archive.readUInt32LE(at + 24);
    const local = archive.readUInt32LE(at + 42);
    const read = (): Buffer => {
      try {
        if ((flags & 1) !== 0 || archive.readUInt32LE(local) !== LOCAL) throw damaged(name);
        const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
        const content = archive.subarray(start, start + packed);
        // What is longer than promised is given up: a small archive cannot fill the memory.
        const unpacked =
          method === 0 ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, bytes) });
        if (unpacked.length !== bytes || crc32(unpacked) !== sum) throw damaged(name);
        return unpacked;
      } catch {
        throw damaged(name);
      }
    };
    entries.push({ name, bytes, read });
    at += 46 + nameBytes.length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(archive: Buffer): number {
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - 22 - MOST_COMMENT); at--)
    if (archive.readUInt32LE(at) === END) return at;
  return -1;
}
