/** A small seeded generator (mulberry32, public domain, Tommy Ettinger): same seed, same county, on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  between(low: number, high: number): number;
  /** Whole number in [low, high], both included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Index drawn in proportion to the weights. */
  weighted(weights: readonly number[]): number;
  /** Standard normal deviate (Box–Muller). */
  normal(): number;
  /** Poisson deviate; a rounded normal above a mean of 60. */
  poisson(mean: number): number;
  shuffle<T>(items: readonly T[]): T[];
  /** A stream of its own: what one part of the county draws does not shift the others. */
  fork(label: string): Random;
}

function hash(seed: number, label: string): number {
  let h = (seed ^ 0x9e3779b9) >>> 0;
  for (let i = 0; i < label.length; i++) h = Math.imul(h ^ label.charCodeAt(i), 0x01000193) >>> 0;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) >>> 0;
  return (h ^ (h >>> 13)) >>> 0;
}

export function createRandom(seed: number): Random {
  let state = hash(seed, 'start');
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const random: Random = {
    next,
    between: (low, high) => low + (high - low) * next(),
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)]!,
    weighted: (weights) => {
      let sum = 0;
      for (const weight of weights) sum += weight;
      let rest = next() * sum;
      for (let i = 0; i < weights.length; i++) if ((rest -= weights[i]!) < 0) return i;
      return weights.length - 1;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    poisson: (mean) => {
      if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = next(); product > limit; product *= next()) count++;
      return count;
    },
    shuffle: (items) => {
      const copy = [...items];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1));
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
    fork: (label) => createRandom(hash(seed, label)),
  };
  return random;
}

/** Smooth value noise in about [-1, 1] over the plane, one lattice unit apart. */
export type Noise = (x: number, y: number) => number;

export function createNoise(random: Random): Noise {
  const size = 64;
  const table = Float64Array.from({ length: size * size }, () => random.between(-1, 1));
  const at = (i: number, j: number): number => table[(i & (size - 1)) * size + (j & (size - 1))]!;
  return (x, y) => {
    const i = Math.floor(x);
    const j = Math.floor(y);
    const u = (x - i) * (x - i) * (3 - 2 * (x - i));
    const v = (y - j) * (y - j) * (3 - 2 * (y - j));
    return (
      (at(i, j) * (1 - u) + at(i + 1, j) * u) * (1 - v) + (at(i, j + 1) * (1 - u) + at(i + 1, j + 1) * u) * v
    );
  };
}
