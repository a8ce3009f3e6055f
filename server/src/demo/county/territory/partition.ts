import type { Subdivision } from '../geometry/subdivision.js';
import type { Discs } from './disc.js';

/** How dear a border along an arc is: what follows a street or water is cheap. */
export type ArcCost = (arc: number) => number;

/**
 * Gives every face one of the labels, each label's faces being one disc, by growing from the dearest-to-them faces.
 * `cost(face, label)` says how far a face is from a label; Infinity forbids.
 * @throws Error when faces remain that no label can take.
 */
export function growLabels(
  subdivision: Subdivision,
  discs: Discs,
  labels: number,
  cost: (face: number, label: number) => number,
): Int32Array {
  const { faces, arcs } = subdivision;
  const labelOf = new Int32Array(faces.length).fill(-1);
  const members: number[][] = Array.from({ length: labels }, () => []);
  let candidates: { face: number; label: number; cost: number }[] = [];
  const neighbours = (face: number): number[] =>
    faces[face]!.arcs.map(({ arc, forward }) => (forward ? arcs[arc]!.right : arcs[arc]!.left)).filter(
      (other) => other >= 0,
    );
  const waiting: { face: number; label: number; cost: number }[][] = Array.from({ length: labels }, () => []);
  const take = (face: number, label: number): void => {
    labelOf[face] = label;
    members[label]!.push(face);
    candidates.push(...waiting[label]!.splice(0));
    for (const other of neighbours(face)) {
      const price = cost(other, label);
      if (labelOf[other] === -1 && price < Infinity) candidates.push({ face: other, label, cost: price });
    }
  };
  for (let label = 0; label < labels; label++) {
    let seed = -1;
    for (let face = 0; face < faces.length; face++) {
      if (labelOf[face] === -1 && (seed < 0 || cost(face, label) < cost(seed, label))) seed = face;
    }
    take(seed, label);
  }
  while (candidates.length > 0) {
    let best = 0;
    for (let i = 1; i < candidates.length; i++) if (candidates[i]!.cost < candidates[best]!.cost) best = i;
    const candidate = candidates[best]!;
    candidates[best] = candidates[candidates.length - 1]!;
    candidates.pop();
    if (labelOf[candidate.face] !== -1) continue;
    if (discs.isDisc([...members[candidate.label]!, candidate.face])) take(candidate.face, candidate.label);
    else waiting[candidate.label]!.push(candidate);
    if (candidates.length > 20_000) candidates = candidates.filter(({ face }) => labelOf[face] === -1);
  }
  if (labelOf.includes(-1)) throw new Error('The demo county cannot be divided into its communities');
  return labelOf;
}

export interface PartitionInput {
  /** Groups to begin with, discs all of them. */
  groups: number[][];
  /** How many groups shall remain. */
  count: number;
  weight: (face: number) => number;
  arcCost: ArcCost;
}

/** Merges neighbouring groups, the lightest first, until `count` remain; then moves single faces to even them out. */
export function partition(subdivision: Subdivision, discs: Discs, input: PartitionInput): number[][] {
  const merged = merge(subdivision, discs, input);
  evenOut(subdivision, discs, merged, input);
  return merged;
}

function merge(
  { faces, arcs }: Subdivision,
  discs: Discs,
  { groups, count, weight, arcCost }: PartitionInput,
): number[][] {
  const parts = groups.map((group) => [...group]);
  const groupOf = new Map<number, number>();
  parts.forEach((part, index) => part.forEach((face) => groupOf.set(face, index)));
  const weights = parts.map((part) => part.reduce((sum, face) => sum + weight(face), 0));
  let alive = parts.length;
  const stuck = new Set<number>();
  while (alive > count) {
    let lightest = -1;
    parts.forEach((part, index) => {
      if (part.length > 0 && !stuck.has(index) && (lightest < 0 || weights[index]! < weights[lightest]!))
        lightest = index;
    });
    if (lightest < 0) throw new Error('The grids of the demo county cannot be merged further');
    const shared = new Map<number, { metres: number; dear: number }>();
    let around = 0;
    for (const face of parts[lightest]!) {
      for (const { arc, forward } of faces[face]!.arcs) {
        const other = groupOf.get(forward ? arcs[arc]!.right : arcs[arc]!.left);
        if (other === lightest) continue;
        around += arcs[arc]!.metres;
        if (other === undefined) continue;
        const entry = shared.get(other) ?? { metres: 0, dear: 0 };
        entry.metres += arcs[arc]!.metres;
        entry.dear += arcCost(arc);
        shared.set(other, entry);
      }
    }
    // A neighbour is the better the more border falls away, the dearer that border was, and the lighter it is.
    const ranked = [...shared]
      .map(([other, { metres, dear }]) => ({
        other,
        score: weights[other]! * 1.1 - (1.2 * metres + 0.8 * dear) / around,
      }))
      .sort((a, b) => a.score - b.score);
    const partner = ranked.find(({ other }) => discs.isDisc([...parts[lightest]!, ...parts[other]!]));
    if (!partner) {
      stuck.add(lightest);
      continue;
    }
    for (const face of parts[lightest]!) groupOf.set(face, partner.other);
    parts[partner.other]!.push(...parts[lightest]!.splice(0));
    weights[partner.other]! += weights[lightest]!;
    stuck.clear();
    alive--;
  }
  return parts.filter((part) => part.length > 0);
}

function evenOut(
  { faces, arcs }: Subdivision,
  discs: Discs,
  parts: number[][],
  { weight, arcCost }: PartitionInput,
): void {
  const groupOf = new Map<number, number>();
  parts.forEach((part, index) => part.forEach((face) => groupOf.set(face, index)));
  const weights = parts.map((part) => part.reduce((sum, face) => sum + weight(face), 0));
  const mean = weights.reduce((sum, w) => sum + w, 0) / parts.length || 1;
  for (let pass = 0; pass < 8; pass++) {
    let moved = 0;
    for (const [face, from] of groupOf) {
      const prices = new Map<number, number>();
      let metres = 0;
      for (const { arc, forward } of faces[face]!.arcs) {
        const other = groupOf.get(forward ? arcs[arc]!.right : arcs[arc]!.left);
        metres += arcs[arc]!.metres;
        if (other !== undefined)
          prices.set(other, (prices.get(other) ?? 0) + arcs[arc]!.metres * 0.4 + arcCost(arc));
      }
      const w = weight(face) / mean;
      const a = weights[from]! / mean;
      let best = { gain: 0.02, to: -1 };
      for (const [to, price] of prices) {
        if (to === from) continue;
        const b = weights[to]! / mean;
        const balance = (a - 1) ** 2 + (b - 1) ** 2 - (a - w - 1) ** 2 - (b + w - 1) ** 2;
        const gain = 2.2 * balance + (0.35 * (price - (prices.get(from) ?? 0))) / metres;
        if (gain > best.gain) best = { gain, to };
      }
      if (best.to < 0 || parts[from]!.length < 2) continue;
      const rest = parts[from]!.filter((other) => other !== face);
      const grown = [...parts[best.to]!, face];
      if (!discs.isDisc(rest) || !discs.isDisc(grown)) continue;
      parts[from] = rest;
      parts[best.to] = grown;
      weights[from]! -= weight(face);
      weights[best.to]! += weight(face);
      groupOf.set(face, best.to);
      moved++;
    }
    if (moved === 0) return;
  }
}
