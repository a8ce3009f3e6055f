import { parentPort, workerData } from 'node:worker_threads';
import { answersOver } from './answers.js';
import type { CallMessage, ReplyMessage, WorldData } from './protocol.js';
import { FarFromStreetsError, Stopped, type Breath } from './breath.js';
import { buildWorld } from './world.js';

/** Answers questions about one world, several at a time: each long one lets the others in between its searches. */
const port = parentPort!;
const reply = (message: ReplyMessage) => port.postMessage(message);

const world = buildWorld(workerData as WorldData);
const answers = answersOver(world);
reply({ ready: { demandUnplaced: world.placed.unplaced } });

port.on('message', ({ id, name, request, stop }: CallMessage) => {
  void answer(id, name, request, stop);
});

async function answer(
  id: number,
  name: CallMessage['name'],
  request: unknown,
  stop: Int32Array,
): Promise<void> {
  try {
    const result = await answers[name](request as never, breathOf(stop));
    reply({ id, result });
  } catch (error) {
    if (error instanceof Stopped) reply({ id, stopped: true });
    else if (error instanceof FarFromStreetsError) reply({ id, far: error.far });
    else reply({ id, failure: (error as Error).stack ?? String(error) });
  }
}

/** How long one question may keep the thread before others get a turn. */
const TURN_MS = 20;

function breathOf(stop: Int32Array): Breath {
  let since = performance.now();
  return async () => {
    if (Atomics.load(stop, 0) === 1) throw new Stopped();
    if (performance.now() - since < TURN_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
