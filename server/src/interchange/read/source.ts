import { readFileSync } from 'node:fs';
import { decodeText } from './decode-text.js';
import type { InspectedFile } from './inspect-file.js';
import { readCsv } from './read-csv.js';
import { readGeoJson } from './read-geojson.js';

/** One feature or row. `line` is where it begins, from 1. */
export interface SourceRecord {
  line: number;
  /** Number of a GeoJSON feature, from 1; null for a CSV row. */
  feature: number | null;
  /** By the index of `Source.columns`; absent, empty and blank are all null or undefined. */
  cells: readonly (string | null | undefined)[];
  /** As found, unchecked; null for a CSV row and for a feature without one. */
  geometry: unknown;
}

/** A file read into records, columns about persons already gone. */
export interface Source {
  format: 'GeoJSON' | 'CSV';
  encoding: string;
  columns: string[];
  /** Names of the columns about persons that were dropped unread. */
  dropped: string[];
  records: SourceRecord[];
  /** Named in the file itself. */
  declaredSystem: string | null;
  hasGeometry: boolean;
}

/** @throws Refusal BAD_USER_INPUT when the file cannot be read as its format */
export function readSource(
  file: InspectedFile,
  options: { encoding?: string | undefined; delimiter?: string | undefined },
): Source {
  const { bytes, encoding } = decodeText(readFileSync(file.path), options.encoding);
  if (file.format === 'GeoJSON') return { format: 'GeoJSON', encoding, ...readGeoJson(bytes) };
  return { format: 'CSV', encoding, ...readCsv(bytes, options.delimiter) };
}
