import { STEPS_PER_DEGREE } from '@maplebridge/engine/coordinates/round';
import type { RefusalReason, Refused } from '@maplebridge/engine/topology/tiling.types';
import type { Session } from '../../database/index.js';
import { Refusal } from '../../errors.js';
import type { MessageCode } from '../../messages/index.js';
import { NAME_GRIDS } from './log.sql.js';

/** Exhaustive on purpose: a new reason does not compile without its words. */
export const wordsFor: Record<RefusalReason, MessageCode> = {
  LINE_DOES_NOT_CROSS: 'planLineDoesNotCross',
  LINE_CROSSES_TWICE: 'planLineCrossesTwice',
  LINE_ALONG_BORDER: 'planLineAlongBorder',
  LINE_CROSSES_ITSELF: 'planLineCrossesItself',
  NOT_TOUCHING: 'planNotTouching',
  WOULD_FLIP: 'planWouldFlip',
  WOULD_CROSS: 'planWouldCross',
  WOULD_FALL_APART: 'planWouldFallApart',
  OUTER_BORDER: 'planOuterBorder',
  NO_SUCH_VERTEX: 'planNoSuchVertex',
  NO_SUCH_BORDER: 'planNoSuchBorder',
  IS_A_NODE: 'planIsANode',
  NO_SUCH_GRID: 'planNoSuchGrid',
  ID_TAKEN: 'planGridIdTaken',
  TOO_FEW_VERTICES: 'planTooFewVertices',
  OUTSIDE: 'planOutside',
  COVERS_A_WHOLE_GRID: 'planCoversAWholeGrid',
  NOT_THE_SAME_LAND: 'planNotTheSameLand',
  NOT_A_PLACE: 'planNotAPlace',
  NOT_A_TILING: 'planNotATiling',
  IS_A_TILING: 'planIsATiling',
};

/** A refusal of the engine with the grids by name and the place. */
export async function refusalInWords(
  session: Session,
  planId: string,
  { reason, at, grids }: Refused,
): Promise<Refusal> {
  return new Refusal('BAD_USER_INPUT', wordsFor[reason], await refusalParameters(session, planId, at, grids));
}

export async function refusalParameters(
  session: Session,
  planId: string,
  at: Refused['at'],
  grids: readonly string[],
): Promise<{ grids: string; at: string }> {
  const names = await gridNames(session, planId, grids);
  return {
    grids: grids.map((id) => names.get(id) ?? id).join('、') || '—',
    at: at ? ` (${(at[0] / STEPS_PER_DEGREE).toFixed(5)}, ${(at[1] / STEPS_PER_DEGREE).toFixed(5)})` : '',
  };
}

/** Code and name of grids of a plan. */
async function gridNames(
  session: Session,
  planId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await session.query<{ id: string; code: string; name: string }>(NAME_GRIDS, [
    planId,
    ids.slice(0, 50),
  ]);
  return new Map(rows.map(({ id, code, name }) => [id, name === code ? code : `${name} ${code}`]));
}
