import { setSetting } from '../../county/county.service.js';
import type { Session } from '../../database/index.js';

const KEY = 'territory.derived';

/** Identities whose boundary an import dissolved from what lies below, rather than took from a file. */
export async function derivedTerritories(session: Session): Promise<string[]> {
  const [row] = await session.query<{ value: string[] }>('SELECT value FROM setting WHERE key = $1', [KEY]);
  return row?.value ?? [];
}

export const rememberDerived = (session: Session, ids: string[]): Promise<void> =>
  setSetting(session, KEY, ids);
