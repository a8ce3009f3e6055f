import { crc32, deflateRawSync } from 'node:zlib';

export interface ShapefileContent {
  /** 3: lines, 5: polygons, 13 and 15 with heights. */
  type: 3 | 5 | 13 | 15;
  /** Parts of each shape; null for a record without one. */
  shapes: ([number, number][][] | null)[];
  fields: { name: string | Buffer; type?: string; length: number }[];
  /** Cells as they stand in the table; a row of null is marked as deleted. */
  rows: ((string | Buffer)[] | null)[];
  codePage?: string;
  projection?: string;
}

/** The files of a shapefile by extension, after ESRI's description and dBASE III's. */
export function makeShapefile(content: ShapefileContent): Record<string, Buffer> {
  return {
    '.shp': shapesFile(content),
    '.dbf': tableFile(content),
    ...(content.codePage !== undefined && { '.cpg': Buffer.from(content.codePage) }),
    ...(content.projection !== undefined && { '.prj': Buffer.from(content.projection) }),
  };
}

function shapesFile({ type, shapes }: ShapefileContent): Buffer {
  const records = shapes.map((parts, i) => {
    const body = parts ? shapeRecord(type, parts) : Buffer.alloc(4);
    const head = Buffer.alloc(8);
    head.writeInt32BE(i + 1, 0);
    head.writeInt32BE(body.length / 2, 4);
    return Buffer.concat([head, body]);
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + records.reduce((sum, { length }) => sum + length, 0)) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(type, 32);
  return Buffer.concat([header, ...records]);
}

function shapeRecord(type: number, parts: [number, number][][]): Buffer {
  const points = parts.flat();
  const at = 44 + 4 * parts.length;
  const withHeights = type > 10;
  const record = Buffer.alloc(at + 16 * points.length + (withHeights ? 16 + 8 * points.length : 0));
  record.writeInt32LE(type, 0);
  record.writeInt32LE(parts.length, 36);
  record.writeInt32LE(points.length, 40);
  let first = 0;
  parts.forEach((part, i) => {
    record.writeInt32LE(first, 44 + 4 * i);
    first += part.length;
  });
  points.forEach(([x, y], i) => {
    record.writeDoubleLE(x, at + 16 * i);
    record.writeDoubleLE(y, at + 16 * i + 8);
  });
  return record;
}

function tableFile({ fields, rows }: ShapefileContent): Buffer {
  const header = Buffer.alloc(32 + 32 * fields.length + 1);
  const rowLength = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  header[0] = 3;
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(rowLength, 10);
  fields.forEach(({ name, type = 'C', length }, i) => {
    Buffer.from(name as string).copy(header, 32 + 32 * i, 0, 10);
    header.write(type, 32 + 32 * i + 11, 'latin1');
    header[32 + 32 * i + 16] = length;
  });
  header[header.length - 1] = 0x0d;
  const table = rows.map((cells) => {
    const row = Buffer.alloc(rowLength, 0x20);
    if (!cells) row[0] = 0x2a;
    let at = 1;
    fields.forEach(({ length }, i) => {
      if (cells) Buffer.from(cells[i] as string).copy(row, at, 0, length);
      at += length;
    });
    return row;
  });
  return Buffer.concat([header, ...table, Buffer.of(0x1a)]);
}

/** A zip archive, deflated. */
export function makeZip(files: Record<string, Buffer>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, nameBytes, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.of(20, 0), common, rest, nameBytes]));
    locals.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
