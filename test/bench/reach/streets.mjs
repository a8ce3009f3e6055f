import { createReadStream } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { OsmStreets } from '@maplebridge/engine/roads/osm/graph/osm-streets';
import { readPbf } from '@maplebridge/engine/roads/osm/pbf';
import { readXml } from '@maplebridge/engine/roads/osm/xml';

/**
 * Reads an extract, PBF or XML, and builds its street graph.
 *
 * @param {string} file
 */
export async function readStreets(file) {
  const streets = new OsmStreets();
  const chunks = createReadStream(file);
  const inflate = (data, size) => inflateSync(data, { maxOutputLength: size });
  if (file.endsWith('.pbf')) await readPbf(chunks, { inflate }, streets);
  else await readXml(chunks, streets);
  return { graph: streets.build('bench'), report: streets.report };
}

/** Numbers in [0, 1), the same ones for the same seed (mulberry32). */
export function makeRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Different vertices that something can drive away from, drawn without order; fewer where there are no more. */
export function drawVertices({ graph, seconds }, count, seed) {
  const random = makeRandom(seed);
  const isStart = (v) =>
    graph.outEdges
      .subarray(graph.firstOut[v], graph.firstOut[v + 1])
      .some((edge) => seconds[edge] < Infinity);
  const starts = Array.from({ length: graph.vertexCount }, (_, v) => v).filter(isStart);
  for (let i = 0; i < Math.min(count, starts.length); i++) {
    const other = i + Math.floor(random() * (starts.length - i));
    [starts[i], starts[other]] = [starts[other], starts[i]];
  }
  return starts.slice(0, count);
}

/** A vertex as places on all the segments that meet there. */
export function placesOfVertex({ graph }, vertex) {
  return [...graph.outEdges.subarray(graph.firstOut[vertex], graph.firstOut[vertex + 1])].map((edge) => ({
    segment: edge >> 1,
    share: edge & 1,
  }));
}

/** Places anywhere on streets that may be travelled, drawn without order. */
export function drawPlaces({ graph, seconds }, count, seed) {
  const random = makeRandom(seed);
  const places = [];
  while (places.length < count) {
    const segment = Math.floor(random() * graph.segmentCount);
    if (Math.min(seconds[2 * segment], seconds[2 * segment + 1]) < Infinity)
      places.push({ segment, share: random() });
  }
  return places;
}

/** @returns {import('../report.mjs').Figure} */
export function figure(name, value, unit, limit, better = 'lower') {
  return { figure: name, value, unit, better, ...(limit !== undefined && { limit }) };
}
