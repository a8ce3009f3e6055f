import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { OsmFileError } from './errors.js';
import { readPbf } from './pbf.js';
import type { OsmMember, OsmTags, OsmVisitor } from './visitor.js';
import { WireReader } from './wire.js';

const porto = new URL('../../../../../shared/data/osm/porto.osm.pbf', import.meta.url);
const inflate = (data: Uint8Array, size: number) => inflateSync(data, { maxOutputLength: Math.max(size, 1) });

describe('readPbf', () => {
  it('reports dense nodes, plain nodes, ways and relations with their tags', async () => {
    const seen = await readAll(file(header(), data(block())));
    expect(seen.nodes).toEqual([
      [5_000_000_001, 120.1234567, 29.7654321, { name: '枫桥' }],
      [5_000_000_003, 120.1234568, -0.0000001, null],
      [-7, -8.6, 41.15, { name: 'plain' }],
    ]);
    expect(seen.ways).toEqual([
      [9, [5_000_000_001, 5_000_000_003, 5_000_000_001], { highway: 'residential' }],
    ]);
    const members = [
      { type: 'way', id: 9, role: 'outer' },
      { type: 'node', id: 5_000_000_001, role: '' },
    ];
    expect(seen.relations).toEqual([[11, members, { name: '枫桥' }]]);
  });

  it('reads the same whatever the size of the chunks, and blobs that are not packed', async () => {
    const bytes = file(header(), data(block(), false), blob('SomethingElse', block()), data(block()));
    const whole = await readAll(bytes);
    expect(whole.nodes).toHaveLength(6);
    for (const size of [1, 7, 64]) expect(await readAll(bytes, size)).toEqual(whole);
  });

  it('honours granularity and offsets', async () => {
    const strings = bytesField(1, bytesField(1, text('')));
    const dense = [...packed(1, [signed(1)]), ...packed(8, [signed(297)]), ...packed(9, [signed(-3)])];
    const group = bytesField(2, bytesField(2, dense));
    const odd = [
      ...strings,
      ...group,
      ...number(17, 1000),
      ...number(19, 50_000),
      ...number(20, -2_000_000_000),
    ];
    const seen = await readAll(file(header(), data(odd)));
    expect(seen.nodes).toEqual([[1, -2.000003, 0.000347, null]]);
  });

  it('says which byte is missing from a truncated file, wherever it was cut', async () => {
    const bytes = file(header(), data(block()));
    const lengthOfHeader = file(header()).length;
    for (let cut = 1; cut < bytes.length; cut++) {
      if (cut === lengthOfHeader) continue; // between two blobs nothing shows
      const error = await refusal(bytes.subarray(0, cut));
      expect([cut, error.code, error.parameters.byteOffset]).toEqual([cut, 'OSM_TRUNCATED', cut]);
    }
  });

  it.each([
    ['an empty file', [], 'OSM_EMPTY'],
    ['XML', text('<?xml version="1.0"?><osm/>'), 'OSM_NOT_PBF'],
    ['gzip', [0x1f, 0x8b, 8, 0, 0, 0, 0, 0], 'OSM_NOT_PBF'],
    ['JSON', text('{"type": "FeatureCollection"}'), 'OSM_NOT_PBF'],
    ['noise', [0, 0, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8], 'OSM_NOT_PBF'],
    ['data without a header', file(data(block())), 'OSM_NOT_PBF'],
    ['a history file', file(header('HistoricalInformation')), 'OSM_UNSUPPORTED_FEATURE'],
    [
      'zstd',
      file(header(), blob('OSMData', [...number(2, 9), ...bytesField(7, [1, 2, 3])], null)),
      'OSM_UNSUPPORTED_COMPRESSION',
    ],
    ['a huge blob', file(header(), blobHeader('OSMData', 33 * 1024 * 1024)), 'OSM_BLOB_TOO_BIG'],
    [
      'a small blob that unpacks to a huge one',
      file(header(), blob('OSMData', bomb(), null)),
      'OSM_BLOB_TOO_BIG',
    ],
    [
      'bad zlib data',
      file(header(), blob('OSMData', [...number(2, 9), ...bytesField(3, [1, 2, 3])], null)),
      'OSM_DAMAGED',
    ],
    [
      'a wrong size',
      file(header(), blob('OSMData', [...number(2, 5), ...bytesField(3, zip([1, 2]))], null)),
      'OSM_DAMAGED',
    ],
    ['a blob without data', file(header(), blob('OSMData', number(2, 5), null)), 'OSM_DAMAGED'],
    ['a block that makes no sense', file(header(), data([0xff, 0xff, 0xff])), 'OSM_DAMAGED'],
    [
      'text that is not UTF-8',
      file(header(), data(bytesField(1, bytesField(1, [0xff, 0xfe])))),
      'OSM_DAMAGED',
    ],
    [
      'a node off the globe',
      file(header(), data(bytesField(2, bytesField(1, number(8, 2_000_000_000))))),
      'OSM_DAMAGED',
    ],
    [
      'an index beyond the texts',
      file(header(), data(bytesField(2, bytesField(3, [...packed(2, [9]), ...packed(3, [9])])))),
      'OSM_DAMAGED',
    ],
  ])('refuses %s', async (_, bytes, code) => {
    expect((await refusal(Uint8Array.from(bytes))).code).toBe(code);
  });

  it('lets the error of a visitor through as it is and closes the source', async () => {
    let closed = false;
    async function* chunks() {
      try {
        yield file(header(), data(block()));
        yield new Uint8Array(10);
      } finally {
        closed = true;
      }
    }
    const visitor: OsmVisitor = {
      way: () => {
        throw new RangeError('enough');
      },
    };
    await expect(readPbf(chunks(), { inflate }, visitor)).rejects.toThrow(RangeError);
    expect(closed).toBe(true);
  });

  it.skipIf(!existsSync(porto))('reads Porto completely (skipped without ../shared/data)', async () => {
    let [nodes, ways, relations, references] = [0, 0, 0, 0];
    const visitor: OsmVisitor = {
      node: () => void nodes++,
      way: (_, nodeIds) => {
        ways++;
        references += nodeIds.length;
      },
      relation: () => void relations++,
    };
    await readPbf(createReadStream(porto), { inflate }, visitor);
    expect({ nodes, ways, relations, references }).toEqual({
      nodes: 347_944,
      ways: 51_458,
      relations: 357,
      references: 427_898,
    });
  });

  it.skipIf(!existsSync(porto))(
    'refuses half of Porto, naming the byte (skipped without ../shared/data)',
    async () => {
      const half = readFileSync(porto).subarray(0, 1_500_000);
      expect(await refusal(half)).toMatchObject({
        code: 'OSM_TRUNCATED',
        parameters: { byteOffset: 1_500_000 },
      });
    },
  );
});

describe('WireReader', () => {
  it('reads signed numbers up to 2^53 both ways', () => {
    for (const value of [0, 1, -1, 63, -64, 64, 2 ** 31, -(2 ** 31) - 1, 2 ** 51, -(2 ** 51)]) {
      expect(new WireReader(Uint8Array.from(signed(value))).signed()).toBe(value);
      expect(new WireReader(Uint8Array.from(varint(BigInt.asUintN(64, BigInt(value))))).int64()).toBe(value);
    }
  });
});

type Seen = { nodes: unknown[]; ways: unknown[]; relations: unknown[] };

async function readAll(bytes: Uint8Array, chunkSize = bytes.length): Promise<Seen> {
  const seen: Seen = { nodes: [], ways: [], relations: [] };
  const plain = (tags: OsmTags | null) => tags && { ...tags };
  await readPbf(
    chunked(bytes, chunkSize),
    { inflate },
    {
      node: (id, x, y, tags) => seen.nodes.push([id, x, y, plain(tags)]),
      way: (id, nodeIds, tags) => seen.ways.push([id, nodeIds, plain(tags)]),
      relation: (id, members: OsmMember[], tags) => seen.relations.push([id, members, plain(tags)]),
    },
  );
  return seen;
}

async function refusal(bytes: Uint8Array): Promise<OsmFileError> {
  const error: unknown = await readAll(bytes, 1000).then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(OsmFileError);
  return error as OsmFileError;
}

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += Math.max(size, 1)) yield bytes.subarray(at, at + size);
}

// A writer just large enough for the cases above.

function varint(value: bigint | number): number[] {
  let rest = BigInt(value);
  const bytes: number[] = [];
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return [...bytes, Number(rest)];
}

function signed(value: number): number[] {
  return varint(value < 0 ? -2n * BigInt(value) - 1n : 2n * BigInt(value));
}

function text(value: string): number[] {
  return [...Buffer.from(value)];
}

function number(field: number, value: number): number[] {
  return [...varint(field << 3), ...varint(BigInt.asUintN(64, BigInt(value)))];
}

function bytesField(field: number, bytes: ArrayLike<number>): number[] {
  return [...varint((field << 3) | 2), ...varint(bytes.length), ...Array.from(bytes)];
}

function packed(field: number, values: (number | number[])[]): number[] {
  return bytesField(field, values.flat());
}

function zip(bytes: number[]): Uint8Array {
  return deflateSync(Uint8Array.from(bytes));
}

function bomb(): number[] {
  return [...number(2, 2 ** 40), ...bytesField(3, zip([1]))];
}

function blobHeader(type: string, size: number): number[] {
  const head = [...bytesField(1, text(type)), ...number(3, size)];
  return [0, 0, 0, head.length, ...head];
}

function blob(type: string, content: number[], zipped: boolean | null = true): number[] {
  const packedBlob = [...number(2, content.length), ...bytesField(3, zip(content))];
  const body = zipped === null ? content : zipped ? packedBlob : bytesField(1, content);
  return [...blobHeader(type, body.length), ...body];
}

function data(content: number[], zipped = true): number[] {
  return blob('OSMData', content, zipped);
}

function header(...features: string[]): number[] {
  const names = ['OsmSchema-V0.6', 'DenseNodes', ...features];
  return blob(
    'OSMHeader',
    names.flatMap((name) => bytesField(4, text(name))),
  );
}

function file(...blobs: number[][]): Uint8Array {
  return Uint8Array.from(blobs.flat());
}

function block(): number[] {
  const strings = ['', 'name', '枫桥', 'highway', 'residential', 'outer', 'plain'];
  const dense = [
    ...packed(1, [signed(5_000_000_001), signed(2)]),
    ...packed(8, [signed(297_654_321), signed(-297_654_322)]),
    ...packed(9, [signed(1_201_234_567), signed(1)]),
    ...packed(10, [1, 2, 0, 0]),
  ];
  const plain = [
    varint(8),
    signed(-7),
    packed(2, [1]),
    packed(3, [6]),
    varint(64),
    signed(411_500_000),
    varint(72),
    signed(-86_000_000),
  ].flat();
  const way = [
    number(1, 9),
    packed(2, [3]),
    packed(3, [4]),
    packed(8, [signed(5_000_000_001), signed(2), signed(-2)]),
  ].flat();
  const relation = [
    number(1, 11),
    packed(2, [1]),
    packed(3, [2]),
    packed(8, [5, 0]),
    packed(9, [signed(9), signed(4_999_999_992)]),
    packed(10, [1, 0]),
  ].flat();
  return [
    ...bytesField(
      1,
      strings.flatMap((string) => bytesField(1, text(string))),
    ),
    ...bytesField(2, bytesField(2, dense)),
    ...bytesField(2, bytesField(1, plain)),
    ...bytesField(2, bytesField(3, way)),
    ...bytesField(2, bytesField(4, relation)),
  ];
}
