import type { PlanarGraph } from './half-edges.js';
import { metricAt } from './metric.js';

type Places = Pick<PlanarGraph, 'xs' | 'ys'>;

/** Whether a ring of vertices (not closed) has its inside on the left; exact. A ring around nothing has not. */
export function isCounterClockwise(places: Places, ring: readonly number[]): boolean {
  let sum = 0;
  let most = 0;
  eachProduct(places, ring, (p, q) => {
    sum += p - q;
    most += Math.abs(p) + Math.abs(q);
  });
  if (most <= Number.MAX_SAFE_INTEGER || Math.abs(sum) > most * (ring.length + 4) * 2 ** -52) return sum > 0;
  return doubledArea(places, ring) > 0n;
}

/** Twice the area of a ring of vertices (not closed) in square steps, positive when its inside is on the left; exact. */
export function doubledArea({ xs, ys }: Places, ring: readonly number[]): bigint {
  let sum = 0n;
  ring.forEach((v, i) => {
    const w = ring[(i + 1) % ring.length]!;
    sum += BigInt(xs[v]!) * BigInt(ys[w]!) - BigInt(ys[v]!) * BigInt(xs[w]!);
  });
  return sum;
}

/** Square metres within rings of vertices (shells to the left, holes to the right), taking the land for flat: good to 0.1 % for a grid. */
export function flatSquareMetres(places: Places, rings: readonly (readonly number[])[]): number {
  let sum = 0;
  for (const ring of rings)
    eachProduct(places, ring, (p, q) => {
      sum += p - q;
    });
  const metric = metricAt(places.ys[rings[0]![0]!]!);
  return (sum / 2) * metric.x * metric.y;
}

function eachProduct(
  { xs, ys }: Places,
  ring: readonly number[],
  visit: (p: number, q: number) => void,
): void {
  const [x0, y0] = [xs[ring[0]!]!, ys[ring[0]!]!];
  for (let i = 2; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    visit((xs[a]! - x0) * (ys[b]! - y0), (ys[a]! - y0) * (xs[b]! - x0));
  }
}
