import type { Subdivision } from '../geometry/subdivision.js';

/** Answers whether faces together form one piece without hole or pinch, and gives their common outline. */
export interface Discs {
  isDisc(faces: Iterable<number>): boolean;
  /** Nodes of the outline, counter-clockwise, open. @throws Error when the faces are no disc. */
  outline(faces: Iterable<number>): number[];
}

export function createDiscs({ faces, arcs }: Subdivision): Discs {
  const nodeCount = arcs.reduce((most, arc) => Math.max(most, ...arc.nodes), 0) + 1;
  const count = new Int8Array(arcs.length);
  const owner = new Int32Array(arcs.length);
  /** Arc that leaves a junction along the outline, plus one. */
  const leaving = new Int32Array(nodeCount);

  const trace = (members: Iterable<number>): number[] | null => {
    const touched: number[] = [];
    for (const face of members) {
      for (const { arc } of faces[face]!.arcs) {
        if (count[arc]! === 0) touched.push(arc);
        count[arc]!++;
        owner[arc] = face;
      }
    }
    const border = touched.filter((arc) => count[arc] === 1);
    for (const arc of touched) count[arc] = 0;
    const ends = (arc: number): [number, number] => {
      const { nodes, left } = arcs[arc]!;
      return left === owner[arc]
        ? [nodes[0]!, nodes[nodes.length - 1]!]
        : [nodes[nodes.length - 1]!, nodes[0]!];
    };
    let simple = border.length > 0;
    for (const arc of border) {
      const [start] = ends(arc);
      if (leaving[start] !== 0) simple = false;
      leaving[start] = arc + 1;
    }
    const order: number[] = [];
    if (simple) {
      let arc = border[0]!;
      do {
        order.push(arc);
        arc = leaving[ends(arc)[1]]! - 1;
      } while (arc >= 0 && arc !== border[0] && order.length <= border.length);
    }
    for (const arc of border) leaving[ends(arc)[0]] = 0;
    return simple && order.length === border.length ? order : null;
  };

  return {
    isDisc: (members) => trace(members) !== null,
    outline: (members) => {
      const order = trace(members);
      if (!order) throw new Error('A grid of the demo county is not one simple piece');
      return order.flatMap((arc) => {
        const { nodes, left } = arcs[arc]!;
        return left === owner[arc] ? nodes.slice(0, -1) : [...nodes].reverse().slice(0, -1);
      });
    },
  };
}
