/** Which demand each candidate site covers, both ways round, with demand that cannot be told apart made one group. */
export interface CoveringInstance {
  readonly siteCount: number;
  readonly demandCount: number;
  /** Weight of each demand group, above zero. */
  readonly weights: Float64Array;
  /** How often existing sites cover each group: 0, 1, or 2 for twice or more. */
  readonly baseCover: Uint8Array;
  /** Groups covered by site c: `demandOf[firstDemand[c]] …`, ascending. */
  readonly firstDemand: Uint32Array;
  readonly demandOf: Uint32Array;
  /** Sites that cover group d: `siteOf[firstSite[d]] …`, ascending. */
  readonly firstSite: Uint32Array;
  readonly siteOf: Uint32Array;
  /** Weight that no candidate covers, by how often existing sites do (0, 1, 2). */
  readonly restWeights: readonly [number, number, number];
}

/** Who covers what: site c covers the demand points `covered[first[c]] … covered[first[c + 1] - 1]`, each once. */
export interface SiteCovers {
  readonly first: Uint32Array;
  readonly covered: Uint32Array;
  /** Of each demand point, not negative. */
  readonly weights: ArrayLike<number>;
  /** How often existing sites cover each point; more than 2 counts as 2. */
  readonly baseCover?: ArrayLike<number>;
}

export function coveringInstance({ first, covered, weights, baseCover }: SiteCovers): CoveringInstance {
  const siteCount = first.length - 1;
  const sitesOfPoint: number[][] = Array.from(weights, () => []);
  for (let c = 0; c < siteCount; c++)
    for (let i = first[c]!; i < first[c + 1]!; i++) sitesOfPoint[covered[i]!]!.push(c);
  const groups = new Map<string, { sites: number[]; weight: number; base: number }>();
  const restWeights: [number, number, number] = [0, 0, 0];
  sitesOfPoint.forEach((sites, point) => {
    const weight = weights[point]!;
    const base = Math.min(2, baseCover?.[point] ?? 0);
    if (sites.length === 0 || weight === 0) {
      restWeights[base]! += weight;
      return;
    }
    const key = `${base}:${sites.join(' ')}`;
    const group = groups.get(key);
    if (group) group.weight += weight;
    else groups.set(key, { sites, weight, base });
  });
  return indexGroups(siteCount, [...groups.values()], restWeights);
}

function indexGroups(
  siteCount: number,
  groups: readonly { sites: readonly number[]; weight: number; base: number }[],
  restWeights: readonly [number, number, number],
): CoveringInstance {
  const firstSite = new Uint32Array(groups.length + 1);
  const firstDemand = new Uint32Array(siteCount + 1);
  groups.forEach(({ sites }, d) => {
    firstSite[d + 1] = firstSite[d]! + sites.length;
    for (const site of sites) firstDemand[site + 1]!++;
  });
  for (let c = 0; c < siteCount; c++) firstDemand[c + 1]! += firstDemand[c]!;
  const siteOf = new Uint32Array(firstSite.at(-1)!);
  const demandOf = new Uint32Array(siteOf.length);
  const next = firstDemand.slice();
  groups.forEach(({ sites }, d) => {
    siteOf.set(sites, firstSite[d]);
    for (const site of sites) demandOf[next[site]!++] = d;
  });
  return {
    siteCount,
    demandCount: groups.length,
    weights: Float64Array.from(groups, ({ weight }) => weight),
    baseCover: Uint8Array.from(groups, ({ base }) => base),
    firstDemand,
    demandOf,
    firstSite,
    siteOf,
    restWeights,
  };
}

/** What is wanted of new sites. */
export interface CoveringGoal {
  /** How many, at most. */
  readonly sites: number;
  /** What being covered twice adds, as a share of the demand's weight, 0 to 1; 0: nothing. */
  readonly backupShare?: number;
  /**
   * The most demand that one new site can serve; demand may be divided among sites that cover it. Existing sites keep all
   * that they cover.
   */
  readonly capacity?: number;
}

/** What a choice of sites amounts to, existing sites and demand out of all candidates' reach included. */
export interface CoveringValue {
  /** Weight served: covered once or more, within the capacity where there is one. */
  readonly coveredWeight: number;
  /** Weight covered twice or more. */
  readonly backupWeight: number;
  /** What is made as large as can be: covered weight + share × backup weight. */
  readonly value: number;
}

/** What existing sites alone amount to. */
export function baseValue(
  { baseCover, weights, restWeights }: CoveringInstance,
  backupShare = 0,
): CoveringValue {
  let [coveredWeight, backupWeight] = [restWeights[1] + restWeights[2], restWeights[2]];
  baseCover.forEach((base, d) => {
    if (base > 0) coveredWeight += weights[d]!;
    if (base > 1) backupWeight += weights[d]!;
  });
  return { coveredWeight, backupWeight, value: coveredWeight + backupShare * backupWeight };
}

/** The same demand with some candidates struck out; sites keep their numbers, groups that became equal are made one. */
export function withoutSites(instance: CoveringInstance, isOut: ArrayLike<number>): CoveringInstance {
  const { siteCount, demandCount, firstSite, siteOf, weights, baseCover } = instance;
  const lists: number[][] = Array.from({ length: siteCount }, () => []);
  for (let d = 0; d < demandCount; d++)
    for (let j = firstSite[d]!; j < firstSite[d + 1]!; j++)
      if (!isOut[siteOf[j]!]) lists[siteOf[j]!]!.push(d);
  const first = new Uint32Array(siteCount + 1);
  lists.forEach((list, c) => (first[c + 1] = first[c]! + list.length));
  const smaller = coveringInstance({ first, covered: Uint32Array.from(lists.flat()), weights, baseCover });
  const restWeights = smaller.restWeights.map((weight, base) => weight + instance.restWeights[base]!);
  return { ...smaller, restWeights: restWeights as [number, number, number] };
}

/** What two different worths differ by at least: 1 where all weights are whole numbers; 0 where nothing can be said. */
export function leastDifference(
  { weights, restWeights }: CoveringInstance,
  { backupShare = 0, capacity = Infinity }: CoveringGoal,
): number {
  const amounts = [...weights, ...restWeights, ...(capacity < Infinity ? [capacity] : [])];
  for (let unit = 1; unit >= 1 / 16; unit /= 2) {
    const isWhole = (amount: number): boolean => Number.isInteger(amount / unit);
    if (amounts.every(isWhole) && amounts.every((amount) => isWhole(amount * backupShare))) return unit;
  }
  return 0;
}
