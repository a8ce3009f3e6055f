import { Refusal } from '../../../errors.js';
import { isIdentityColumn } from '../identity-columns.js';
import { cellDecoder, findEncoding } from './table-encoding.js';

/** The attribute table of a shapefile. */
export interface Table {
  encoding: string;
  columns: string[];
  dropped: string[];
  /** By the index of `columns`; null for a row marked as deleted. */
  rows: ((string | null)[] | null)[];
}

interface TableField {
  name: string;
  type: string;
  at: number;
  length: number;
}

/**
 * Reads a `.dbf` file (dBASE III to 7 as shapefiles have it); columns about persons are not decoded.
 * @param declared an encoding by the user, `codePage` what the `.cpg` file says
 * @throws Refusal BAD_USER_INPUT when it is cut off or not in its encoding
 */
export function readTable(
  bytes: Buffer,
  file: string,
  declared: string | undefined,
  codePage: string | undefined,
): Table {
  if (bytes.length < 33) throw new Refusal('BAD_USER_INPUT', 'shapefileDamaged', { file, place: 'byte 0' });
  const rowCount = bytes.readUInt32LE(4);
  const headerLength = bytes.readUInt16LE(8);
  const rowLength = bytes.readUInt16LE(10);
  const expected = headerLength + rowCount * rowLength;
  if (bytes.length < expected)
    throw new Refusal('BAD_USER_INPUT', 'shapefileCut', { file, bytes: bytes.length, expected });
  const rowsAt = (row: number) => headerLength + row * rowLength;
  const raw = rawFields(bytes, headerLength);
  if (rowLength < raw.reduce((sum, { length }) => sum + length, 1))
    throw new Refusal('BAD_USER_INPUT', 'shapefileDamaged', { file, place: 'byte 10' });
  const cellsOf = function* ({ type, at, length }: Pick<TableField, 'type' | 'at' | 'length'>) {
    if (type !== 'C') return;
    for (let row = 0; row < rowCount; row++)
      yield bytes.subarray(rowsAt(row) + at, rowsAt(row) + at + length);
  };
  const samples = function* () {
    for (const field of raw) {
      yield field.name;
      yield* cellsOf(field);
    }
  };
  const encoding = findEncoding(declared, codePage, bytes[29]!, samples);
  const decode = cellDecoder(encoding);
  const fields = raw.map((field): TableField => ({ ...field, name: decode(field.name) ?? '' }));
  const kept = fields.filter(({ name }) => name !== '' && !isIdentityColumn(name));
  return {
    encoding: encoding.toUpperCase(),
    columns: kept.map(({ name }) => name),
    dropped: fields.map(({ name }) => name).filter((name) => name !== '' && isIdentityColumn(name)),
    rows: Array.from({ length: rowCount }, (_, row) => {
      const start = rowsAt(row);
      if (bytes[start] === 0x2a) return null;
      return kept.map((field) =>
        valueOf(field, bytes.subarray(start + field.at, start + field.at + field.length), decode),
      );
    }),
  };
}

function rawFields(bytes: Buffer, headerLength: number) {
  const fields: { name: Buffer; type: string; at: number; length: number }[] = [];
  let at = 1;
  for (let start = 32; start + 32 <= headerLength && bytes[start] !== 0x0d; start += 32) {
    const name = bytes.subarray(start, start + 11);
    const end = name.indexOf(0);
    const length = bytes[start + 16]!;
    const type = String.fromCharCode(bytes[start + 11]!);
    fields.push({ name: end < 0 ? name : name.subarray(0, end), type, at, length });
    at += length;
  }
  return fields;
}

function valueOf({ type }: TableField, cell: Buffer, decode: (cell: Buffer) => string | null): string | null {
  if (type === 'C') return decode(cell);
  const text = cell.toString('latin1').replaceAll('\0', ' ').trim();
  if (type === 'N' || type === 'F')
    return text === '' || !Number.isFinite(Number(text)) ? null : String(Number(text));
  if (type === 'L') return /^[ty]/i.test(text) ? 'true' : /^[fn]/i.test(text) ? 'false' : null;
  return type === 'D' ? text || null : null;
}
