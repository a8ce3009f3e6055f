import { createReadStream, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OsmFileError } from './errors.js';
import type { OsmTags } from './visitor.js';
import { readXml } from './xml.js';

const guixi = new URL('../../../../../shared/data/osm/guixi.osm', import.meta.url);

const sample = `<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="by hand">
 <bounds minlat="28" minlon="117" maxlat="29" maxlon="118"/>
 <node id="5000000001" lat="28.2967220" lon="117.2193870"/>
 <node id="-2" lat="28.29999999" lon="117.3"><tag k="name" v="贵溪 &amp; 站"/></node>
 <node id="3" visible="false"/>
 <node id="4" action="delete" lat="1" lon="2"/>
 <way id="7"><nd ref="5000000001"/><nd ref="-2"/><tag k="highway" v="primary"/></way>
 <relation id="8"><member type="way" ref="7" role="outer"/><tag k="type" v="multipolygon"/></relation>
</osm>`;

describe('readXml', () => {
  it('reports nodes, ways and relations, and leaves deleted ones out', async () => {
    const expected = {
      nodes: [
        [5_000_000_001, 117.219387, 28.296722, null],
        [-2, 117.3, 28.3, { name: '贵溪 & 站' }],
      ],
      ways: [[7, [5_000_000_001, -2], { highway: 'primary' }]],
      relations: [[8, [{ type: 'way', id: 7, role: 'outer' }], { type: 'multipolygon' }]],
    };
    expect(await readAll(Buffer.from(sample))).toEqual(expected);
    // A byte order mark is fine, and so are chunks that cut a Chinese character in two.
    expect(await readAll(Buffer.from(`\ufeff${sample}`), 5)).toEqual(expected);
  });

  it('says where the file ends too early, wherever it was cut', async () => {
    const bytes = Buffer.from(sample);
    const rootEnds = sample.indexOf('<bounds');
    for (let cut = rootEnds; cut < bytes.length; cut++) {
      const error = await refusal(bytes.subarray(0, cut));
      expect([cut, error.code]).toEqual([cut, 'OSM_TRUNCATED']);
    }
  });

  it.each([
    ['an empty file', '', 'OSM_EMPTY', undefined],
    ['a page', '<html><body>', 'OSM_NOT_XML', 1],
    ['a change file', '<osmChange version="0.6">', 'OSM_NOT_XML', 1],
    ['plain text', 'node,lat,lon', 'OSM_NOT_XML', 1],
    ['white space', ' \n ', 'OSM_NOT_XML', 2],
    ['a bad number', sample.replace('lat="28.2967220"', 'lat="28,29"'), 'OSM_DAMAGED', 4],
    ['a latitude beyond the pole', sample.replace('lat="28.2967220"', 'lat="128.29"'), 'OSM_DAMAGED', 4],
    ['a node without place', sample.replace('lat="28.2967220"', ''), 'OSM_DAMAGED', 4],
    ['a way without id', sample.replace('<way id="7">', '<way>'), 'OSM_DAMAGED', 8],
    ['a member of no kind', sample.replace('type="way"', 'type="area"'), 'OSM_DAMAGED', 9],
    ['tags that do not match', sample.replace('</way>', '</relation>'), 'OSM_DAMAGED', 8],
  ])('refuses %s', async (_, text, code, line) => {
    const error = await refusal(Buffer.from(text));
    expect([error.code, error.parameters.line]).toEqual([code, line]);
  });

  it('refuses another encoding than UTF-8', async () => {
    const gb18030 = Buffer.concat([
      Buffer.from('<osm><node id="1" lat="1" lon="2"><tag k="name" v="'),
      Buffer.from([0xb9, 0xf3, 0xcf, 0xaa]),
    ]);
    expect((await refusal(gb18030, 1000)).code).toBe('OSM_NOT_XML');
  });

  it.skipIf(!existsSync(guixi))('reads Guixi completely (skipped without ../shared/data)', async () => {
    let [nodes, ways, relations] = [0, 0, 0];
    const visitor = { node: () => void nodes++, way: () => void ways++, relation: () => void relations++ };
    await readXml(createReadStream(guixi), visitor);
    expect({ nodes, ways, relations }).toEqual({ nodes: 4020, ways: 433, relations: 24 });
  });
});

async function readAll(bytes: Uint8Array, chunkSize = 1000) {
  const seen = { nodes: [] as unknown[], ways: [] as unknown[], relations: [] as unknown[] };
  const plain = (tags: OsmTags | null) => tags && { ...tags };
  await readXml(chunked(bytes, chunkSize), {
    node: (id, x, y, tags) => seen.nodes.push([id, x, y, plain(tags)]),
    way: (id, nodeIds, tags) => seen.ways.push([id, nodeIds, plain(tags)]),
    relation: (id, members, tags) => seen.relations.push([id, members, plain(tags)]),
  });
  return seen;
}

async function refusal(bytes: Uint8Array, chunkSize = 64): Promise<OsmFileError> {
  const error: unknown = await readAll(bytes, chunkSize).then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(OsmFileError);
  return error as OsmFileError;
}

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
