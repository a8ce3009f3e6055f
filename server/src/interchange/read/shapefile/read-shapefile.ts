import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Refusal } from '../../../errors.js';
import type { InspectedFile } from '../inspect-file.js';
import type { Source, SourceRecord } from '../source.js';
import { readShapes } from './shapes.js';
import { readTable } from './table.js';
import { listZip } from './zip.js';

/** The files of one layer, by extension. */
type Layer = Partial<Record<'.shp' | '.dbf' | '.prj' | '.cpg', () => Buffer>>;

const MEBIBYTE = 1024 * 1024;
const MOST_MEBIBYTES = 1024;

/**
 * Reads a shapefile: its `.shp` with the files of the same name beside it, or all of them in a zip archive.
 * @param wanted tells the layer meant in an archive of several
 * @throws Refusal BAD_USER_INPUT when a part is missing, cut off, damaged or does not belong to the others
 */
export function readShapefile(
  file: InspectedFile,
  encoding: string | undefined,
  wanted: RegExp | undefined,
): Omit<Source, 'format'> {
  const bytes = readFileSync(file.path);
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
  const layer = isZip ? layerInZip(bytes, file.name, wanted) : layerInFolder(file.path);
  const part = (extension: '.shp' | '.dbf'): Buffer => {
    const read = layer[extension];
    if (!read) throw new Refusal('BAD_USER_INPUT', 'shapefilePart', { file: file.name, part: extension });
    return read();
  };
  const shapes = readShapes(part('.shp'), file.name);
  const { rows, ...table } = readTable(
    part('.dbf'),
    file.name,
    encoding,
    layer['.cpg']?.().toString('latin1'),
  );
  if (rows.length !== shapes.length)
    throw new Refusal('BAD_USER_INPUT', 'shapefileRows', {
      file: file.name,
      shapes: shapes.length,
      rows: rows.length,
    });
  const records = rows.flatMap((cells, i): SourceRecord[] =>
    cells ? [{ line: i + 1, feature: null, cells, geometry: shapes[i] ?? null }] : [],
  );
  const projection = layer['.prj']?.()
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim();
  return { ...table, records, declaredSystem: projection || null, hasGeometry: true };
}

function layerInFolder(path: string): Layer {
  const [folder, stem] = [dirname(path), basename(path, extname(path)).toLowerCase()];
  const layer: Layer = {};
  for (const name of readdirSync(folder)) {
    const extension = extname(name).toLowerCase();
    if (basename(name, extname(name)).toLowerCase() === stem && isPart(extension))
      layer[extension] = () => readFileSync(join(folder, name));
  }
  return layer;
}

function layerInZip(archive: Buffer, file: string, wanted: RegExp | undefined): Layer {
  const entries = listZip(archive, file).filter(({ name }) => !name.startsWith('__MACOSX/'));
  const stemOf = (name: string) => name.slice(0, name.length - extname(name).length).toLowerCase();
  const stems = entries.filter(({ name }) => /\.shp$/i.test(name)).map(({ name }) => stemOf(name));
  if (stems.length === 0)
    throw new Refusal('BAD_USER_INPUT', 'importFormatZip', { file, accepted: 'GeoJSON, Shapefile' });
  const meant = stems.length > 1 && wanted ? stems.filter((stem) => wanted.test(basename(stem))) : stems;
  if (meant.length !== 1)
    throw new Refusal('BAD_USER_INPUT', 'shapefileLayers', {
      file,
      layers: stems
        .slice(0, 20)
        .map((stem) => basename(stem))
        .join(', '),
    });
  const layer: Layer = {};
  for (const { name, bytes, read } of entries) {
    const extension = extname(name).toLowerCase();
    if (stemOf(name) !== meant[0] || !isPart(extension)) continue;
    if (bytes > MOST_MEBIBYTES * MEBIBYTE)
      throw new Refusal('LIMIT_EXCEEDED', 'importFileTooBig', {
        file: name,
        size: Math.ceil(bytes / MEBIBYTE),
        max: MOST_MEBIBYTES,
      });
    layer[extension] = read;
  }
  return layer;
}

const isPart = (extension: string): extension is keyof Layer =>
  ['.shp', '.dbf', '.prj', '.cpg'].includes(extension);
