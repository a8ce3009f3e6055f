// Searches from the next origins each time it is told to, on a network it shares with other threads.
import { parentPort, workerData } from 'node:worker_threads';
import { coveredMetres } from '@maplebridge/engine/reach/cover';
import { VertexSearch } from '@maplebridge/engine/reach/vertex-search';

const { network, origins, limitSeconds, wanted, next } = workerData;
const search = new VertexSearch(network);
/** So few that no thread is left with much when the others are done; neighbours, which caches like. */
const atOnce = 10;
/** What a caller takes away of one origin: the vertices reached and their seconds. */
const taken = {
  vertices: new Uint32Array(network.graph.vertexCount),
  seconds: new Float64Array(network.graph.vertexCount),
};

parentPort.on('message', () => {
  let reached = 0;
  for (let at = takeNext(); at < origins.length; at = takeNext())
    for (const places of origins.slice(at, at + atOnce)) {
      search.run(places, limitSeconds);
      reached += wanted === 'metres' ? coveredMetres(search) : takeTimes();
    }
  parentPort.postMessage(reached);
});
parentPort.postMessage('ready');

const takeNext = () => Atomics.add(next, 0, atOnce);

function takeTimes() {
  const found = search.reachedVertices();
  for (let i = 0; i < found.length; i++) {
    taken.vertices[i] = found[i];
    taken.seconds[i] = search.secondsAt(found[i]);
  }
  return found.length;
}
