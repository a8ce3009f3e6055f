import { arrange, type Arrangement } from '../geometry/arrangement.js';
import { closedLine, insideTest, nearnessTest } from '../geometry/indexes.js';
import { contains, type Point } from '../geometry/plane.js';
import {
  LANE,
  OTHER,
  OUTLINE,
  RAIL,
  STREET,
  subdivide,
  WATER,
  type Face,
  type Subdivision,
} from '../geometry/subdivision.js';
import type { Noise, Random } from '../random.js';
import { countryRoads, railway } from './country-roads.js';
import { laneNames } from './lane-names.js';
import type { PlanLine } from './plan.types.js';
import { splitBlock, type LaneEnds, type SplitStyle } from './split-blocks.js';
import { riverFrame, turnedFrame } from './town-frame.js';
import { bankCuts, townStreets, type TownFrames } from './town-streets.js';
import { findVillages, type Village } from './villages.js';
import { layWaters, type Waters } from './waters.js';

/** The county's lines laid over each other, and the blocks between them. */
export interface Plan {
  waters: Waters;
  frames: TownFrames;
  lines: PlanLine[];
  arrangement: Arrangement;
  subdivision: Subdivision;
  villages: Village[];
  /** How built-up a place is. */
  settled(point: Point): Settled;
}

export type Settled = 'OLD_TOWN' | 'TOWN' | 'EDGE' | 'PARK' | 'COUNTRY';

const FLAGS: Record<PlanLine['kind'], number> = {
  street: STREET,
  river: WATER,
  stream: WATER,
  shore: WATER,
  rail: RAIL,
  outline: OUTLINE,
  cut: OTHER,
};

const flagsOf = (line: PlanLine): number => FLAGS[line.kind] | (line.lane ? LANE : 0);

const STYLES: Record<Settled, SplitStyle> = {
  OLD_TOWN: { blockSquareMetres: 14_000, swing: 7, turn: 0.2, join: 16 },
  TOWN: { blockSquareMetres: 34_000, swing: 1.2, turn: 0.05, join: 34 },
  EDGE: { blockSquareMetres: 60_000, swing: 2.5, turn: 0.1, join: 40 },
  PARK: { blockSquareMetres: 90_000, swing: 0.2, turn: 0.01, join: 60 },
  COUNTRY: { blockSquareMetres: 620_000, swing: 9, turn: 0.35, join: 60 },
};

export function layPlan(random: Random, noise: Noise): Plan {
  const waters = layWaters(random.fork('waters'), noise);
  const frames: TownFrames = {
    fengcheng: riverFrame(waters.river, noise),
    baishi: turnedFrame([3500, -4700], 18, noise, 34),
    park: turnedFrame([5350, -3650], -14, noise, 10),
  };
  const named = townStreets(frames);
  const base: PlanLine[] = [
    { kind: 'outline', name: null, points: [...waters.outline, waters.outline[0]!] },
    { kind: 'river', name: '枫江', points: waters.river },
    ...waters.streams,
    { kind: 'shore', name: '云岭水库', points: [...waters.reservoir, waters.reservoir[0]!] },
    railway(frames),
    ...named,
    ...countryRoads(frames, named, noise),
    ...bankCuts(frames.fengcheng),
  ];
  const settled = settlement(frames);
  const country = base.filter((line) => !named.includes(line));
  const villages = findVillages(
    country,
    waters,
    (point) => settled(point) === 'COUNTRY',
    random.fork('villages'),
  );
  const skeleton = [...base, ...villages.flatMap((village) => village.lanes)];
  const inCounty = insideTest(waters.outline);
  const inReservoir = insideTest(waters.reservoir);
  const shore = nearnessTest([closedLine(waters.reservoir)], 50);
  const onLand = (point: Point): boolean => inCounty(point) && !(inReservoir(point) && shore(point) > 3);
  const rough = arrange(skeleton.map((line) => line.points));
  const lanes = cutLanes(
    subdivide(rough, skeleton.map(flagsOf), onLand),
    waters,
    settled,
    random.fork('lanes'),
  );
  const lines = [...skeleton, ...lanes];
  const arrangement = arrange(lines.map((line) => line.points));
  const flags = lines.map(flagsOf);
  const subdivision = subdivide(arrangement, flags, onLand);
  return { waters, frames, lines, arrangement, subdivision, villages, settled };
}

/** Old centres, towns, their fringes, the industrial park; measured in the towns' own coordinates by trying the frame's inverse roughly. */
function settlement(frames: TownFrames): (point: Point) => Settled {
  const area = (frame: TownFrames['park'], corners: Point[]): ((point: Point) => boolean) =>
    insideTest(
      corners.flatMap((corner, i) => {
        const next = corners[(i + 1) % corners.length]!;
        return Array.from({ length: 12 }, (_, k) =>
          frame(corner[0] + ((next[0] - corner[0]) * k) / 12, corner[1] + ((next[1] - corner[1]) * k) / 12),
        );
      }),
    );
  const box = (x0: number, d0: number, x1: number, d1: number): Point[] => [
    [x0, d0],
    [x1, d0],
    [x1, d1],
    [x0, d1],
  ];
  const oldTown = area(frames.fengcheng, box(545, 85, 1345, 1050));
  const southStreet = area(frames.fengcheng, box(-650, -700, -230, -85));
  const baishiOld = area(frames.baishi, box(-540, -390, 440, 270));
  const town = area(frames.fengcheng, box(-2310, -1040, 2260, 1660));
  const stationQuarter = area(frames.fengcheng, box(-1060, -1500, 1810, -1020));
  const baishi = area(frames.baishi, box(-910, -650, 910, 890));
  const park = area(frames.park, box(-710, -440, 1060, 430));
  const core = area(frames.fengcheng, box(-1910, -1040, 1790, 1350));
  return (point) => {
    if (oldTown(point) || southStreet(point) || baishiOld(point)) return 'OLD_TOWN';
    if (core(point)) return 'TOWN';
    if (town(point) || stationQuarter(point) || baishi(point)) return 'EDGE';
    return park(point) ? 'PARK' : 'COUNTRY';
  };
}

function cutLanes(
  rough: Subdivision,
  waters: Waters,
  settled: (point: Point) => Settled,
  random: Random,
): PlanLine[] {
  const ends: LaneEnds = new Map();
  const nextName = laneNames(random.fork('names'));
  const lanes: PlanLine[] = [];
  for (const face of rough.faces) {
    const inner = innerPoint(face);
    if (contains(waters.reservoir, inner)) continue;
    const place = settled(inner);
    if (place !== 'COUNTRY' && isBank(face)) continue;
    const wooded = waters.hill(inner) > 0.45;
    for (const cut of splitBlock(face.polygon, STYLES[place], ends, random)) {
      lanes.push(laneFor(cut.points, place, cut.depth, wooded, nextName, random));
    }
  }
  return lanes;
}

function laneFor(
  points: Point[],
  place: Settled,
  depth: number,
  wooded: boolean,
  nextName: (old: boolean) => string,
  random: Random,
): PlanLine {
  if (place === 'COUNTRY') {
    if (wooded && random.chance(0.3)) return { kind: 'cut', name: null, points };
    return {
      kind: 'street',
      name: null,
      class: !wooded && depth === 0 ? 'residential' : wooded ? 'path' : 'service',
      points,
    };
  }
  if (place === 'PARK') return { kind: 'street', name: null, class: 'service', points };
  const old = place === 'OLD_TOWN';
  const named = depth <= 1 || random.chance(0.3);
  return {
    kind: 'street',
    name: named ? nextName(old) : null,
    class: old && depth > 1 ? 'pedestrian' : depth > 1 ? 'service' : 'residential',
    points,
  };
}

/** Long thin faces along the river stay whole. */
function isBank(face: Face): boolean {
  let around = 0;
  face.polygon.forEach((p, i) => {
    const q = face.polygon[(i + 1) % face.polygon.length]!;
    around += Math.hypot(p[0] - q[0], p[1] - q[1]);
  });
  return (4 * Math.PI * face.squareMetres) / (around * around) < 0.28;
}

/** A point inside a face: the middle of the widest of a few level chords. */
export function innerPoint(face: Pick<Face, 'polygon'>): Point {
  const ys = face.polygon.map((p) => p[1]);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  let best: { width: number; point: Point } = { width: -1, point: face.polygon[0]! };
  for (const t of [0.5, 0.37, 0.63, 0.25, 0.75]) {
    const y = low + (high - low) * t + 1e-4;
    const xs: number[] = [];
    face.polygon.forEach((p, i) => {
      const q = face.polygon[(i + 1) % face.polygon.length]!;
      if (p[1] > y !== q[1] > y) xs.push(p[0] + ((q[0] - p[0]) * (y - p[1])) / (q[1] - p[1]));
    });
    xs.sort((a, b) => a - b);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const width = xs[i + 1]! - xs[i]!;
      if (width > best.width * 1.15) best = { width, point: [(xs[i]! + xs[i + 1]!) / 2, y] };
    }
  }
  return best.point;
}
