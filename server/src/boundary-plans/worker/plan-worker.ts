import { parentPort } from 'node:worker_threads';
import { answers } from './answers.js';
import type { CallMessage, ReplyMessage } from './protocol.js';

/** Opens plans and works on them, one question after the other. */
const port = parentPort!;

port.on('message', ({ id, name, request }: CallMessage) => {
  let reply: ReplyMessage;
  try {
    reply = { id, result: answers[name](request as never) };
  } catch (error) {
    reply = { id, failure: (error as Error).stack ?? String(error) };
  }
  port.postMessage(reply);
});
