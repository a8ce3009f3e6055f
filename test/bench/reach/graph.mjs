import { createSearch } from '@maplebridge/engine/reach/create-search';
import { coveredMetres } from '@maplebridge/engine/reach/cover';
import { buildNetwork } from '@maplebridge/engine/roads/network/network';
import { profiles } from '@maplebridge/engine/roads/network/profile';
import { byteLengthOf } from '@maplebridge/engine/roads/graph/street-graph';
import { StreetLocator } from '@maplebridge/engine/roads/locate';
import { measure } from '../cpu.mjs';
import { drawVertices, figure, placesOfVertex, readStreets } from './streets.mjs';

export const originCount = 700;
export const reachSeconds = 300;

/**
 * How long an extract takes to become a graph, and 700 origins to be searched, turn costs honoured.
 *
 * @param {string} file
 * @param {boolean} isPorto the limits are meant for Porto
 */
export async function measureGraph(file, isPorto) {
  const built = await measure(() => readStreets(file));
  const { graph } = built.result;
  if (graph.segmentCount === 0) throw new Error(`${file} holds no streets.`);
  const compiled = await measure(() => buildNetwork(graph, profiles.driving));
  const network = compiled.result;
  const { cpuSeconds, metres, count } = await measureSearch(network);
  const bytes = bytesPerEdge(network);
  console.error(
    `${graph.segmentCount} segments, ${graph.vertexCount} vertices, ${graph.forbiddenTurns.length / 3} forbidden turns; ` +
      `${Math.round(metres / count)} m of street an origin`,
  );
  return {
    network,
    figures: [
      figure(
        'extract to graph and driving network',
        built.cpuSeconds + compiled.cpuSeconds,
        's CPU',
        isPorto ? 1.2 : undefined,
      ),
      figure(
        `${count} origins x ${reachSeconds} s with street metres and turn costs`,
        cpuSeconds,
        's CPU',
        isPorto ? 0.5 : undefined,
      ),
      figure('memory a directed edge: graph', bytes.graph, 'bytes'),
      figure('memory a directed edge: driving network', bytes.network, 'bytes'),
      figure('memory a directed edge: locator', bytes.locator, 'bytes'),
      figure(
        'memory a directed edge: all three',
        bytes.graph + bytes.network + bytes.locator,
        'bytes',
        isPorto ? 64 : undefined,
      ),
      figure('memory a directed edge: a search on top', bytes.search, 'bytes'),
    ],
  };
}

/** CPU time of the whole, code not yet warm, as a server has it the first time. */
export async function measureSearch(network) {
  const origins = drawVertices(network, originCount, 1).map((vertex) => placesOfVertex(network, vertex));
  const { result: metres, cpuSeconds } = await measure(() => {
    const search = createSearch(network);
    return origins.reduce((sum, places) => {
      search.run(places, reachSeconds);
      return sum + coveredMetres(search);
    }, 0);
  });
  return { cpuSeconds, metres, count: origins.length };
}

/** Bytes of typed arrays for each directed edge. */
function bytesPerEdge(network) {
  const { graph, seconds, firstTurn, turnTo, turnTenths } = network;
  const edges = 2 * graph.segmentCount;
  const locator = Object.values(new StreetLocator(graph)).filter(ArrayBuffer.isView);
  const bytesOf = (arrays) => arrays.reduce((sum, { byteLength }) => sum + byteLength, 0) / edges;
  return {
    graph: byteLengthOf(graph) / edges,
    network: bytesOf([seconds, firstTurn, turnTo, turnTenths]),
    locator: bytesOf(locator),
    search: bytesOf(Object.values(createSearch(network)).filter(ArrayBuffer.isView)),
  };
}
