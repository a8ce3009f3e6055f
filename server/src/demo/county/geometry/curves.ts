import { along, distance, heading, left, lengthOf, mix, type Point } from './plane.js';
import type { Noise } from '../random.js';

/** A Catmull–Rom curve through the control points, a vertex about every `step` metres. */
export function curveThrough(controls: readonly Point[], step = 30): Point[] {
  const result: Point[] = [controls[0]!];
  for (let i = 0; i + 1 < controls.length; i++) {
    const p0 = controls[Math.max(0, i - 1)]!;
    const p1 = controls[i]!;
    const p2 = controls[i + 1]!;
    const p3 = controls[Math.min(controls.length - 1, i + 2)]!;
    const pieces = Math.max(1, Math.round(distance(p1, p2) / step));
    for (let k = 1; k <= pieces; k++) {
      const t = k / pieces;
      const bend = (a: number, b: number, c: number, d: number): number =>
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3);
      result.push([bend(p0[0], p1[0], p2[0], p3[0]), bend(p0[1], p1[1], p2[1], p3[1])]);
    }
  }
  return result;
}

/** Moves the inner vertices sideways by noise: a road that follows the ground. The ends stay. */
export function meander(
  line: readonly Point[],
  noise: Noise,
  amplitude: number,
  wavelength: number,
): Point[] {
  const total = lengthOf(line);
  let chainage = 0;
  return line.map((point, i) => {
    if (i === 0 || i === line.length - 1) return point;
    chainage += distance(line[i - 1]!, point);
    const fade = Math.min(1, chainage / wavelength, (total - chainage) / wavelength);
    const sideways = left(heading(line[i - 1]!, line[i + 1]!));
    const swing =
      noise(point[0] / wavelength, point[1] / wavelength) +
      0.4 * noise((point[0] / wavelength) * 2.7 + 9, (point[1] / wavelength) * 2.7);
    return along(point, sideways, swing * amplitude * fade);
  });
}

/** The line shifted to its left by a width that may vary with chainage (metres; negative: to the right). */
export function shifted(line: readonly Point[], metres: (chainage: number) => number): Point[] {
  let chainage = 0;
  return line.map((point, i) => {
    const before = line[Math.max(0, i - 1)]!;
    const after = line[Math.min(line.length - 1, i + 1)]!;
    chainage += distance(before, point);
    return along(point, left(heading(before, after)), metres(chainage));
  });
}

/** A closed blob around a centre: `radius(angle)` metres. */
export function blob(centre: Point, corners: number, radius: (angle: number) => number): Point[] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    const r = radius(angle);
    return [centre[0] + r * Math.cos(angle), centre[1] + r * Math.sin(angle)] as const;
  });
}

/** A rectangle with its centre, direction of the long side, length and depth in metres; counter-clockwise, open. */
export function rectangle(centre: Point, direction: Point, length: number, depth: number): Point[] {
  const side = left(direction);
  const corner = (a: number, b: number): Point =>
    along(along(centre, direction, (a * length) / 2), side, (b * depth) / 2);
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** Chaikin's corner cutting of a closed ring. */
export function rounded(ring: readonly Point[]): Point[] {
  return ring.flatMap((point, i) => {
    const next = ring[(i + 1) % ring.length]!;
    return [mix(point, next, 0.25), mix(point, next, 0.75)];
  });
}
