import { readFileSync } from 'node:fs';
import { decodeText } from './decode-text.js';
import type { InspectedFile } from './inspect-file.js';
import { readCsv } from './read-csv.js';
import { readGeoJson } from './read-geojson.js';
import { readShapefile } from './shapefile/read-shapefile.js';
import type { Source } from './source.js';

export interface ReadOptions {
  encoding?: string | undefined;
  delimiter?: string | undefined;
  /** Tells which of several layers in an archive is meant. */
  layer?: RegExp | undefined;
}

/** @throws Refusal BAD_USER_INPUT when the file cannot be read as its format */
export function readSource(file: InspectedFile, options: ReadOptions): Source {
  if (file.format === 'Shapefile')
    return { format: 'Shapefile', ...readShapefile(file, options.encoding, options.layer) };
  const { bytes, encoding } = decodeText(readFileSync(file.path), options.encoding);
  if (file.format === 'GeoJSON') return { format: 'GeoJSON', encoding, ...readGeoJson(bytes) };
  return { format: 'CSV', encoding, ...readCsv(bytes, options.delimiter) };
}
