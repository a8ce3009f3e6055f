import type { Parameter } from './types.js';

/** PostgreSQL's text format of a parameter: both drivers are given text, so that both behave the same. */
export function toText(value: Parameter): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return '\\x' + Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return arrayToText(value as readonly Parameter[]);
  return JSON.stringify(value);
}

function arrayToText(values: readonly Parameter[]): string {
  return '{' + values.map(elementToText).join(',') + '}';
}

function elementToText(value: Parameter): string {
  if (Array.isArray(value)) return arrayToText(value as readonly Parameter[]);
  const text = toText(value);
  if (text === null) return 'NULL';
  if (typeof value === 'number') return text;
  return '"' + text.replace(/[\\"]/g, '\\$&') + '"';
}

// Type numbers from PostgreSQL's pg_type.dat.
const BOOL = 16;
const BYTEA = 17;
const INT8 = 20;
const NUMERIC = 1700;
const NUMBERS = new Set([21, 23, 26, 700, 701, INT8, NUMERIC]);
const JSONS = new Set([114, 3802]);
const INSTANTS = new Set([1114, 1184]);

/** A cell in its natural JavaScript form. bigint and numeric come as numbers: none of ours passes 2^53. */
export function fromText(dataTypeID: number, text: string | null): unknown {
  if (text === null) return null;
  if (NUMBERS.has(dataTypeID)) return Number(text);
  if (dataTypeID === BOOL) return text === 't' || text === 'true';
  if (JSONS.has(dataTypeID)) return JSON.parse(text);
  if (INSTANTS.has(dataTypeID)) return toIso(text);
  if (dataTypeID === BYTEA) return Buffer.from(text.slice(2), 'hex');
  return text;
}

/** `2026-11-22 06:05:00+00` (sessions run in UTC) as ISO 8601. */
function toIso(text: string): string {
  return new Date(text.replace(' ', 'T').replace(/\+00$/, '') + 'Z').toISOString();
}
