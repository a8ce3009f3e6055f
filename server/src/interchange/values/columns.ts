import { Refusal } from '../../errors.js';
import type { Source, SourceRecord } from '../read/source.js';

/** What an import reads of each record: a text, or null where there is none. */
export type CellReader = (record: SourceRecord) => string | null;

export interface Field {
  name: string;
  /** Without it the import cannot start. */
  required?: boolean;
  /** Headers recognised without a flag, most telling first; case, spaces and punctuation do not count. */
  guesses: readonly string[];
}

export interface Mapping {
  /** Absent where nothing was mapped. */
  readers: Map<string, CellReader>;
  /** Field and column or template, for the report. */
  mapped: { field: string; column: string; guessed: boolean }[];
}

/**
 * Decides which column feeds which field: by flag (a header, or a text with headers in braces such as
 * `District {DISTRICT}`), else by a usual header.
 * @param given values of flags by field name
 * @throws Refusal BAD_USER_INPUT for a column that is not there, is about persons, or is needed and unknown
 */
export function mapColumns(
  source: Source,
  fields: readonly Field[],
  given: Readonly<Record<string, string | undefined>>,
): Mapping {
  const mapping: Mapping = { readers: new Map(), mapped: [] };
  const taken = new Set<string>();
  for (const { name } of fields) {
    const spec = given[name];
    if (spec === undefined) continue;
    mapping.readers.set(name, readerOf(source, spec));
    mapping.mapped.push({ field: name, column: spec, guessed: false });
    taken.add(plain(spec));
  }
  for (const { name, guesses, required } of fields) {
    if (mapping.readers.has(name)) continue;
    const guess = guesses.map((header) =>
      source.columns.find((column) => isHeader(source, column, header) && !taken.has(plain(column))),
    );
    const column = guess.find((found) => found !== undefined);
    if (column !== undefined) {
      mapping.readers.set(name, readerOf(source, column));
      mapping.mapped.push({ field: name, column, guessed: true });
      taken.add(plain(column));
    } else if (required)
      throw new Refusal('BAD_USER_INPUT', 'importColumnMissing', {
        field: flagOf(name),
        columns: listed(source.columns),
      });
  }
  return mapping;
}

/** A shapefile's names end after ten bytes, or before the character that would not fit. */
function isHeader({ format }: Source, column: string, header: string): boolean {
  if (plain(column) === plain(header)) return true;
  const isCut = format === 'Shapefile' && Buffer.byteLength(column) >= 8 && Buffer.byteLength(header) > 10;
  return isCut && plain(header).startsWith(plain(column));
}

export const flagOf = (field: string) =>
  `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

function readerOf(source: Source, spec: string): CellReader {
  const whole = indexOf(source, spec);
  if (whole !== undefined) return (record) => record.cells[whole] ?? null;
  const parts = spec.split(/\{([^{}]+)\}/);
  // Without braces it was meant as a header.
  if (parts.length === 1) throw unknownColumn(source, spec);
  const pieces = parts.map((part, i) => (i % 2 === 0 ? part : requireIndex(source, part)));
  return (record) => {
    let any = false;
    const text = pieces.map((piece) => {
      if (typeof piece === 'string') return piece;
      const cell = record.cells[piece];
      any ||= cell != null;
      return cell ?? '';
    });
    // A missing last part leaves its separator behind.
    return any ? text.join('').replace(/^[\s,;·|/–-]+|[\s,;·|/–-]+$/g, '') || null : null;
  };
}

function requireIndex(source: Source, column: string): number {
  const index = indexOf(source, column);
  if (index === undefined) throw unknownColumn(source, column);
  return index;
}

function indexOf(source: Source, column: string): number | undefined {
  const exact = source.columns.indexOf(column);
  const index = exact >= 0 ? exact : source.columns.findIndex((name) => plain(name) === plain(column));
  return index >= 0 ? index : undefined;
}

function unknownColumn(source: Source, column: string): Refusal {
  if (source.dropped.some((name) => plain(name) === plain(column)))
    return new Refusal('BAD_USER_INPUT', 'importColumnIdentity', { column });
  return new Refusal('BAD_USER_INPUT', 'importColumnUnknown', { column, columns: listed(source.columns) });
}

const listed = (columns: string[]) => columns.slice(0, 40).join(', ') || '–';

const plain = (header: string) => header.toLowerCase().replace(/[\s_\-.（）()]/g, '');
