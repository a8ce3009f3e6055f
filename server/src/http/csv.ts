/**
 * A table as spreadsheets open it: UTF-8 with a byte order mark, lines ending in CRLF (RFC 4180). A text that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 */
export function csvDocument(rows: readonly (readonly (string | number | null)[])[]): string {
  return '\uFEFF' + rows.map((row) => row.map(cellOf).join(',') + '\r\n').join('');
}

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
