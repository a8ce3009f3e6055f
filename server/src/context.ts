import type { Database, Viewer } from './database/index.js';
import type { Pulse } from './events/pulse.js';
import type { Language } from './messages/index.js';

/** What each resolver is given. */
export interface Context {
  database: Database;
  viewer: Viewer;
  language: Language;
  pulse: Pulse;
  /** The simulator is feeding this server. */
  simulated: boolean;
}
