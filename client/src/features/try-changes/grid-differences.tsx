import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverGridsQuery } from '../../graphql/generated/travel/graphql.js';
import { DataTable } from '../../ui/data-table.js';
import { Difference } from '../cover-board/tier-table.js';
import { useCoverWords } from '../cover-board/use-cover-words.js';
import { useShowPlace } from '../cover-board/use-show-place.js';
import { compareGrids } from './compare-grids.js';

type Tiers = CoverGridsQuery['coverBoard']['tiers'];

interface GridDifferencesProps {
  before: Tiers;
  after: Tiers;
  tier: number;
  /** What stands in the two columns; "before" and "after" where it is left out. */
  names?: { before: string; after: string };
  /** A press shows the grid on the map; leave out where the map cannot be seen. */
  isOnMap?: boolean;
}

/** Who gains and who loses: the grids of a tier whose cover differs, the most first. */
export function GridDifferences({ before, after, tier, names, isOnMap = true }: GridDifferencesProps) {
  const { t } = useTranslation();
  const words = useCoverWords();
  const show = useShowPlace();
  const differences = useMemo(
    () =>
      compareGrids(
        before.find((each) => each.tier === tier)?.grids ?? [],
        after.find((each) => each.tier === tier)?.grids ?? [],
      ),
    [before, after, tier],
  );
  const places = useMemo(() => new Map(differences.map(({ grid }) => [grid.id, grid])), [differences]);
  const share = (value: unknown): string => words.share(typeof value === 'number' ? value : null);
  const gained = differences.filter((each) => each.after > each.before).length;
  if (differences.length === 0) return <p className="cover-hint">{t('plan.grids.none')}</p>;
  return (
    <>
      <p className="cover-hint">{t('plan.grids.summary', { gained, lost: differences.length - gained })}</p>
      <div className="arrival-grids">
        <DataTable
          caption={t('plan.grids.title')}
          isCaptionHidden
          columns={[
            {
              key: 'grid',
              label: t('cover.gaps.grid'),
              format: (name, { id }) =>
                isOnMap ? (
                  <button
                    type="button"
                    className="chart-link"
                    onClick={() => show(places.get(String(id))!.location, String(name))}
                  >
                    {name}
                  </button>
                ) : (
                  name
                ),
            },
            { key: 'before', label: names?.before ?? t('plan.before'), isNumeric: true, format: share },
            { key: 'after', label: names?.after ?? t('plan.after'), isNumeric: true, format: share },
            {
              key: 'difference',
              label: t('plan.difference'),
              isNumeric: true,
              format: (_, row) => {
                const text = words.points(Number(row.before), Number(row.after));
                return text ? <Difference text={text} /> : '—';
              },
            },
          ]}
          rows={differences.map(({ grid, ...shares }) => ({
            id: grid.id,
            grid: grid.name || grid.code,
            ...shares,
            difference: shares.after - shares.before,
          }))}
        />
      </div>
    </>
  );
}
