import type { Session } from '../database/index.js';

export type TileLayer = 'base' | 'territory' | 'incidents';

/** What has a revision: layers of tiles, and the street graph, which a running server loads anew when it moves. */
export type Revised = TileLayer | 'streets';

/** Makes what was cached of a layer stale, in the transaction that changes what it shows. */
export async function bumpRevision(session: Session, layer: Revised): Promise<void> {
  await session.execute('UPDATE layer_revision SET value = value + 1 WHERE layer = $1', [layer]);
}

export async function readRevision(session: Session, layer: Revised): Promise<number> {
  const [row] = await session.query<{ value: number }>('SELECT value FROM layer_revision WHERE layer = $1', [
    layer,
  ]);
  return row!.value;
}
