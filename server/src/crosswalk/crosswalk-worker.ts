import { parentPort, workerData } from 'node:worker_threads';
import { overlay } from '@maplebridge/engine/topology/overlay/overlay';
import type { CrosswalkWorkerData, SharedLand } from './shared-land.js';

const { police, social } = workerData as CrosswalkWorkerData;
const shared = overlay(police, social).map(({ a, b, areaSquareMetres }): SharedLand => ({
  policeId: a,
  socialId: b,
  areaSquareMetres,
}));
parentPort!.postMessage(shared);
