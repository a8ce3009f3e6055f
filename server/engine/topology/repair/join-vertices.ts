import { metricAt, nearMetres } from '../arrangement/metric.js';
import { PointIndex } from '../arrangement/point-index.js';
import type { VertexTable } from '../arrangement/vertex-table.js';
import { withoutRepeats, type Input } from './input-rings.js';
import { haveCommon, RingUses } from './ring-uses.js';

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly metres: number;
}

interface Cluster {
  readonly members: number[];
  readonly owners: number[];
  /** The member that stays where it is, because its borders fit already; -1 for none. */
  settled: number;
}

/**
 * Makes one vertex of those of different grids that were meant to be the same: nearest pairs first, at most one vertex of
 * each grid, none further from another than the tolerance. They meet in the middle, or where borders fit already. A vertex
 * all of whose borders fit never moves: what is a tiling stays as it is. Rewrites the rings of the input.
 */
export function joinVertices(input: Input, toleranceMetres: number): void {
  const { rings, table } = input;
  const uses = new RingUses(rings, table.count);
  const clusterOf = new Map<number, Cluster>();
  const clusterAt = (v: number): Cluster =>
    clusterOf.get(v) ?? { members: [v], owners: uses.ownersOf[v]!, settled: uses.isOpen(v) ? -1 : v };
  for (const { a, b } of findPairs(uses, table, toleranceMetres)) {
    const [p, q] = [clusterAt(a), clusterAt(b)];
    if (p === q || haveCommon(p.owners, q.owners) || (p.settled !== -1 && q.settled !== -1)) continue;
    if (p.members.some((v) => q.members.some((w) => metresBetween(table, v, w) > toleranceMetres))) continue;
    const joined: Cluster = {
      members: [...p.members, ...q.members],
      owners: [...p.owners, ...q.owners],
      settled: Math.max(p.settled, q.settled),
    };
    for (const member of joined.members) clusterOf.set(member, joined);
  }

  const become = new Map<Cluster, number>();
  const placeOf = (v: number): number => {
    const cluster = clusterOf.get(v);
    if (!cluster) return v;
    const known =
      become.get(cluster) ?? (cluster.settled !== -1 ? cluster.settled : addMiddle(table, cluster.members));
    become.set(cluster, known);
    return known;
  };
  for (const ring of rings) ring.vertices = withoutRepeats(ring.vertices.map(placeOf));
}

function findPairs(uses: RingUses, table: VertexTable, toleranceMetres: number): Pair[] {
  const { xs, ys, count } = table;
  const index = new PointIndex(xs, ys, count);
  const pairs: Pair[] = [];
  const near: number[] = [];
  for (let v = 0; v < count; v++) {
    if (!uses.isOpen(v)) continue;
    const owners = uses.ownersOf[v]!;
    const metric = metricAt(ys[v]!);
    const [dx, dy] = [(2 * toleranceMetres) / metric.x, (2 * toleranceMetres) / metric.y];
    near.length = 0;
    index.visitBox(xs[v]! - dx, ys[v]! - dy, xs[v]! + dx, ys[v]! + dy, (w) => {
      if (w !== v) near.push(w);
    });
    for (const w of near) {
      // A pair of two open ones comes up twice.
      if (w < v && uses.isOpen(w)) continue;
      if (uses.ownersOf[w]!.length === 0 || haveCommon(owners, uses.ownersOf[w]!)) continue;
      const metres = metresBetween(table, v, w);
      if (metres > toleranceMetres) continue;
      // Two borders that part at a common vertex are a corner, not one border drawn twice.
      const isCorner = near.some(
        (node) =>
          haveCommon(uses.ownersOf[node]!, owners) &&
          haveCommon(uses.ownersOf[node]!, uses.ownersOf[w]!) &&
          2 * metres > Math.min(metresBetween(table, node, v), metresBetween(table, node, w)),
      );
      if (!isCorner) pairs.push({ a: v, b: w, metres });
    }
  }
  return pairs.sort((p, q) => p.metres - q.metres || p.a - q.a || p.b - q.b);
}

function metresBetween({ xs, ys }: VertexTable, a: number, b: number): number {
  return nearMetres(metricAt(ys[a]!), xs[a]! - xs[b]!, ys[a]! - ys[b]!);
}

function addMiddle(table: VertexTable, members: readonly number[]): number {
  const mean = (values: Int32Array) =>
    Math.round(members.reduce((sum, member) => sum + values[member]!, 0) / members.length);
  return table.add(mean(table.xs), mean(table.ys));
}
