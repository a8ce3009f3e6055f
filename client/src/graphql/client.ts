import { createClient as createSocketClient } from 'graphql-ws';
import { Client, fetchExchange, subscriptionExchange } from 'urql';
import { createCacheExchange } from './cache.js';

export interface GraphqlClient {
  client: Client;
  /** Called whenever the server is heard on the socket, also when it only says that it is there. */
  onHeard(listener: () => void): void;
}

const keepAliveMilliseconds = 10_000;
const answerMilliseconds = 8000;

/** The client of this screen: queries by HTTP, events by WebSocket, one cache for both. */
export function createGraphqlClient(getLanguage: () => string): GraphqlClient {
  const listeners = new Set<() => void>();
  const heard = (): void => listeners.forEach((listener) => listener());
  // A line that was cut silently never closes: no answer to a ping means it is gone.
  let silence: ReturnType<typeof setTimeout> | undefined;
  const socket = createSocketClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    keepAlive: keepAliveMilliseconds,
    // The event stream resumes from its own cursor, so it does its own retrying.
    retryAttempts: 0,
    connectionParams: () => ({ language: getLanguage() }),
    on: {
      message: heard,
      ping: (isReceived) => {
        if (isReceived) return;
        silence = setTimeout(() => socket.terminate(), answerMilliseconds);
      },
      pong: () => {
        clearTimeout(silence);
        heard();
      },
      closed: () => clearTimeout(silence),
    },
  });
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: () => ({ headers: { 'Accept-Language': getLanguage() } }),
    exchanges: [
      createCacheExchange(),
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe({ ...request, query: request.query ?? '' }, sink),
          }),
        }),
      }),
      fetchExchange,
    ],
  });
  return { client, onHeard: (listener) => listeners.add(listener) };
}
