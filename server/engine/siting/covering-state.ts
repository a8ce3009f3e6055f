import { baseValue, type CoveringInstance, type CoveringValue } from './covering-instance.js';

/** A choice of sites with, for each site, what adding or removing it would change. */
export class CoveringState {
  readonly chosen: number[] = [];
  readonly isChosen: Uint8Array;
  value: number;
  /** How often each group is covered. */
  private readonly cover: Uint16Array;
  /** What covering a group of weight 1 once more adds, by how often it is covered. */
  private readonly steps: readonly number[];
  /** What one more site would add; what a chosen one adds now. */
  private readonly gain: Float64Array;
  private readonly loss: Float64Array;
  private readonly shared: Float64Array;

  constructor(
    private readonly instance: CoveringInstance,
    private readonly backupShare: number,
  ) {
    const { siteCount, firstDemand, demandOf, weights, baseCover } = instance;
    this.steps = [1, backupShare];
    this.isChosen = new Uint8Array(siteCount);
    this.cover = Uint16Array.from(baseCover);
    this.value = baseValue(instance, backupShare).value;
    this.gain = new Float64Array(siteCount);
    this.loss = new Float64Array(siteCount);
    this.shared = new Float64Array(siteCount);
    for (let c = 0; c < siteCount; c++)
      for (let i = firstDemand[c]!; i < firstDemand[c + 1]!; i++) {
        const d = demandOf[i]!;
        this.gain[c]! += weights[d]! * this.step(this.cover[d]!);
      }
  }

  add(site: number): void {
    const { firstDemand, demandOf, firstSite, siteOf, weights } = this.instance;
    this.value += this.gain[site]!;
    this.isChosen[site] = 1;
    this.chosen.push(site);
    for (let i = firstDemand[site]!; i < firstDemand[site + 1]!; i++) {
      const d = demandOf[i]!;
      const before = this.cover[d]!++;
      const [was, is] = [this.step(before), this.step(before + 1)];
      const gained = weights[d]! * (is - was);
      const lost = weights[d]! * (was - (before > 0 ? this.step(before - 1) : 0));
      this.loss[site]! += weights[d]! * was;
      if (gained === 0 && lost === 0) continue;
      for (let j = firstSite[d]!; j < firstSite[d + 1]!; j++) {
        const other = siteOf[j]!;
        this.gain[other]! += gained;
        if (this.isChosen[other] && other !== site) this.loss[other]! += lost;
      }
    }
  }

  remove(site: number): void {
    const { firstDemand, demandOf, firstSite, siteOf, weights } = this.instance;
    this.value -= this.loss[site]!;
    this.isChosen[site] = 0;
    this.chosen.splice(this.chosen.indexOf(site), 1);
    this.loss[site] = 0;
    for (let i = firstDemand[site]!; i < firstDemand[site + 1]!; i++) {
      const d = demandOf[i]!;
      const left = --this.cover[d]!;
      const [was, is] = [this.step(left + 1), this.step(left)];
      const gained = weights[d]! * (is - was);
      const lost = weights[d]! * ((left > 0 ? this.step(left - 1) : 0) - is);
      if (gained === 0 && lost === 0) continue;
      for (let j = firstSite[d]!; j < firstSite[d + 1]!; j++) {
        const other = siteOf[j]!;
        this.gain[other]! += gained;
        if (this.isChosen[other]) this.loss[other]! += lost;
      }
    }
  }

  moveTo(sites: readonly number[]): void {
    const wanted = new Set(sites);
    for (const site of [...this.chosen]) if (!wanted.has(site)) this.remove(site);
    for (const site of sites) if (!this.isChosen[site]) this.add(site);
  }

  /** @param noise 0 = the best, otherwise each gain is scaled down by up to this share */
  bestAddition(noise: number, random: () => number): number {
    let best = -1;
    let bestGain = -1;
    for (let c = 0; c < this.gain.length; c++) {
      if (this.isChosen[c]) continue;
      const gain = noise === 0 ? this.gain[c]! : this.gain[c]! * (1 - noise * random());
      if (gain > bestGain) {
        bestGain = gain;
        best = c;
      }
    }
    return best;
  }

  gainOf(site: number): number {
    return this.gain[site]!;
  }

  /** The exchange that adds most; null when none adds anything. */
  bestSwap(): { out: number; into: number } | null {
    const { siteCount, firstDemand, demandOf, firstSite, siteOf, weights } = this.instance;
    const { gain, shared } = this;
    let best: { out: number; into: number } | null = null;
    let bestChange = 1e-9;
    let topGain = 0;
    for (let c = 0; c < siteCount; c++) if (!this.isChosen[c] && gain[c]! > topGain) topGain = gain[c]!;
    for (const out of this.chosen) {
      const loss = this.loss[out]!;
      // Where both cover a group its cover does not change. Without that no exchange could do better than `topGain`.
      shared.fill(0);
      let most = 0;
      for (let i = firstDemand[out]!; i < firstDemand[out + 1]!; i++) {
        const d = demandOf[i]!;
        const kept = weights[d]! * (this.step(this.cover[d]! - 1) - this.step(this.cover[d]!));
        if (kept === 0) continue;
        for (let j = firstSite[d]!; j < firstSite[d + 1]!; j++) {
          const value = (shared[siteOf[j]!]! += kept);
          if (value > most) most = value;
        }
      }
      if (topGain + most - loss <= bestChange) continue;
      for (let c = 0; c < siteCount; c++) {
        if (this.isChosen[c]) continue;
        const change = gain[c]! + shared[c]! - loss;
        if (change > bestChange) {
          bestChange = change;
          best = { out, into: c };
        }
      }
    }
    return best;
  }

  /** Chosen sites that share demand with one. */
  neighboursOf(site: number): number[] {
    const { firstDemand, demandOf, firstSite, siteOf } = this.instance;
    const found = new Set<number>();
    for (let i = firstDemand[site]!; i < firstDemand[site + 1]!; i++) {
      const d = demandOf[i]!;
      if (this.cover[d]! < 2) continue;
      for (let j = firstSite[d]!; j < firstSite[d + 1]!; j++) {
        const other = siteOf[j]!;
        if (this.isChosen[other] && other !== site) found.add(other);
      }
    }
    return [...found];
  }

  /** Counted anew, without what thousands of additions have rounded. */
  valueNow(): CoveringValue {
    const { weights, restWeights } = this.instance;
    let [coveredWeight, backupWeight] = [restWeights[1] + restWeights[2], restWeights[2]];
    this.cover.forEach((count, d) => {
      if (count > 0) coveredWeight += weights[d]!;
      if (count > 1) backupWeight += weights[d]!;
    });
    return { coveredWeight, backupWeight, value: coveredWeight + this.backupShare * backupWeight };
  }

  private step(cover: number): number {
    return cover < 2 ? this.steps[cover]! : 0;
  }
}
