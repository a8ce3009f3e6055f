import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Threads that search, each taking the next few origins as it gets through with some; the network's arrays are shared.
 *
 * @param {'times' | 'metres'} wanted of every vertex reached its seconds, taken away; or metres of street
 * @returns {Promise<{ search: () => Promise<number>, stop: () => Promise<void> }>} `search` answers how many vertices, or
 *   metres, all origins reach
 */
export async function startThreads(count, network, origins, limitSeconds, wanted) {
  const shared = { ...shareArrays(network), graph: shareArrays(network.graph) };
  const next = new Int32Array(new SharedArrayBuffer(4));
  const workers = Array.from(
    { length: count },
    () =>
      new Worker(new URL('./search-worker.mjs', import.meta.url), {
        workerData: { network: shared, origins, limitSeconds, wanted, next },
      }),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  return {
    async search() {
      Atomics.store(next, 0, 0);
      const answers = workers.map((worker) => once(worker, 'message'));
      for (const worker of workers) worker.postMessage('search');
      return (await Promise.all(answers)).reduce((sum, [reached]) => sum + reached, 0);
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function shareArrays(record) {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      ArrayBuffer.isView(value) ? shareArray(value) : value,
    ]),
  );
}

function shareArray(array) {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const copy = new array.constructor(new SharedArrayBuffer(array.byteLength));
  copy.set(array);
  return copy;
}
