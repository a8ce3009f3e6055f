import type { Context } from '../context.js';
import { requirePeriod } from '../period.js';
import type { GridMention } from '../reach/reach.types.js';
import { countByPlace } from '../statistics/incidents-by-place.js';
import { leavesAt, type Leaves, type NamedLeaf } from '../territory/leaves-at.js';
import type { CrosswalkRow } from './crosswalk.types.js';
import { householdsInPairs } from './households-in-pairs.js';
import { shareOut } from './share-out.js';
import { sharedLand } from './shared-land.js';

const MAX_DAYS = 400;
const DEFAULT_DAYS = 30;
const DAY_MS = 24 * 3600_000;
/** Land of less is where two who drew the same border did not draw it alike. */
const LEAST_SQUARE_METRES = 1;

export interface CrosswalkInput {
  at?: Date | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

/** What both partitions have in common on the boundaries of an instant: land, households, and incidents of a period. */
export async function listCrosswalk(
  { database, viewer }: Pick<Context, 'database' | 'viewer'>,
  { at = new Date(), from, to }: CrosswalkInput,
): Promise<CrosswalkRow[]> {
  const end = to ?? new Date();
  const period = requirePeriod(
    { from: from ?? new Date(end.getTime() - DEFAULT_DAYS * DAY_MS), to: end },
    MAX_DAYS,
  );
  const leaves = await database.read(viewer, (session) => leavesAt(database, session, at));
  const pairs = new Map<string, Pair>();
  const keyOf = (policeId: string, socialId: string) => `${policeId} ${socialId}`;
  const pairOf = (policeId: string, socialId: string): Pair => {
    const key = keyOf(policeId, socialId);
    const pair = pairs.get(key) ?? { policeId, socialId, areaSquareMetres: 0, buildings: 0, incidents: 0 };
    pairs.set(key, pair);
    return pair;
  };
  // A grid's land is the sum of its parcels: a border with more vertices is another line on the ellipsoid, by a hair.
  const landOf = new Map<string, number>();
  for (const { policeId, socialId, areaSquareMetres } of await sharedLand(database, leaves)) {
    for (const id of [policeId, socialId])
      if (id !== null) landOf.set(id, (landOf.get(id) ?? 0) + areaSquareMetres);
    if (policeId !== null && socialId !== null)
      pairOf(policeId, socialId).areaSquareMetres += areaSquareMetres;
  }
  const sharing = new Set(pairs.keys());
  await database.read(viewer, async (session) => {
    for (const { policeId, socialId, households } of await householdsInPairs(database, session, leaves))
      pairOf(policeId, socialId).buildings += households;
    const sharesLand = (socialId: string, policeId: string) => sharing.has(keyOf(policeId, socialId));
    for (const { policeId, socialId, incidents } of await countByPlace(session, period, leaves, sharesLand))
      if (policeId !== null && socialId !== null) pairOf(policeId, socialId).incidents += incidents;
  });
  return rowsOf([...pairs.values()], leaves, landOf);
}

interface Pair {
  policeId: string;
  socialId: string;
  areaSquareMetres: number;
  /** Households of the buildings on the map. */
  buildings: number;
  incidents: number;
}

function rowsOf(pairs: Pair[], { leaves }: Leaves, landOf: Map<string, number>): CrosswalkRow[] {
  const leafOf = new Map(leaves.map((leaf) => [leaf.territoryId, leaf]));
  const households = householdsOf(pairs, leafOf);
  const kept = pairs.filter(
    (pair) => pair.areaSquareMetres >= LEAST_SQUARE_METRES || households.get(pair)! > 0 || pair.incidents > 0,
  );
  const rows = kept.map((pair): CrosswalkRow => {
    const [police, social] = [leafOf.get(pair.policeId)!, leafOf.get(pair.socialId)!];
    const { areaSquareMetres, incidents } = pair;
    return {
      policeGrid: mention(police),
      socialGrid: mention(social),
      areaSquareMetres,
      shareOfPolice: areaSquareMetres / landOf.get(pair.policeId)!,
      shareOfSocial: areaSquareMetres / landOf.get(pair.socialId)!,
      households: households.get(pair)!,
      incidents,
    };
  });
  const key = ({ policeGrid, socialGrid }: CrosswalkRow) => `${policeGrid.code} ${socialGrid.code}`;
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** A social grid's figure on record, shared out by its buildings, or by land where the map has none; else the buildings'. */
function householdsOf(pairs: readonly Pair[], leafOf: Map<string, NamedLeaf>): Map<Pair, number> {
  const bySocial = new Map<string, Pair[]>();
  for (const pair of pairs) bySocial.set(pair.socialId, [...(bySocial.get(pair.socialId) ?? []), pair]);
  const households = new Map<Pair, number>();
  for (const [socialId, parts] of bySocial) {
    const figure = leafOf.get(socialId)!.households;
    const counts = parts.map(({ buildings }) => buildings);
    const weights = counts.some((count) => count > 0)
      ? counts
      : parts.map(({ areaSquareMetres }) => areaSquareMetres);
    const shares = figure === null ? counts : shareOut(figure, weights);
    parts.forEach((pair, i) => households.set(pair, shares[i]!));
  }
  return households;
}

const mention = ({ territoryId, code, name, anchor }: NamedLeaf): GridMention => ({
  id: territoryId,
  code,
  name,
  location: { type: 'Point', coordinates: anchor },
});
