import type { FarPlace } from './protocol.js';

/**
 * Called between the steps of a long computation: lets other questions have a turn.
 * @throws Stopped when the asker has given up
 */
export type Breath = () => Promise<void>;

export class Stopped extends Error {}

export class FarFromStreetsError extends Error {
  constructor(readonly far: FarPlace) {
    super('far from any street');
  }
}
