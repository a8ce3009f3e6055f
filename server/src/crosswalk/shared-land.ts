import { Worker } from 'node:worker_threads';
import type { MultiPolygon } from 'geojson';
import type { Database } from '../database/index.js';
import type { Leaves } from '../territory/leaves-at.js';
import { sharedCache, type SharedCache } from '../tiles/shared-cache.js';

/** Land that a police grid and a social grid have in common; null: only the other covers it. */
export interface SharedLand {
  policeId: string | null;
  socialId: string | null;
  areaSquareMetres: number;
}

interface Area {
  id: string;
  boundary: MultiPolygon;
}

export interface CrosswalkWorkerData {
  police: Area[];
  social: Area[];
}

/** Of as many sets of boundaries as people look at in turn. */
const KEPT = 4;
const kept = new WeakMap<Database, SharedCache<SharedLand[]>>();

/** Overlays both partitions, in a thread of its own: seconds of work in a large county, done once per set of boundaries. */
export function sharedLand(database: Database, leaves: Leaves): Promise<SharedLand[]> {
  const cache = kept.get(database) ?? sharedCache<SharedLand[]>(KEPT, () => 1);
  kept.set(database, cache);
  return cache.get(leaves.key, () => {
    const areas = (partition: 'POLICE' | 'SOCIAL'): Area[] =>
      leaves.of(partition).map(({ territoryId, boundary }) => ({ id: territoryId, boundary }));
    return runWorker({ police: areas('POLICE'), social: areas('SOCIAL') });
  });
}

function runWorker(workerData: CrosswalkWorkerData): Promise<SharedLand[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./crosswalk-worker.js', import.meta.url), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The overlay ended early (${code}).`)));
  });
}
