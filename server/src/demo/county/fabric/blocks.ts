import { edgeKey } from '../geometry/arrangement.js';
import { contains, distance, type Point } from '../geometry/plane.js';
import { type BlockUse, type Landmark, LANDMARKS } from '../plan/landmarks.js';
import { innerPoint, type Plan, type Settled } from '../plan/lay-plan.js';
import { SETBACK } from '../plan/plan.types.js';
import type { Random } from '../random.js';

/** A side of a block: what runs along it and how far walls stay away. */
export interface BlockSide {
  from: Point;
  to: Point;
  setback: number;
  /** Index of the plan line, -1 for none that has a name or class. */
  line: number;
}

export interface Block {
  face: number;
  polygon: Point[];
  inner: Point;
  squareMetres: number;
  settled: Settled;
  use: BlockUse;
  name: string | null;
  landmark: Landmark | null;
  sides: BlockSide[];
}

const CLASS_RANK = [
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'residential',
  'pedestrian',
  'service',
  'path',
];

/** Plan line by undirected edge; where lines coincide, the greater street. */
function lineByEdge(plan: Plan): Map<number, number> {
  const result = new Map<number, number>();
  const rank = (index: number): number => {
    const line = plan.lines[index]!;
    return line.kind === 'street' ? CLASS_RANK.indexOf(line.class!) : 10;
  };
  plan.arrangement.paths.forEach((path, index) => {
    for (let i = 1; i < path.length; i++) {
      const key = edgeKey(path[i - 1]!, path[i]!);
      const before = result.get(key);
      if (before === undefined || rank(index) < rank(before)) result.set(key, index);
    }
  });
  return result;
}

export function makeBlocks(plan: Plan, random: Random): Block[] {
  const lines = lineByEdge(plan);
  const { points } = plan.arrangement;
  const setbackOf = (line: number): number => {
    const { kind, class: cls } = plan.lines[line]!;
    if (kind === 'street') return SETBACK[cls!];
    return { river: 82, stream: 15, rail: 24, shore: 22, outline: 12, cut: 3 }[kind];
  };
  const blocks = plan.subdivision.faces.map((face, index): Block => {
    const inner = innerPoint(face);
    const settled = plan.settled(inner);
    const sides = face.nodes.map((node, i): BlockSide => {
      const next = face.nodes[(i + 1) % face.nodes.length]!;
      const line = lines.get(edgeKey(node, next))!;
      return { from: points[node]!, to: points[next]!, setback: setbackOf(line), line };
    });
    const riverside = sides.some((side) => plan.lines[side.line]!.kind === 'river');
    const use = useOf(plan, inner, settled, riverside, face.squareMetres, random);
    return {
      face: index,
      polygon: face.polygon,
      inner,
      squareMetres: face.squareMetres,
      settled,
      use,
      name: null,
      landmark: null,
      sides,
    };
  });
  for (const landmark of LANDMARKS)
    for (const block of blocksOf(plan, landmark, blocks)) claim(block, landmark);
  return blocks;
}

function claim(block: Block, landmark: Landmark): void {
  if (block.landmark || block.use === 'BANK') return;
  block.landmark = landmark;
  block.use = landmark.use;
  // In the industrial park every plot has a firm of its own.
  block.name = landmark.box && landmark.use === 'INDUSTRY' ? null : landmark.name;
}

/** The blocks between a landmark's streets, or the one block it stands in. */
function blocksOf(plan: Plan, { frame, at, box }: Landmark, blocks: readonly Block[]): Block[] {
  const toGround = plan.frames[frame];
  if (box) {
    const [x0, d0, x1, d1] = box;
    const corners: Point[] = [
      [x0, d0],
      [x1, d0],
      [x1, d1],
      [x0, d1],
    ];
    const ring = corners.flatMap((corner, i) => {
      const next = corners[(i + 1) % 4]!;
      return Array.from({ length: 10 }, (_, k) => {
        const t = k / 10;
        return toGround(corner[0] + (next[0] - corner[0]) * t, corner[1] + (next[1] - corner[1]) * t);
      });
    });
    return blocks.filter((block) => distance(block.inner, ring[0]!) < 3000 && contains(ring, block.inner));
  }
  const place = toGround(at[0], at[1]);
  return blocks
    .filter((block) => distance(block.inner, place) < 900 && contains(block.polygon, place))
    .slice(0, 1);
}

function useOf(
  plan: Plan,
  inner: Point,
  settled: Settled,
  riverside: boolean,
  area: number,
  random: Random,
): BlockUse {
  if (contains(plan.waters.reservoir, inner)) return 'WATER';
  if (settled === 'COUNTRY') return plan.waters.hill(inner) > 0.4 ? 'FOREST' : 'FARMLAND';
  if (riverside) return 'BANK';
  if (settled === 'PARK') return 'INDUSTRY';
  if (settled === 'OLD_TOWN')
    return random.chance(0.88) ? 'OLD' : random.chance(0.5) ? 'SHOPS' : 'APARTMENTS';
  if (area < 3500) return 'TERRACE';
  const core = Math.hypot(inner[0] - 150, inner[1] - 350) < 800;
  if (settled === 'TOWN') {
    const uses: BlockUse[] = ['APARTMENTS', 'TERRACE', 'SHOPS', 'PARK', 'PUBLIC'];
    return uses[random.weighted(core ? [66, 12, 16, 3, 3] : [78, 14, 4, 2, 2])]!;
  }
  const uses: BlockUse[] = ['APARTMENTS', 'TERRACE', 'INDUSTRY', 'SITE', 'FARMLAND'];
  return uses[random.weighted([52, 36, 4, 3, 5])]!;
}
