import { parentPort, workerData } from 'node:worker_threads';
import { drawProposals } from './draw-proposals.js';
import type { DistrictingMessage, DistrictingWorkerData } from './protocol.js';

const { request, stop } = workerData as DistrictingWorkerData;
const TOLD_EVERY_MS = 200;
let toldAt = 0;

function tell(message: DistrictingMessage): void {
  if ('progress' in message) {
    if (performance.now() - toldAt < TOLD_EVERY_MS) return;
    toldAt = performance.now();
  }
  parentPort!.postMessage(message);
}

drawProposals(request, () => Atomics.load(stop, 0) === 1, tell);
tell({ done: true });
