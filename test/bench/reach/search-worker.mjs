// Searches its part of the origins each time it is told to, on a network it shares with other threads.
import { parentPort, workerData } from 'node:worker_threads';
import { coveredMetres } from '@maplebridge/engine/reach/cover';
import { createSearch } from '@maplebridge/engine/reach/create-search';

const { network, origins, limitSeconds } = workerData;
const search = createSearch(network);

parentPort.on('message', () => {
  let metres = 0;
  for (const places of origins) {
    search.run(places, limitSeconds);
    metres += coveredMetres(search);
  }
  parentPort.postMessage(metres);
});
parentPort.postMessage('ready');
