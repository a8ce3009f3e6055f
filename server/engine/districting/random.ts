const DRAWS = 1 << 14;

/** Chance that is the same on every machine for the same seed (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    const s = (this.state = (this.state + 0x6d2b79f5) | 0);
    let t = Math.imul(s ^ (s >>> 15), s | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor(((t ^ (t >>> 14)) >>> 0) * (count / 4294967296));
  }

  /** How much worse a step may make things at temperature 1: -ln of an even chance. */
  exponential(): number {
    return exponentials[this.below(DRAWS)]!;
  }
}

const exponentials = Float64Array.from({ length: DRAWS }, (_, i) => -naturalLog((i + 0.5) / DRAWS));

/** ln x for x in (0, 1) by 2 atanh((x - 1) / (x + 1)); `Math.log` may differ in the last digit between machines. */
function naturalLog(x: number): number {
  let doublings = 0;
  for (; x < 0.75; x *= 2) doublings++;
  const z = (x - 1) / (x + 1);
  let sum = 0;
  let power = z;
  for (let k = 1; k < 30; k += 2, power *= z * z) sum += power / k;
  return 2 * sum - doublings * Math.LN2;
}
