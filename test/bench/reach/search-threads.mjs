import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Threads that search a part of the origins each, the network's arrays shared between them.
 *
 * @returns {Promise<{ search: () => Promise<number>, stop: () => Promise<void> }>} `search` answers all origins' metres
 */
export async function startThreads(count, network, origins, limitSeconds) {
  const shared = { ...shareArrays(network), graph: shareArrays(network.graph) };
  const workers = Array.from({ length: count }, (_, part) => {
    const own = origins.slice((part * origins.length) / count, ((part + 1) * origins.length) / count);
    return new Worker(new URL('./search-worker.mjs', import.meta.url), {
      workerData: { network: shared, origins: own, limitSeconds },
    });
  });
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  return {
    async search() {
      const answers = workers.map((worker) => once(worker, 'message'));
      for (const worker of workers) worker.postMessage('search');
      return (await Promise.all(answers)).reduce((sum, [metres]) => sum + metres, 0);
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
