import { Worker } from 'node:worker_threads';
import type { Proof, ProveData, ProveMessage } from './prove-protocol.js';

/**
 * Proves in a thread of its own how good a choice of sites is, or finds a better one.
 *
 * @param signal ends it: the best bound so far is the answer
 * @param onBound called with each better bound
 * @throws Error when the thread fails
 */
export function proveSiting(
  data: ProveData,
  { signal, onBound }: { signal?: AbortSignal; onBound?: (bound: number) => void } = {},
): Promise<Proof> {
  return new Promise((resolve, reject) => {
    let bound = data.bound.value;
    const worker = new Worker(new URL('./prove-worker.js', import.meta.url), { workerData: data });
    const end = (settle: () => void): void => {
      signal?.removeEventListener('abort', cancel);
      settle();
      void worker.terminate();
    };
    const cancel = (): void => end(() => resolve({ ...data.plan, bound, end: 'CANCELLED' }));
    worker.on('message', (message: ProveMessage) => {
      if ('done' in message) return end(() => resolve(message.done));
      if (message.bound >= bound) return;
      bound = message.bound;
      onBound?.(bound);
    });
    worker.once('error', (error) => end(() => reject(error)));
    worker.once('exit', () => end(() => reject(new Error('the proving thread ended early'))));
    if (signal?.aborted) cancel();
    else signal?.addEventListener('abort', cancel, { once: true });
  });
}
