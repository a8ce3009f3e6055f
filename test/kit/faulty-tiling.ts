import type { Polygon, Position } from 'geojson';

/** An area in one piece, holes allowed. */
export interface PlainArea {
  readonly id: string;
  readonly boundary: Polygon;
}

/** A gap or overlap made on purpose. */
export interface MadeFault {
  readonly kind: 'GAP' | 'OVERLAP';
  /** Whose border was bent, and who is beyond it. */
  readonly grids: [bent: string, beyond: string];
  /** Its middle. */
  readonly place: Position;
  readonly metres: number;
}

const METRES_PER_DEGREE = 111_195;
const DEPTH = 25;

const stretchOf = ([, y]: Position): number => METRES_PER_DEGREE * Math.cos((y! * Math.PI) / 180);
const metresBetween = (a: Position, b: Position): number =>
  Math.hypot((a[0]! - b[0]!) * stretchOf(a), (a[1]! - b[1]!) * METRES_PER_DEGREE);

/** Every corner of every ring moved by itself in any direction, up to so many metres. */
export function jitter(areas: readonly PlainArea[], metres: number, random: () => number): PlainArea[] {
  return areas.map(({ id, boundary }) => ({
    id,
    boundary: {
      type: 'Polygon',
      coordinates: boundary.coordinates.map((ring) => {
        const moved = ring.slice(1).map((place): Position => {
          const [angle, reach] = [2 * Math.PI * random(), metres * Math.sqrt(random())];
          const [x, y] = place as [number, number];
          return [
            x + (reach * Math.cos(angle)) / stretchOf(place),
            y + (reach * Math.sin(angle)) / METRES_PER_DEGREE,
          ];
        });
        return [moved.at(-1)!, ...moved];
      }),
    },
  }));
}

/**
 * Bends straight stretches of borders between two areas on one side only, 25 m deep over half their length: so many
 * times into the area itself (a gap) and as often out of it (an overlap), at places far from each other and from other corners.
 */
export function makeFaults(
  areas: readonly PlainArea[],
  ofEach: number,
  random: () => number,
): { areas: PlainArea[]; faults: MadeFault[] } {
  const corners = areas.flatMap(({ boundary }) => boundary.coordinates.flat());
  const owner = new Map(
    areas.flatMap(({ id, boundary }) =>
      boundary.coordinates.flatMap((ring) =>
        ring.slice(1).map((b, i) => [`${ring[i]!.join()} ${b.join()}`, id] as const),
      ),
    ),
  );
  const candidates = areas.flatMap(({ id, boundary }) =>
    (boundary.coordinates[0] ?? []).slice(1).flatMap((b, i) => {
      const a = boundary.coordinates[0]![i]!;
      const beyond = owner.get(`${b.join()} ${a.join()}`);
      const metres = metresBetween(a, b);
      return beyond !== undefined && metres >= 60 && metres <= 400
        ? [{ id, beyond, a, b, metres, key: random() }]
        : [];
    }),
  );
  candidates.sort((p, q) => p.key - q.key);

  const bent = new Map(areas.map(({ id, boundary }) => [id, structuredClone(boundary)]));
  const faults: MadeFault[] = [];
  for (const { id, beyond, a, b, metres } of candidates) {
    if (faults.length === 2 * ofEach) break;
    const kind = faults.length % 2 === 0 ? 'GAP' : 'OVERLAP';
    const ring = bent.get(id)!.coordinates[0]!;
    const isLeftInside = signedArea(ring) > 0;
    const [east, north] = [(b[0]! - a[0]!) * stretchOf(a), (b[1]! - a[1]!) * METRES_PER_DEGREE];
    const side = (kind === 'GAP') === isLeftInside ? 1 : -1;
    const shift = [
      (-side * north * DEPTH) / metres / stretchOf(a),
      (side * east * DEPTH) / metres / METRES_PER_DEGREE,
    ];
    const along = (share: number, depth: number): Position =>
      [0, 1].map((k) => a[k]! + share * (b[k]! - a[k]!) + depth * shift[k]!);
    const place = along(0.5, 0.5);
    const reach = Math.hypot(metres / 4, DEPTH / 2) + 8;
    if (corners.some((corner) => metresBetween(corner, place) < reach)) continue;
    if (
      faults.some(
        (other) =>
          metresBetween(other.place, place) < 250 ||
          other.grids.some((grid) => grid === id || grid === beyond),
      )
    )
      continue;
    const i = ring.findIndex(
      (corner, k) => k > 0 && corner.join() === b.join() && ring[k - 1]!.join() === a.join(),
    );
    ring.splice(i, 0, along(0.25, 0), along(0.25, 1), along(0.75, 1), along(0.75, 0));
    faults.push({ kind, grids: [id, beyond], place, metres: (metres / 2) * DEPTH });
  }
  if (faults.length < 2 * ofEach) throw new Error('No room for so many faults.');
  return { areas: areas.map(({ id }) => ({ id, boundary: bent.get(id)! })), faults };
}

function signedArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [p, q, o] = [ring[i - 1]!, ring[i]!, ring[0]!];
    sum += (p[0]! - o[0]!) * (q[1]! - o[1]!) - (q[0]! - o[0]!) * (p[1]! - o[1]!);
  }
  return sum;
}
