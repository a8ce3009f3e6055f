import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localViewer, openDatabase, type Database } from '@maplebridge/server/database/index';
import { Refusal } from '@maplebridge/server/errors';
import { importStreets } from '@maplebridge/server/interchange/streets/import-streets';
import { loadStreetGraph, streetsRevision } from '@maplebridge/server/streets/load-graph';
import { expect, inject, it } from 'vitest';
import { describeOnBothDatabases } from '../kit/databases.js';
import { makeShapefile } from '../kit/make-shapefile.js';
import { findSharedData } from '../kit/shared-data.js';
import { collection, countRows, feature, temporaryFiles } from './import-support.js';

/** Streets west–east and south–north that meet in the middle, and a turn restriction. */
const osm = (more = '') => `<osm version="0.6">
  <node id="1" lat="29.300" lon="119.600"/><node id="2" lat="29.300" lon="119.610"/><node id="3" lat="29.300" lon="119.620"/>
  <node id="4" lat="29.290" lon="119.610"/><node id="5" lat="29.310" lon="119.610"/>
  <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/><tag k="name" v="解放路"/><tag k="oneway" v="yes"/></way>
  <way id="2"><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="name" v="解放路"/></way>
  <way id="3"><nd ref="4"/><nd ref="2"/><nd ref="5"/><tag k="highway" v="residential"/></way>
  <relation id="1"><member type="way" ref="1" role="from"/><member type="node" ref="2" role="via"/><member type="way" ref="3" role="to"/>
    <tag k="type" v="restriction"/><tag k="restriction" v="no_left_turn"/></relation>
  <relation id="2"><member type="way" ref="1" role="from"/><member type="node" ref="2" role="via"/><member type="way" ref="2" role="to"/>
    <tag k="type" v="restriction"/><tag k="restriction" v="only_straight_on"/></relation>
  ${more}</osm>`;

const line = (...positions: number[][]) => ({ type: 'LineString', coordinates: positions });

describeOnBothDatabases('The street graph', (test) => {
  const file = temporaryFiles();
  const open = async () => test.database;
  const load = (database: Database = test.database) => database.read(localViewer, loadStreetGraph);
  const revision = () => test.database.read(localViewer, streetsRevision);
  const notesOf = (notes: { message: string; parameters: unknown }[]) =>
    Object.fromEntries(notes.map(({ message, parameters }) => [message, parameters]));

  it('is not there before streets are', async () => {
    expect(await load()).toBeNull();
  });

  it('comes from an OSM file, and the import says of what it is made', async () => {
    const before = await revision();
    const report = await importStreets(open, file('town.osm', osm()), {});
    expect(notesOf(report.notes)).toMatchObject({
      importStreetNetwork: { segments: 4, junctions: 1, kilometres: '4.2' },
      // The street to turn into runs both ways from the junction: left is not told from right.
      importRestrictions: { used: 1, unused: 1 },
    });
    expect(await revision()).toBeGreaterThan(before);
    const streets = await load();
    expect(streets).toMatchObject({
      sources: ['town'],
      graph: { segmentCount: 4, vertexCount: 5 },
      report: { count: 1, largestShare: 1, restrictions: 1, restrictionsUnused: 1 },
    });
    expect(streets!.graph.names).toContain('解放路');
    expect(streets!.graph.forbiddenTurns.length).toBeGreaterThan(0);
    expect(streets!.graph.ends.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('stays as it was when an import fails, and the next one takes its place', async () => {
    const { graph } = (await load())!;
    const [rows, before] = [await countRows(test.database), await revision()];
    const cutOff = osm().slice(0, -40);
    for (const [name, content] of [
      ['town.osm', cutOff],
      ['town.osm.pbf', Uint8Array.of(0, 0, 0, 13, 10, 9, ...Buffer.from('OSMHeader'), 24, 99)],
      ['town.osm', ''],
    ] as const)
      await expect(importStreets(open, file(name, content), { name: 'town' })).rejects.toBeInstanceOf(
        Refusal,
      );
    expect(await countRows(test.database)).toEqual(rows);
    expect(await revision()).toBe(before);
    expect((await load())!.graph.version).toBe(graph.version);

    const more = '<way id="4"><nd ref="3"/><nd ref="5"/><tag k="highway" v="service"/></way>';
    await importStreets(open, file('town.osm', osm(more)), {});
    const next = (await load())!;
    expect(next.graph.segmentCount).toBe(5);
    expect(next.graph.version).not.toBe(graph.version);
    expect(next.sources).toEqual(['town']);
  });

  it('joins the streets of all datasets, and tells of a network in pieces', async () => {
    const joining = collection(
      feature({ 名称: '甲路', 道路等级: '次干路', 限速: '40' }, line([119.62, 29.3], [119.63, 29.3])),
      // A T-junction missed by a hand's breadth.
      feature({ 名称: '丙路', 道路等级: '村道' }, line([119.625, 29.300002], [119.625, 29.305])),
      feature({ 名称: '乙路', 道路等级: '支路' }, line([119.7, 29.4], [119.71, 29.4])),
      feature({ 名称: '无长', 道路等级: '支路' }, line([119.7, 29.4], [119.7, 29.4])),
    );
    const report = await importStreets(open, file('roads.geojson', joining), { onError: 'skip' });
    expect(notesOf(report.notes)).toMatchObject({
      importEndsJoined: { count: 1 },
      importStreetsBroken: { pieces: 2, kilometres: '1.0', latitude: '29.40000', longitude: '119.70000' },
    });
    const { graph, sources, report: whole } = (await load())!;
    expect(sources).toEqual(['town', 'roads']);
    expect(graph.segmentCount).toBe(9);
    expect(whole.count).toBe(2);
    expect(graph.limits).toContain(40);
    expect(graph.forbiddenTurns.length).toBeGreaterThan(0);
  });

  it('comes from a shapefile with its projection', async () => {
    const parts = makeShapefile({
      type: 3,
      // CGCS2000, three-degree zone of 120° E.
      shapes: [[[[461_200, 3_242_700], [462_200, 3_242_700]]]], // prettier-ignore
      fields: [{ name: '道路等级', length: 20 }, { name: 'oneway', length: 4 }], // prettier-ignore
      rows: [['主干路', 'T']],
      codePage: 'UTF-8',
      projection:
        'PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
    });
    for (const [extension, bytes] of Object.entries(parts)) file(`lines${extension}`, bytes);
    const report = await importStreets(open, file('lines.shp', parts['.shp']!), {});
    expect(report).toMatchObject({
      format: 'Shapefile',
      system: { name: 'CGCS2000_3_Degree_GK_CM_120E', assumed: false },
      taken: 1,
    });
    const { graph } = (await load())!;
    const segment = graph.segmentCount - 1;
    const at = 2 * graph.ends[2 * segment]!;
    expect(graph.places[at]! / 1e7).toBeCloseTo(119.6, 2);
    expect(graph.places[at + 1]! / 1e7).toBeCloseTo(29.3, 2);
    expect(graph.lengths[segment]).toBeCloseTo(1000, 0);
    // Against the line, but for those on foot.
    expect(graph.access[segment]).toBe(0x74);
  });

  it('is empty, and said to be, where a file has no street', async () => {
    const pond = `<osm version="0.6"><node id="1" lat="29.1" lon="119.1"/><node id="2" lat="29.1" lon="119.2"/><node id="3" lat="29.2" lon="119.2"/>
      <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/><tag k="natural" v="water"/></way></osm>`;
    const { segmentCount } = (await load())!.graph;
    const report = await importStreets(open, file('pond.osm', pond), {});
    expect(report).toMatchObject({ outcome: 'written', taken: 1 });
    expect(report.notes.map(({ message }) => message)).toContain('importStreetsNone');
    expect((await load())!.graph.segmentCount).toBe(segmentCount);
  });

  it('of a dataset from before there were graphs is made from what is drawn', async () => {
    const { graph } = (await load())!;
    await test.database.write(localViewer, (session) => session.execute('DELETE FROM street_graph'));
    const rebuilt = (await load())!;
    // As drawn, one street misses another by a hand's breadth.
    expect(rebuilt.graph.segmentCount).toBe(graph.segmentCount - 1);
    expect(rebuilt.report.roadMetres).toBeCloseTo(graph.lengths.reduce((a, b) => a + b), -1); // prettier-ignore
  });

  it('that was damaged is refused with words, not taken for another one', async () => {
    await importStreets(open, file('town.osm', osm()), {});
    await test.database.write(localViewer, (session) =>
      session.execute(`UPDATE street_graph_part SET bytes = substring(bytes from 1 for length(bytes) - 20)`),
    );
    await expect(load()).rejects.toThrow(/street graph of town cannot be unpacked/);
  });
});

const guixi = findSharedData('osm/guixi.osm');

it.skipIf(!guixi)('the graph of an imported town survives a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'maplebridge-graph-'));
  try {
    await cp(inject('templates').embedded.folder, folder, { recursive: true });
    const first = await openDatabase({ dataDir: folder });
    const report = await importStreets(async () => first, guixi!, { name: 'guixi' });
    expect(report.outcome).toBe('written');
    const before = await first.read(localViewer, loadStreetGraph);
    await first.close();
    const second = await openDatabase({ dataDir: folder });
    const after = await second.read(localViewer, loadStreetGraph);
    await second.close();
    expect(after!.graph.segmentCount).toBeGreaterThan(100);
    expect(after).toEqual(before);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
