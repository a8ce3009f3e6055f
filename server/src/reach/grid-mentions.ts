import type { Session } from '../database/index.js';
import type { LeafVersion } from '../territory/grid-finder.js';
import type { GridMention } from './reach.types.js';

/** Names the worker's grids by number. */
export async function gridMentions(
  session: Session,
  leaves: readonly LeafVersion[],
  numbers: Iterable<number>,
): Promise<Map<number, GridMention>> {
  const wanted = [...new Set(numbers)];
  const rows = await session.query<{ id: string; name: string }>(
    'SELECT id, name FROM territory_version WHERE id = ANY($1::uuid[])',
    [wanted.map((number) => leaves[number]!.versionId)],
  );
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
  return new Map(
    wanted.map((number) => {
      const { territoryId, versionId, code, anchor } = leaves[number]!;
      return [
        number,
        {
          id: territoryId,
          code,
          name: nameOf.get(versionId) ?? code,
          location: { type: 'Point', coordinates: anchor },
        },
      ];
    }),
  );
}
