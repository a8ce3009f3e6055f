import type { InputRing } from './input-rings.js';

/** Who uses which vertices and edges. */
export class RingUses {
  /** The grids that use each vertex, ascending; nothing for one nobody uses. */
  readonly ownersOf: number[][];
  private readonly edges = new Map<number, { a: number; b: number; grids: number[] }>();
  private readonly open: Uint8Array;

  constructor(rings: readonly InputRing[], vertexCount: number) {
    this.ownersOf = Array.from({ length: vertexCount }, () => []);
    this.open = new Uint8Array(vertexCount);
    // In the order of the grids, so that each list is in order.
    for (const { grid, vertices } of rings)
      for (let i = 1; i < vertices.length; i++) {
        const [a, b] = [vertices[i - 1]!, vertices[i]!];
        const owners = this.ownersOf[a]!;
        if (owners.at(-1) !== grid) owners.push(grid);
        const edge = this.edges.get(keyOf(a, b));
        if (edge) edge.grids.push(grid);
        else this.edges.set(keyOf(a, b), { a, b, grids: [grid] });
      }
    for (const edge of this.edges.values())
      if (!isMatched(edge.grids)) this.open[edge.a] = this.open[edge.b] = 1;
  }

  /** The grids whose border an edge is if they do not fit yet; null where just two grids meet. */
  ownersIfOpen(a: number, b: number): number[] | null {
    const { grids } = this.edges.get(keyOf(a, b))!;
    return isMatched(grids) ? null : grids;
  }

  /** Whether an edge at this vertex is not the border between just two grids. */
  isOpen(vertex: number): boolean {
    return this.open[vertex] === 1;
  }
}

const keyOf = (a: number, b: number) => Math.min(a, b) * 2 ** 26 + Math.max(a, b);
const isMatched = (grids: readonly number[]) => grids.length === 2 && grids[0] !== grids[1];

export const haveCommon = (a: readonly number[], b: readonly number[]): boolean =>
  a.some((grid) => b.includes(grid));
