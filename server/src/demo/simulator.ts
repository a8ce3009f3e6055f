import { Worker } from 'node:worker_threads';

/**
 * Feeds the demo through the API, as real units and callers would, from a thread of its own.
 * @returns stops it
 */
export function startSimulator(graphqlUrl: string): () => Promise<void> {
  const worker = new Worker(new URL('./simulator-worker.js', import.meta.url), {
    workerData: { graphqlUrl },
  });
  worker.on('error', (error) => console.error('simulator:', error));
  return async () => void (await worker.terminate());
}
