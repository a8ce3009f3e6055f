import type { AddedGrid } from '../worker/protocol.js';
import type { PlanEditBody } from './body.types.js';

/** An edit that the engine has accepted, on its way into the log. */
export interface AcceptedEdit {
  id: string;
  body: PlanEditBody;
  added: AddedGrid[];
}
