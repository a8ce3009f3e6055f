import { baseValue, type CoveringInstance, type CoveringValue } from './covering-instance.js';

const LEAST = 1e-9;

/**
 * A choice of sites of limited capacity and who serves what: a maximum flow from demand to sites, kept up as sites come and
 * go. Demand that existing sites cover stays with them.
 */
export class CapacityState {
  readonly chosen: number[] = [];
  readonly isChosen: Uint8Array;
  /** Weight that chosen sites serve. */
  served = 0;
  /** Weight of each group that nobody serves. */
  private unserved: Float64Array;
  /** Weight of group d served by its i-th site, beside `siteOf`. */
  private flow: Float64Array;
  private slack: Float64Array;
  private readonly cover: Uint16Array;
  /** Where an entry of `demandOf` stands in `siteOf`. */
  private readonly entryOf: Uint32Array;

  constructor(
    private readonly instance: CoveringInstance,
    private readonly capacity: number,
    private readonly backupShare: number,
  ) {
    const { siteCount, demandCount, firstDemand, siteOf, firstSite, weights, baseCover } = instance;
    this.isChosen = new Uint8Array(siteCount);
    this.unserved = weights.map((weight, d) => (baseCover[d] === 0 ? weight : 0));
    this.flow = new Float64Array(siteOf.length);
    this.slack = new Float64Array(siteCount);
    this.cover = Uint16Array.from(baseCover);
    this.entryOf = new Uint32Array(siteOf.length);
    const next = firstDemand.slice();
    for (let d = 0; d < demandCount; d++)
      for (let j = firstSite[d]!; j < firstSite[d + 1]!; j++) this.entryOf[next[siteOf[j]!]!++] = j;
  }

  add(site: number): void {
    this.chosen.push(site);
    this.isChosen[site] = 1;
    this.slack[site] = this.capacity;
    this.count(site, 1);
    this.fill(site);
  }

  remove(site: number): void {
    const { firstDemand, demandOf } = this.instance;
    this.chosen.splice(this.chosen.indexOf(site), 1);
    this.isChosen[site] = 0;
    this.slack[site] = 0;
    this.count(site, -1);
    for (let i = firstDemand[site]!; i < firstDemand[site + 1]!; i++) {
      const given = this.flow[this.entryOf[i]!]!;
      if (given === 0) continue;
      this.flow[this.entryOf[i]!] = 0;
      this.unserved[demandOf[i]!]! += given;
      this.served -= given;
    }
    for (const other of this.chosen) this.fill(other);
  }

  /** What a site would add, exactly; leaves everything as it was. */
  gainOf(site: number): number {
    const before = this.valueNow().value;
    const [unserved, flow, slack, served] = [this.unserved, this.flow, this.slack, this.served];
    [this.unserved, this.flow, this.slack] = [unserved.slice(), flow.slice(), slack.slice()];
    this.add(site);
    const gain = this.valueNow().value - before;
    this.chosen.pop();
    this.isChosen[site] = 0;
    this.count(site, -1);
    [this.unserved, this.flow, this.slack, this.served] = [unserved, flow, slack, served];
    return gain;
  }

  /** No less than what a site would add. */
  gainAtMost(site: number): number {
    const { firstDemand, demandOf, weights } = this.instance;
    let open = 0;
    let twice = 0;
    for (let i = firstDemand[site]!; i < firstDemand[site + 1]!; i++) {
      const d = demandOf[i]!;
      open += weights[d]!;
      if (this.cover[d] === 1) twice += weights[d]!;
    }
    return Math.min(this.capacity, open, sum(this.unserved)) + this.backupShare * twice;
  }

  /** Weight of each group that a site serves. */
  servedBy(site: number): number {
    const { firstDemand } = this.instance;
    let total = 0;
    for (let i = firstDemand[site]!; i < firstDemand[site + 1]!; i++) total += this.flow[this.entryOf[i]!]!;
    return total;
  }

  valueNow(): CoveringValue {
    const { weights, restWeights } = this.instance;
    const coveredWeight = baseValue(this.instance).coveredWeight + this.served;
    let backupWeight = restWeights[2];
    for (let d = 0; d < weights.length; d++) if (this.cover[d]! > 1) backupWeight += weights[d]!;
    return { coveredWeight, backupWeight, value: coveredWeight + this.backupShare * backupWeight };
  }

  private count(site: number, change: 1 | -1): void {
    const { firstDemand, demandOf } = this.instance;
    for (let i = firstDemand[site]!; i < firstDemand[site + 1]!; i++) this.cover[demandOf[i]!]! += change;
  }

  /**
   * Gives a site what it can serve: demand nobody serves, also by taking some over from sites that then serve it instead
   * (shortest augmenting paths: J. Edmonds and R. Karp, Journal of the ACM 19 (1972)).
   */
  private fill(site: number): void {
    const { firstDemand, demandOf, firstSite, siteOf } = this.instance;
    // Entry through which each site was come to; from there the site before.
    const before = new Map<number, { site: number; gives: number; takes: number }>();
    while (this.slack[site]! > LEAST) {
      before.clear();
      const queue = [site];
      let end: { site: number; entry: number } | null = null;
      for (let q = 0; q < queue.length && !end; q++) {
        const at = queue[q]!;
        for (let i = firstDemand[at]!; i < firstDemand[at + 1]! && !end; i++)
          if (this.unserved[demandOf[i]!]! > LEAST) end = { site: at, entry: this.entryOf[i]! };
        if (end) break;
        for (let i = firstDemand[at]!; i < firstDemand[at + 1]!; i++) {
          const d = demandOf[i]!;
          for (let j = firstSite[d]!; j < firstSite[d + 1]!; j++) {
            const other = siteOf[j]!;
            if (this.flow[j]! <= LEAST || other === site || before.has(other)) continue;
            before.set(other, { site: at, gives: j, takes: this.entryOf[i]! });
            queue.push(other);
          }
        }
      }
      if (!end) return;
      this.push(site, end, before);
    }
  }

  private push(
    site: number,
    end: { site: number; entry: number },
    before: ReadonlyMap<number, { site: number; gives: number; takes: number }>,
  ): void {
    const d = demandAt(this.instance, end.entry);
    let amount = Math.min(this.slack[site]!, this.unserved[d]!);
    for (let at = end.site; at !== site; at = before.get(at)!.site)
      amount = Math.min(amount, this.flow[before.get(at)!.gives]!);
    for (let at = end.site; at !== site;) {
      const { site: taker, gives, takes } = before.get(at)!;
      this.flow[gives]! -= amount;
      this.flow[takes]! += amount;
      at = taker;
    }
    this.flow[end.entry]! += amount;
    this.unserved[d]! -= amount;
    this.slack[site]! -= amount;
    this.served += amount;
  }
}

/** The group whose list of sites holds an entry. */
function demandAt({ firstSite }: CoveringInstance, entry: number): number {
  let [low, high] = [0, firstSite.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (firstSite[middle]! <= entry) low = middle;
    else high = middle;
  }
  return low;
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
