import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import { gridMentions } from '../reach/grid-mentions.js';
import { FIND_ARRIVALS } from './cover.sql.js';
import type { CoverArrivals, GridArrivals } from './cover.types.js';
import type { OpenBoard } from './cover.service.js';

const MAX_DAYS = 90;
/** Whoever is there before the police is not on record as an arrival. */
const FIRST_POLICE_TIER = 2;

interface ArrivalRow {
  longitude: number;
  latitude: number;
  gridId: string | null;
  policeGridId: string | null;
  hour: number;
  seconds: number;
}

interface Pair {
  grid: number | undefined;
  measured: number;
  modelled: number;
}

/** Arrivals on record beside the travel times of the model, for the same places and hours of day. */
export async function boardArrivals(
  { database, viewer, signal }: Context,
  { world, request }: OpenBoard,
  days: number,
): Promise<CoverArrivals> {
  if (days < 1 || days > MAX_DAYS)
    throw new Refusal('BAD_USER_INPUT', 'daysOutOfRange', { days, max: MAX_DAYS });
  const rows = await database.read(viewer, (session) => session.query<ArrivalRow>(FIND_ARRIVALS, [days]));
  const modelled = await world.ask(
    'arrivals',
    {
      responders: request.responders.filter(({ tier }) => tier >= FIRST_POLICE_TIER),
      places: rows.map(({ longitude, latitude }) => [longitude, latitude]),
      hours: rows.map(({ hour }) => hour),
    },
    signal,
  );
  const numberOf = new Map(world.leaves.map(({ territoryId }, number) => [territoryId, number]));
  const pairs = rows.flatMap(({ gridId, policeGridId, seconds }, i): Pair[] =>
    Number.isNaN(modelled[i]!)
      ? []
      : [
          {
            grid: numberOf.get(gridId ?? '') ?? numberOf.get(policeGridId ?? ''),
            measured: seconds,
            modelled: modelled[i]!,
          },
        ],
  );
  const share = (column: 'measured' | 'modelled', seconds: number) =>
    pairs.length === 0 ? null : pairs.filter((pair) => pair[column] <= seconds).length / pairs.length;
  return {
    days,
    count: pairs.length,
    tiers: world.settings.tiers.map(({ tier, seconds }) => ({
      tier,
      seconds,
      measuredShare: share('measured', seconds),
      modelledShare: share('modelled', seconds),
    })),
    grids: await database.read(viewer, async (session) => {
      const byGrid = groupByGrid(pairs);
      const grids = await gridMentions(session, world.leaves, byGrid.keys());
      return [...byGrid]
        .map(([grid, own]) => ({ grid: grids.get(grid)!, ...figuresOf(own) }))
        .sort((a, b) => b.count - a.count);
    }),
  };
}

function groupByGrid(pairs: readonly Pair[]): Map<number, Pair[]> {
  const byGrid = new Map<number, Pair[]>();
  for (const pair of pairs) {
    if (pair.grid === undefined) continue;
    const own = byGrid.get(pair.grid);
    if (own) own.push(pair);
    else byGrid.set(pair.grid, [pair]);
  }
  return byGrid;
}

function figuresOf(pairs: readonly Pair[]): Omit<GridArrivals, 'grid'> {
  const measured = pairs.map((pair) => pair.measured).sort((a, b) => a - b);
  const modelled = pairs.map((pair) => pair.modelled).sort((a, b) => a - b);
  const median = quantile(modelled, 0.5);
  return {
    count: pairs.length,
    medianSeconds: Math.round(quantile(measured, 0.5)),
    p90Seconds: Math.round(quantile(measured, 0.9)),
    modelledSeconds: Number.isFinite(median) ? Math.round(median) : null,
  };
}

/** The value that a share of a sorted list does not exceed (nearest rank). */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}
