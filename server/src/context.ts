import type { BoundaryClock } from './boundary-plans/publish/take-effect.js';
import type { PlanDesk } from './boundary-plans/worker/plan-desk.js';
import type { Database, Viewer } from './database/index.js';
import type { DistrictingJobs } from './districting/districting-jobs.js';
import type { Pulse } from './events/pulse.js';
import type { Language } from './messages/index.js';
import type { ReachEngine } from './reach/reach-engine.js';
import type { SitingJobs } from './siting/siting-jobs.js';

/** What each resolver is given. */
export interface Context {
  database: Database;
  viewer: Viewer;
  language: Language;
  pulse: Pulse;
  reach: ReachEngine;
  siting: SitingJobs;
  districting: DistrictingJobs;
  plans: PlanDesk;
  /** To be woken when a change is dated ahead. */
  boundaryClock: BoundaryClock;
  /** Aborts when the caller has gone. */
  signal?: AbortSignal;
  /** The simulator is feeding this server. */
  simulated: boolean;
}
