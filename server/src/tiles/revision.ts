import type { Session } from '../database/index.js';

export type TileLayer = 'base' | 'territory' | 'incidents';

/** Makes cached tiles of a layer stale, in the transaction that changes what they show. */
export async function bumpRevision(session: Session, layer: TileLayer): Promise<void> {
  await session.execute('UPDATE layer_revision SET value = value + 1 WHERE layer = $1', [layer]);
}

export async function readRevision(session: Session, layer: TileLayer): Promise<number> {
  const [row] = await session.query<{ value: number }>('SELECT value FROM layer_revision WHERE layer = $1', [
    layer,
  ]);
  return row!.value;
}
