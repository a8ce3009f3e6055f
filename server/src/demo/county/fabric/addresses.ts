import type { DemoBuilding } from '../county.types.js';
import { edgeKey } from '../geometry/arrangement.js';
import { distance, distanceToSegment, toRing, type Point } from '../geometry/plane.js';
import type { Plan } from '../plan/lay-plan.js';
import { COMMUNITIES, TOWNS } from '../territory/regions.js';
import type { Block } from './blocks.js';
import type { Draft } from './place-buildings.js';

interface Frontage {
  from: Point;
  to: Point;
  street: string;
  /** Metres from the street's beginning to `from`, and whether the beginning lies behind it. */
  chainage: number;
  forward: boolean;
}

/** Door numbers as they grow along a street: two every eight metres, odd ones on the left. */
function doorNumber(place: Point, { from, to, chainage, forward }: Frontage): number {
  const step = distance(from, to) || 1;
  const t = ((place[0] - from[0]) * (to[0] - from[0]) + (place[1] - from[1]) * (to[1] - from[1])) / step;
  const metres = Math.max(0, chainage + (forward ? t : -t));
  const side = (to[0] - from[0]) * (place[1] - from[1]) - (to[1] - from[1]) * (place[0] - from[0]);
  return 2 * Math.floor(metres / 8) + (side > 0 === forward ? 1 : 2);
}

/** Named streets along each block; blocks without one borrow the nearest of all. */
function frontages(plan: Plan, blocks: readonly Block[]): (block: number) => Frontage[] {
  const { points, paths } = plan.arrangement;
  const stations = new Map<number, { chainage: number; line: number; from: number; length: number }>();
  plan.lines.forEach((line, index) => {
    if (line.kind !== 'street' || !line.name) return;
    let chainage = 0;
    const path = paths[index]!;
    for (let i = 1; i < path.length; i++) {
      const length = distance(points[path[i - 1]!]!, points[path[i]!]!);
      const key = edgeKey(path[i - 1]!, path[i]!);
      if (!stations.has(key)) stations.set(key, { chainage, line: index, from: path[i - 1]!, length });
      chainage += length;
    }
  });
  const cache = new Map<number, Frontage[]>();
  const own = (index: number): Frontage[] => {
    const nodes = plan.subdivision.faces[blocks[index]!.face]!.nodes;
    return nodes.flatMap((node, i): Frontage[] => {
      const next = nodes[(i + 1) % nodes.length]!;
      const station = stations.get(edgeKey(node, next));
      if (!station) return [];
      const forward = station.from === node;
      const chainage = forward ? station.chainage : station.chainage + station.length;
      return [
        {
          from: points[node]!,
          to: points[next]!,
          street: plan.lines[station.line]!.name!,
          chainage,
          forward,
        },
      ];
    });
  };
  const fronted = (): number[] =>
    blocks.flatMap((block, i) => (block.settled !== 'COUNTRY' && get(i).length > 0 ? [i] : []));
  let withStreets: number[] | null = null;
  const get = (index: number): Frontage[] => {
    const known = cache.get(index);
    if (known) return known;
    const found = own(index);
    cache.set(index, found);
    return found;
  };
  return (index) => {
    const found = get(index);
    if (found.length > 0) return found;
    withStreets ??= fronted();
    const { inner } = blocks[index]!;
    const nearest = withStreets.reduce((best, i) =>
      distance(blocks[i]!.inner, inner) < distance(blocks[best]!.inner, inner) ? i : best,
    );
    cache.set(index, get(nearest));
    return get(nearest);
  };
}

/** Standard addresses (标准地址) down to the building: town, then street and door number or village and house number. */
export function addressBuildings(
  plan: Plan,
  blocks: readonly Block[],
  drafts: readonly Draft[],
  communityOf: Int32Array,
  households: Int32Array,
): DemoBuilding[] {
  const frontage = frontages(plan, blocks);
  const compoundNumbers = new Map<number, { street: string; number: number }>();
  const nearest = (place: Point, block: number): { street: string; number: number } => {
    const list = frontage(block);
    let best = list[0]!;
    let metres = Infinity;
    for (const front of list) {
      const d = distanceToSegment(place, front.from, front.to);
      if (d < metres) [metres, best] = [d, front];
    }
    return { street: best.street, number: doorNumber(place, best) };
  };
  return drafts.map((draft, i) => {
    const block = blocks[draft.block]!;
    const community = COMMUNITIES[communityOf[draft.block]!]!;
    const town = TOWNS.find(({ code }) => code === community.town)!.name;
    let address: string;
    if (draft.village >= 0) {
      const { name } = plan.villages[draft.village]!;
      address = `${town}${community.name}${name === community.name ? '' : name}${draft.serial}号`;
    } else if (block.use !== 'OLD' && block.use !== 'TERRACE' && block.name && draft.serial > 0) {
      let gate = compoundNumbers.get(draft.block);
      if (!gate) compoundNumbers.set(draft.block, (gate = nearest(block.inner, draft.block)));
      address = `${town}${gate.street}${gate.number}号${block.name}${draft.serial}幢`;
    } else {
      const { street, number } = nearest(draft.centre, draft.block);
      address = `${town}${street}${number}号`;
    }
    return {
      kind: draft.kind,
      name: draft.name,
      address,
      households: households[i]!,
      polygon: [toRing(draft.corners)],
    };
  });
}
