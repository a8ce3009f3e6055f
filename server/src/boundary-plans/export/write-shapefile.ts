import type { MultiPolygon, Position } from 'geojson';

export interface ShapefileField {
  /** At most ten ASCII characters. */
  name: string;
  type: 'C' | 'N';
  length: number;
  decimals?: number;
}

export interface ShapefileRow {
  boundary: MultiPolygon;
  /** In the order of the fields. */
  values: (string | number | null)[];
}

const POLYGON = 5;
const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

/**
 * The files of a shapefile of polygons by extension: main file, index, table in UTF-8, projection and code page ("ESRI
 * Shapefile Technical Description", 1998; dBASE III).
 */
export function writeShapefile(
  fields: readonly ShapefileField[],
  rows: readonly ShapefileRow[],
): Record<'.shp' | '.shx' | '.dbf' | '.prj' | '.cpg', Buffer> {
  const records = rows.map(({ boundary }) => polygonRecord(boundary));
  const box = boxOf(rows.flatMap(({ boundary }) => boundary.coordinates.flat(2)));
  const bodies: Buffer[] = [];
  const index: Buffer[] = [];
  let at = 50;
  records.forEach((record, i) => {
    const head = Buffer.alloc(8);
    head.writeInt32BE(i + 1, 0);
    head.writeInt32BE(record.length / 2, 4);
    const entry = Buffer.alloc(8);
    entry.writeInt32BE(at, 0);
    entry.writeInt32BE(record.length / 2, 4);
    bodies.push(head, record);
    index.push(entry);
    at += 4 + record.length / 2;
  });
  return {
    '.shp': Buffer.concat([fileHeader(at, box), ...bodies]),
    '.shx': Buffer.concat([fileHeader(50 + 4 * records.length, box), ...index]),
    '.dbf': tableFile(fields, rows),
    '.prj': Buffer.from(WGS84),
    '.cpg': Buffer.from('UTF-8'),
  };
}

type Box = [number, number, number, number];

function boxOf(positions: readonly Position[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    box[0] = Math.min(box[0], x!);
    box[1] = Math.min(box[1], y!);
    box[2] = Math.max(box[2], x!);
    box[3] = Math.max(box[3], y!);
  }
  return positions.length > 0 ? box : [0, 0, 0, 0];
}

/** @param words length of the file in 16-bit words */
function fileHeader(words: number, box: Box): Buffer {
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE(words, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(POLYGON, 32);
  box.forEach((value, i) => header.writeDoubleLE(value, 36 + 8 * i));
  return header;
}

/** Shells clockwise, holes counter-clockwise, as the description asks. */
function polygonRecord({ coordinates }: MultiPolygon): Buffer {
  const rings = coordinates.flatMap((part) =>
    part.map((ring, i) => (isClockwise(ring) === (i === 0) ? ring : [...ring].reverse())),
  );
  const points = rings.flat();
  const start = 44 + 4 * rings.length;
  const record = Buffer.alloc(start + 16 * points.length);
  record.writeInt32LE(POLYGON, 0);
  boxOf(points).forEach((value, i) => record.writeDoubleLE(value, 4 + 8 * i));
  record.writeInt32LE(rings.length, 36);
  record.writeInt32LE(points.length, 40);
  let first = 0;
  rings.forEach((ring, i) => {
    record.writeInt32LE(first, 44 + 4 * i);
    first += ring.length;
  });
  points.forEach(([x, y], i) => {
    record.writeDoubleLE(x!, start + 16 * i);
    record.writeDoubleLE(y!, start + 16 * i + 8);
  });
  return record;
}

function isClockwise(ring: readonly Position[]): boolean {
  const [x0, y0] = ring[0] as [number, number];
  let twice = 0;
  for (let i = 1; i < ring.length; i++)
    twice += (ring[i - 1]![0]! - x0) * (ring[i]![1]! - y0) - (ring[i]![0]! - x0) * (ring[i - 1]![1]! - y0);
  return twice < 0;
}

function tableFile(fields: readonly ShapefileField[], rows: readonly ShapefileRow[]): Buffer {
  const header = Buffer.alloc(32 + 32 * fields.length + 1);
  const rowLength = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  header[0] = 3;
  header.set([126, 1, 1], 1);
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(rowLength, 10);
  fields.forEach(({ name, type, length, decimals = 0 }, i) => {
    const at = 32 + 32 * i;
    header.write(name.slice(0, 10), at, 'ascii');
    header.write(type, at + 11, 'ascii');
    header[at + 16] = length;
    header[at + 17] = decimals;
  });
  header[header.length - 1] = 0x0d;
  const table = rows.map(({ values }) => {
    const row = Buffer.alloc(rowLength, 0x20);
    let at = 1;
    fields.forEach((field, i) => {
      cell(values[i] ?? null, field).copy(row, at);
      at += field.length;
    });
    return row;
  });
  return Buffer.concat([header, ...table, Buffer.of(0x1a)]);
}

/** Text cut between characters, numbers to the right; nothing for what is not known. */
function cell(value: string | number | null, { type, length, decimals = 0 }: ShapefileField): Buffer {
  if (value === null) return Buffer.alloc(0);
  if (type === 'N') return Buffer.from(Number(value).toFixed(decimals).padStart(length).slice(0, length));
  let text = String(value);
  while (Buffer.byteLength(text) > length) text = text.slice(0, -1);
  return Buffer.from(text);
}
