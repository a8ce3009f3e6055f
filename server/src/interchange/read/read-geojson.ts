import { Refusal } from '../../errors.js';
import { isIdentityColumn } from './identity-columns.js';
import { locateJsonError, placeOf } from './locate-json-error.js';
import type { Source, SourceRecord } from './source.js';

interface Slice {
  start: number;
  end: number;
}

/** The members of the outermost object by name, and the elements of its `features`. */
interface Outline {
  members: Map<string, Slice>;
  features: Slice[] | undefined;
}

/**
 * Reads a FeatureCollection (or one Feature, or one geometry), feature by feature, so that each knows the line it begins on and the
 * text of a big file is never one string.
 * @param bytes UTF-8 without byte order mark
 * @throws Refusal BAD_USER_INPUT with line and column where the text is not JSON, or when it is no FeatureCollection
 */
export function readGeoJson(bytes: Buffer): Omit<Source, 'format' | 'encoding'> {
  const outline = outlineOf(bytes);
  const type = textMember(bytes, outline, 'type');
  const alone = type === 'Feature' || (type !== undefined && GEOMETRY.test(type));
  const slices = alone ? [{ start: 0, end: bytes.length }] : outline.features;
  if ((type !== 'FeatureCollection' && !alone) || !slices)
    throw new Refusal('BAD_USER_INPUT', 'importNotFeatureCollection', { type: type ?? '–' });
  const crs = outline.members.get('crs');
  const reader = new FeatureReader(bytes);
  const records = slices.map((slice, i) => reader.read(slice, i + 1));
  return {
    columns: reader.columns,
    dropped: [...reader.dropped],
    records,
    declaredSystem: crs ? systemOf(JSON.parse(textOf(bytes, crs))) : null,
    hasGeometry: true,
  };
}

const GEOMETRY = /^(Multi)?(Point|LineString|Polygon)$/;

/** Turns features into records with one cell per property name met so far. */
class FeatureReader {
  readonly columns: string[] = [];
  readonly dropped = new Set<string>();
  private readonly indexOf = new Map<string, number>();
  private line = 1;
  private counted = 0;

  constructor(private readonly bytes: Buffer) {}

  read(slice: Slice, number: number): SourceRecord {
    const line = this.lineAt(slice.start);
    const feature = parse(this.bytes, slice) as {
      type?: unknown;
      properties?: unknown;
      geometry?: unknown;
    } | null;
    const isFeature = typeof feature === 'object' && feature?.type === 'Feature';
    const isGeometry = typeof feature?.type === 'string' && GEOMETRY.test(feature.type);
    const cells: (string | null)[] = [];
    const properties = isFeature && typeof feature.properties === 'object' ? feature.properties : null;
    for (const [key, value] of Object.entries(properties ?? {})) {
      const index = this.column(key);
      if (index !== undefined) cells[index] = cellOf(value);
    }
    return {
      line,
      feature: number,
      cells,
      geometry: isFeature ? (feature.geometry ?? null) : isGeometry ? feature : null,
    };
  }

  private column(key: string): number | undefined {
    const known = this.indexOf.get(key);
    if (known !== undefined) return known;
    if (this.dropped.has(key)) return undefined;
    if (isIdentityColumn(key)) {
      this.dropped.add(key);
      return undefined;
    }
    this.indexOf.set(key, this.columns.length);
    return this.columns.push(key) - 1;
  }

  /** Called with growing offsets, so that each line break is counted once. */
  private lineAt(offset: number): number {
    for (;;) {
      const next = this.bytes.indexOf(10, this.counted);
      if (next < 0 || next >= offset) return this.line;
      this.line++;
      this.counted = next + 1;
    }
  }
}

function cellOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** `urn:ogc:def:crs:EPSG::4490` and its like, from the `crs` member of the older GeoJSON. */
function systemOf(crs: unknown): string | null {
  const name = (crs as { properties?: { name?: unknown } } | null)?.properties?.name;
  if (typeof name !== 'string') return null;
  if (/CRS:?:?84/i.test(name)) return 'wgs84';
  const code = /EPSG(?::[^:]*)?:(\d+)$/i.exec(name)?.[1];
  return code ? `EPSG:${code}` : null;
}

const textOf = (bytes: Buffer, { start, end }: Slice) => bytes.toString('utf8', start, end);

function parse(bytes: Buffer, slice: Slice): unknown {
  try {
    return JSON.parse(textOf(bytes, slice));
  } catch {
    throw notJson(bytes);
  }
}

function textMember(bytes: Buffer, { members }: Outline, name: string): string | undefined {
  const slice = members.get(name);
  const value = slice && parse(bytes, slice);
  return typeof value === 'string' ? value : undefined;
}

function notJson(bytes: Buffer): Refusal {
  const { line, column } = placeOf(bytes, locateJsonError(bytes) ?? bytes.length);
  return new Refusal('BAD_USER_INPUT', 'importNotJson', { line, column });
}

/** Finds the outer members without parsing what is in them; the pieces are parsed (and so checked) one by one later. */
function outlineOf(bytes: Buffer): Outline {
  const outline: Outline = { members: new Map(), features: undefined };
  let at = skipSpace(bytes, 0);
  if (bytes[at] !== 0x7b) {
    // An array or a bare value may be sound JSON, just nothing we know.
    if (locateJsonError(bytes) === null)
      throw new Refusal('BAD_USER_INPUT', 'importNotFeatureCollection', { type: '–' });
    throw notJson(bytes);
  }
  at = skipSpace(bytes, at + 1);
  if (bytes[at] === 0x7d) at++;
  else
    for (;;) {
      const keyEnd = bytes[at] === 0x22 ? skipValue(bytes, at) : -1;
      if (keyEnd < 0) throw notJson(bytes);
      const key = parse(bytes, { start: at, end: keyEnd }) as string;
      at = skipSpace(bytes, keyEnd);
      if (bytes[at] !== 0x3a) throw notJson(bytes);
      at = skipSpace(bytes, at + 1);
      const start = at;
      if (key === 'features' && bytes[at] === 0x5b) {
        outline.features = [];
        at = listElements(bytes, at, outline.features);
      } else {
        at = skipValue(bytes, at);
        outline.members.set(key, { start, end: at });
      }
      at = skipSpace(bytes, at);
      if (bytes[at] === 0x7d) break;
      if (bytes[at] !== 0x2c) throw notJson(bytes);
      at = skipSpace(bytes, at + 1);
    }
  if (skipSpace(bytes, at + 1) < bytes.length) throw notJson(bytes);
  for (const slice of outline.members.values()) parse(bytes, slice);
  return outline;
}

function listElements(bytes: Buffer, start: number, into: Slice[]): number {
  let at = skipSpace(bytes, start + 1);
  if (bytes[at] === 0x5d) return at + 1;
  for (;;) {
    const end = skipValue(bytes, at);
    into.push({ start: at, end });
    at = skipSpace(bytes, end);
    if (bytes[at] === 0x5d) return at + 1;
    if (bytes[at] !== 0x2c) throw notJson(bytes);
    at = skipSpace(bytes, at + 1);
  }
}

function skipSpace(bytes: Buffer, at: number): number {
  while (bytes[at] === 32 || bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 9) at++;
  return at;
}

/** Behind the value that begins here, brackets counted and strings stepped over. */
function skipValue(bytes: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === 0x22) {
      do {
        at = bytes.indexOf(0x22, at + 1);
        if (at < 0) throw notJson(bytes);
      } while (isEscaped(bytes, at));
      if (depth === 0) return at + 1;
    } else if (byte === 0x7b || byte === 0x5b) depth++;
    else if (byte === 0x7d || byte === 0x5d) {
      if (depth === 0) return emptyOr(bytes, start, at);
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && byte === 0x2c) return emptyOr(bytes, start, at);
  }
  throw notJson(bytes);
}

function emptyOr(bytes: Buffer, start: number, end: number): number {
  if (start === end) throw notJson(bytes);
  return end;
}

/** A quote after an odd number of backslashes. */
function isEscaped(bytes: Buffer, quote: number): boolean {
  let backslashes = 0;
  while (bytes[quote - 1 - backslashes] === 0x5c) backslashes++;
  return backslashes % 2 === 1;
}
