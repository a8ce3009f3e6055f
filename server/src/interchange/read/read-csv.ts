import { CsvError, parse } from 'csv-parse/sync';
import { Refusal } from '../../errors.js';
import { isIdentityColumn } from './identity-columns.js';
import type { Source, SourceRecord } from './source.js';

const DELIMITERS = [',', ';', '\t', '|', '，'];

/**
 * Reads a CSV file with a header row.
 * @param bytes UTF-8 without byte order mark
 * @param delimiter as given; else the one that cuts the header into most columns
 * @throws Refusal BAD_USER_INPUT with the line where quotes or the number of columns go wrong
 */
export function readCsv(bytes: Buffer, delimiter?: string): Omit<Source, 'format' | 'encoding'> {
  const rows = parseRows(bytes, delimiter ?? sniffDelimiter(bytes));
  const [header, ...body] = rows;
  if (!header) throw new Refusal('BAD_USER_INPUT', 'importNoHeader');
  const names = header.cells.map((name) => name?.trim() ?? '');
  requireDistinct(names);
  const kept = names.flatMap((name, i) => (isIdentityColumn(name) ? [] : [i]));
  const dropped = names.filter(isIdentityColumn);
  for (const row of body)
    if (row.cells.length !== names.length)
      throw new Refusal('BAD_USER_INPUT', 'importColumnCount', {
        line: row.line,
        found: row.cells.length,
        expected: names.length,
      });
  return {
    columns: kept.map((i) => names[i]!),
    dropped,
    records:
      dropped.length === 0 ? body : body.map((row) => ({ ...row, cells: kept.map((i) => row.cells[i]) })),
    declaredSystem: null,
    hasGeometry: false,
  };
}

function parseRows(bytes: Buffer, delimiter: string): SourceRecord[] {
  const rows: SourceRecord[] = [];
  let line = 1;
  try {
    parse(bytes, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      // Kept out of csv-parse's own list: one record object each is enough.
      on_record: (cells: string[], context) => {
        const here = line;
        // The parser counts the line it stands in; a quoted cell may span several.
        line = context.lines + 1;
        const trimmed = cells.map((cell) => cell.trim() || null);
        if (trimmed.some((cell) => cell !== null))
          rows.push({ line: here, feature: null, cells: trimmed, geometry: null });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const found = Number((error as unknown as { lines?: number }).lines ?? line);
    throw new Refusal('BAD_USER_INPUT', 'importCsvBroken', { line, endLine: found });
  }
  return rows;
}

function sniffDelimiter(bytes: Buffer): string {
  const end = bytes.indexOf(10);
  const header = bytes.toString('utf8', 0, end < 0 ? bytes.length : end).replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

function requireDistinct(names: string[]): void {
  const repeated = names.find((name, i) => name !== '' && names.indexOf(name) !== i);
  if (repeated !== undefined) throw new Refusal('BAD_USER_INPUT', 'importColumnTwice', { column: repeated });
}
