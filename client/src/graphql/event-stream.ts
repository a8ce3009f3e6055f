import type { CombinedError, Client } from 'urql';
import { EventsDocument, PollEventsDocument, type EventsSubscription } from './generated/graphql.js';

export type EventBatch = EventsSubscription['events'];

export interface EventStreamHandlers {
  onMode(mode: 'connecting' | 'live' | 'polling' | 'offline'): void;
  /** The cache holds the batch already. */
  onBatch(batch: EventBatch): void;
}

const pollMilliseconds = 3000;
/** While polling, the socket is tried again this often. */
const socketRetryMilliseconds = 30_000;

const modeAfter = { taken: 'polling', refused: 'polling', silent: 'offline' } as const;

/**
 * Follows the event log from now on until stopped. The cursor survives broken lines, so nothing is missed; where the
 * socket fails the log is asked for instead. Errors never end it.
 */
export function followEvents(client: Client, { onMode, onBatch }: EventStreamHandlers): () => void {
  let cursor: string | undefined;
  let isStopped = false;
  let unsubscribe: (() => void) | undefined;
  let wake: (() => void) | undefined;

  const take = (batch: EventBatch): void => {
    cursor = batch.cursor;
    onBatch(batch);
  };
  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  /** Resolves when the socket has broken; true if anything came through it. */
  const listen = (): Promise<boolean> =>
    new Promise((resolve) => {
      let hasWorked = false;
      const subscription = client
        .subscription(EventsDocument, { after: cursor ?? null })
        .subscribe(({ data, error }) => {
          if (data && !error) {
            hasWorked = true;
            onMode('live');
            take(data.events);
          } else if (error) {
            // Not inside the callback: the source may still be starting.
            setTimeout(() => {
              subscription.unsubscribe();
              resolve(hasWorked);
            });
          }
        });
      unsubscribe = () => {
        subscription.unsubscribe();
        resolve(hasWorked);
      };
    });

  /** Asks once. A refusal came over a line that works: only silence means it is cut. */
  const poll = async (): Promise<'taken' | 'refused' | 'silent'> => {
    const { data, error } = await client
      .query(PollEventsDocument, { after: cursor ?? null }, { requestPolicy: 'network-only' })
      .toPromise();
    if (data && !error) take(data.events);
    // A refused cursor is an answer too: begin again from the present.
    if (error && isRefusal(error)) cursor = undefined;
    return !error ? 'taken' : error.networkError ? 'silent' : 'refused';
  };

  const run = async (): Promise<void> => {
    onMode('connecting');
    while (!isStopped) {
      // Something to resume from before the socket, which only speaks when something happens.
      const answer = await poll();
      if (isStopped) return;
      if (answer !== 'taken') {
        onMode(modeAfter[answer]);
        await sleep(pollMilliseconds);
        continue;
      }
      const opened = Date.now();
      onMode('live');
      await listen();
      if (isStopped) return;
      if (Date.now() - opened > socketRetryMilliseconds) continue;
      const retryAt = Date.now() + socketRetryMilliseconds;
      while (!isStopped && Date.now() < retryAt) {
        const answer = await poll();
        onMode(modeAfter[answer]);
        await sleep(pollMilliseconds);
        // A server that was gone takes sockets as soon as it is back.
        if (answer === 'silent') break;
      }
    }
  };
  void run();
  return () => {
    isStopped = true;
    unsubscribe?.();
    wake?.();
  };
}

function isRefusal(error: CombinedError): boolean {
  return error.graphQLErrors.some(({ extensions }) => extensions.code === 'BAD_USER_INPUT');
}
