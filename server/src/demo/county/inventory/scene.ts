import type { DemoBuilding, DemoStreet } from '../county.types.js';
import type { Fabric } from '../fabric/make-fabric.js';
import type { Plan } from '../plan/lay-plan.js';
import type { Territory } from '../territory/make-territory.js';

/** The finished county as posts and risk points find it; `buildings` run parallel to `fabric.drafts`. */
export interface Scene {
  plan: Plan;
  fabric: Fabric;
  territory: Territory;
  buildings: DemoBuilding[];
  streets: DemoStreet[];
}
