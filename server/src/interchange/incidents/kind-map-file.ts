import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '../../errors.js';
import { decodeText } from '../read/decode-text.js';
import { readCsv } from '../read/read-csv.js';

/**
 * Reads `--kind-map`: a JSON object, or a CSV file with two columns, from the file's kind to a code (or name) of ours.
 * @throws Refusal BAD_USER_INPUT when it cannot be read
 */
export function readKindMap(path: string): Map<string, string> {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch {
    throw new Refusal('BAD_USER_INPUT', 'importFileMissing', { file: path });
  }
  const { bytes } = decodeText(file);
  if (/^\s*\{/.test(bytes.toString('utf8', 0, 100))) return fromJson(bytes, basename(path));
  const { records } = readCsv(bytes);
  const pairs = records.map(({ cells: [from, to] }) => [from, to] as const);
  return new Map(pairs.filter((pair): pair is [string, string] => pair[0] != null && pair[1] != null));
}

function fromJson(bytes: Buffer, file: string): Map<string, string> {
  let map: unknown;
  try {
    map = JSON.parse(bytes.toString('utf8'));
  } catch {
    map = null;
  }
  const entries = Object.entries(map ?? {});
  if (map === null || entries.some(([, to]) => typeof to !== 'string'))
    throw new Refusal('BAD_USER_INPUT', 'importKindMap', { file });
  return new Map(entries as [string, string][]);
}
