import type { Point } from '../geometry/plane.js';
import type { Noise } from '../random.js';

/** Maps plan coordinates of a quarter to the ground: x along the main street, d metres away from it. */
export type Frame = (x: number, d: number) => Point;

/** 枫城: x runs east, d is the distance from the river's middle (positive north); far streets forget the river's bends. */
export function riverFrame(river: readonly Point[], noise: Noise): Frame {
  const riverY = (x: number): number => {
    for (let i = 1; i < river.length; i++) {
      const [ax, ay] = river[i - 1]!;
      const [bx, by] = river[i]!;
      if (ax <= x && bx > x) return ay + ((by - ay) * (x - ax)) / (bx - ax);
    }
    return river[river.length - 1]![1];
  };
  return (x, d) => {
    const away = Math.min(1, Math.max(0, (Math.abs(d) - 95) / 500));
    // The town narrows away from the river and its far streets bow inwards: no rectangle on the map.
    const narrow = 1 - 0.17 * ((d - 150) / 1600) ** 2;
    const shallow = 1 - 0.2 * away * ((x - 100) / 2300) ** 2;
    const east = x * narrow + 85 * away * noise(x / 900 + 20, d / 700) - 0.06 * d;
    const bend = Math.exp(-Math.abs(d) / 1100);
    const north = riverY(east) * bend + d * shallow + away * (75 * noise(x / 800, d / 900 + 30) + 0.045 * x);
    return [east, north];
  };
}

/** 白石: a grid turned by an angle about a centre, slightly warped. */
export function turnedFrame(centre: Point, degrees: number, noise: Noise, warp: number): Frame {
  const c = Math.cos((degrees * Math.PI) / 180);
  const s = Math.sin((degrees * Math.PI) / 180);
  return (x, d) => {
    const u = x + warp * noise(x / 600 + 50, d / 600);
    const v = d + warp * noise(x / 600, d / 600 + 60);
    return [centre[0] + u * c - v * s, centre[1] + u * s + v * c];
  };
}

/** How far lines are drawn past their ends, so that they surely meet the street they end on; the stubs are cut later. */
export const OVERSHOOT = 12;

/** A plan line from (x0, d0) to (x1, d1) carried to the ground, a vertex every `step` metres. */
export function draw(frame: Frame, from: Point, to: Point, step = 40): Point[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const pieces = Math.max(1, Math.round(length / step));
  const spare = OVERSHOOT / length;
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const t = -spare + ((1 + 2 * spare) * i) / pieces;
    return frame(from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t);
  });
}
