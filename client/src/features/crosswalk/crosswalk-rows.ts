import type { CrosswalkQuery } from '../../graphql/generated/studio/graphql.js';

export type CrosswalkRow = CrosswalkQuery['partitionCrosswalk'][number];

export const idOf = ({ policeGrid, socialGrid }: CrosswalkRow): string => `${policeGrid.id} ${socialGrid.id}`;

/** Shares below this on both sides are where two drawings of one border differ, not land that is shared. */
export const sliverShare = 0.01;

interface Wanted {
  /** Part of a name or the beginning of a code, of either grid. */
  text: string;
  /** Grids of either partition; none: all. */
  gridIds: readonly string[];
  withSlivers: boolean;
}

/** The rows that are asked for. */
export function filterRows(
  rows: readonly CrosswalkRow[],
  { text, gridIds, withSlivers }: Wanted,
): CrosswalkRow[] {
  const words = text.trim().toLowerCase();
  const ids = new Set(gridIds);
  return rows.filter(({ policeGrid, socialGrid, shareOfPolice, shareOfSocial }) => {
    if (!withSlivers && shareOfPolice < sliverShare && shareOfSocial < sliverShare) return false;
    const grids = [policeGrid, socialGrid];
    if (ids.size > 0 && !grids.some(({ id }) => ids.has(id))) return false;
    return grids.some(
      ({ name, code }) => words === '' || name.toLowerCase().includes(words) || code.startsWith(words),
    );
  });
}
