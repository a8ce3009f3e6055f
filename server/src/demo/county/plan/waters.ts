import { nearnessTest } from '../geometry/indexes.js';
import { blob, curveThrough, meander, shifted } from '../geometry/curves.js';
import { distance, lengthOf, type Point } from '../geometry/plane.js';
import type { Noise, Random } from '../random.js';
import type { PlanLine } from './plan.types.js';

/** The lie of the land: outline, river, streams, reservoir, hills. */
export interface Waters {
  outline: Point[];
  river: Point[];
  /** Half the river's width in metres at a chainage along `river`. */
  riverHalfWidth(chainage: number): number;
  reservoir: Point[];
  streams: PlanLine[];
  /** 0 in the plain, above about 0.4 wooded hill. */
  hill(point: Point): number;
}

const STREAMS: [name: string, controls: Point[]][] = [
  [
    '云溪',
    [
      [-2800, 5350],
      [-2720, 4500],
      [-2680, 4000],
      [-2500, 3300],
      [-2950, 2500],
      [-3350, 1700],
      [-3620, 1050],
      [-3700, 560],
    ],
  ],
  [
    '竹溪',
    [
      [-7600, 7200],
      [-6900, 5600],
      [-6350, 4300],
      [-5750, 3200],
      [-5900, 2300],
      [-5700, 1650],
    ],
  ],
  [
    '茶溪',
    [
      [-300, 8900],
      [300, 7200],
      [1250, 5900],
      [1500, 4300],
      [2050, 3000],
      [2800, 2300],
      [2980, 1200],
      [3050, 0],
    ],
  ],
  [
    '石塘溪',
    [
      [200, -9000],
      [-350, -7300],
      [-900, -5800],
      [-1900, -4500],
      [-3200, -3300],
      [-3750, -2000],
      [-4100, -600],
      [-4250, 600],
    ],
  ],
  [
    '白石溪',
    [
      [2300, -9000],
      [2900, -7200],
      [3250, -5600],
      [3800, -4500],
      [4150, -3400],
      [4700, -2300],
      [5050, -1250],
    ],
  ],
  [
    '东溪',
    [
      [7600, 6200],
      [6700, 4500],
      [5750, 2900],
      [5300, 1300],
      [5350, -1350],
    ],
  ],
  [
    '岭后溪',
    [
      [-2300, 8600],
      [-2150, 7300],
      [-2500, 6500],
      [-2850, 5700],
    ],
  ],
  [
    '梅溪',
    [
      [8600, -5600],
      [7300, -4600],
      [6900, -3200],
      [7050, -1750],
    ],
  ],
];

const RIVER: Point[] = [
  [-10000, 3200],
  [-8100, 2400],
  [-6700, 2250],
  [-5500, 1500],
  [-4300, 600],
  [-3200, 480],
  [-2200, 60],
  [-1200, 180],
  [-300, 60],
  [600, -280],
  [1500, -290],
  [2400, 40],
  [3300, 20],
  [4300, -700],
  [5300, -1350],
  [6400, -1500],
  [7400, -1850],
  [10000, -2900],
];

/** The county's reach in metres every 15° counter-clockwise from east. */
const REACH = [
  7700, 7200, 7900, 7300, 6500, 7200, 8000, 7400, 7600, 8500, 7700, 6700, 7200, 8000, 7300, 7900, 7500, 7400,
  8400, 7700, 7500, 7800, 8500, 8000,
];

function outlineRadius(angle: number): number {
  const position = (angle / (2 * Math.PI)) * REACH.length;
  const i = Math.floor(position);
  const t = (1 - Math.cos(Math.PI * (position - i))) / 2;
  return REACH[i % REACH.length]! * (1 - t) + REACH[(i + 1) % REACH.length]! * t;
}

export function layWaters(random: Random, noise: Noise): Waters {
  const phase = random.between(0, 100);
  const outline = blob([100, 0], 420, (angle) => {
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    const lobes = 320 * noise(c * 3.1, s * 3.1 + phase);
    const teeth =
      260 * noise(c * 8 + phase, s * 8) + 120 * noise(c * 22, s * 22 + phase) + 35 * noise(c * 60, s * 60);
    return outlineRadius(angle) + lobes + teeth;
  });
  const river = meander(curveThrough(RIVER, 25), noise, 45, 700);
  const riverLength = lengthOf(river);
  const reservoir = blob([-2750, 5250], 150, (angle) => {
    const long = 1 / Math.hypot(Math.cos(angle - 1.9) / 760, Math.sin(angle - 1.9) / 380);
    const arms =
      1 +
      0.34 * Math.sin(5 * angle + phase) +
      0.3 * noise(Math.cos(angle) * 3.4 + 7, Math.sin(angle) * 3.4 + phase);
    return Math.min(930, Math.max(170, long * arms));
  });
  const streams = STREAMS.map(([name, controls]): PlanLine => {
    const points = meander(curveThrough(controls, 30), noise, 90, 420);
    return { kind: 'stream', name, points: name === '岭后溪' ? points : intoRiver(points, river) };
  });
  const valley = nearnessTest([river, ...streams.map((stream) => stream.points)], 420);
  const hill = ([x, y]: Point): number => {
    const northWest = (-0.5 * x + 0.86 * y - 2500) / 2400;
    const south = (-y - 6000 + 0.25 * x) / 1500;
    const lumps =
      0.75 * noise(x / 1700 + 3, y / 1700) +
      0.35 * noise(x / 620, y / 620 + 5) +
      0.12 * noise(x / 210, y / 210);
    const raw = Math.max(northWest, south, -0.75) + lumps;
    if (raw < 0.1) return raw;
    return raw - 0.9 * (1 - valley([x, y]) / 420);
  };
  return {
    outline,
    river,
    riverHalfWidth: (chainage) => {
      const t = chainage / riverLength;
      return 24 + 42 * t + 11 * noise(chainage / 380, 11) + 5 * noise(chainage / 120, 17);
    },
    reservoir,
    streams,
    hill,
  };
}

/** Ends a stream on the nearest vertex of the river. */
function intoRiver(stream: readonly Point[], river: readonly Point[]): Point[] {
  const mouth = stream[stream.length - 1]!;
  let end = river[0]!;
  for (const vertex of river) if (distance(vertex, mouth) < distance(end, mouth)) end = vertex;
  const toRiver = nearnessTest([river], 60);
  const beyond = stream.findIndex((point, i) => i > 10 && toRiver(point) < 40);
  return [
    ...stream.slice(0, beyond < 0 ? stream.length : beyond).filter((point) => distance(point, end) > 25),
    end,
  ];
}

/** The river's surface over a stretch of its middle line, as an open ring. */
export function riverSurface(
  stretch: readonly Point[],
  startChainage: number,
  halfWidth: (chainage: number) => number,
): Point[] {
  const bank = (side: number): Point[] =>
    shifted(stretch, (chainage) => side * halfWidth(startChainage + chainage));
  return [...bank(-1), ...bank(1).reverse()];
}
