import type { Piece, Place } from './outline.js';

/** Somebody drew the border along a line who stayed this near to it. */
const NEAR_METRES = 20;
/** Sine of the angle between them up to which they run alongside: 20°. */
const PARALLEL_SINE = 0.35;
const CELL_METRES = 50;

/** What the border may follow, in metres. */
export interface PlainLine {
  name: string;
  path: readonly Place[];
}

/** A water drawn as an area: a border within it follows it. */
export interface PlainArea {
  name: string;
  rings: readonly (readonly Place[])[];
}

export interface Follow {
  name: string;
  metres: number;
}

/** Finds the named lines that run along stretches of a border. */
export class LinesAlong {
  private readonly cells = new Map<string, { name: string; a: Place; b: Place }[]>();

  constructor(
    lines: readonly PlainLine[],
    private readonly areas: readonly PlainArea[],
  ) {
    for (const { name, path } of lines)
      for (let i = 0; i + 1 < path.length; i++) this.add(name, path[i]!, path[i + 1]!);
    for (const { name, rings } of areas)
      for (const ring of rings)
        for (let i = 0; i + 1 < ring.length; i++) this.add(name, ring[i]!, ring[i + 1]!);
  }

  /** Each name once, with how far away it runs; nearest first. */
  along(piece: Piece): Follow[] {
    const [x, y] = piece.middle;
    const found = new Map<string, number>();
    const keep = (name: string, metres: number) => {
      if (metres < (found.get(name) ?? Infinity)) found.set(name, metres);
    };
    for (const { name, a, b } of this.cells.get(cellKey(cell(x), cell(y))) ?? []) {
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
      const length = Math.sqrt(dx * dx + dy * dy);
      if (length === 0) continue;
      const sine = Math.abs(dx * piece.along[1] - dy * piece.along[0]) / length;
      const metres = distanceTo(piece.middle, a, b);
      if (sine <= PARALLEL_SINE && metres <= NEAR_METRES) keep(name, metres);
    }
    // A little behind a line: a street on the dam is what the border follows, not the lake below it.
    for (const { name, rings } of this.areas)
      if (rings.reduce((inside, ring) => inside !== isInside(ring, piece.middle), false))
        keep(name, NEAR_METRES / 4);
    return [...found].map(([name, metres]) => ({ name, metres })).sort((p, q) => p.metres - q.metres);
  }

  private add(name: string, a: Place, b: Place): void {
    const low = [Math.min(a[0], b[0]) - NEAR_METRES, Math.min(a[1], b[1]) - NEAR_METRES] as const;
    const high = [Math.max(a[0], b[0]) + NEAR_METRES, Math.max(a[1], b[1]) + NEAR_METRES] as const;
    for (let column = cell(low[0]); column <= cell(high[0]); column++)
      for (let row = cell(low[1]); row <= cell(high[1]); row++) {
        const key = cellKey(column, row);
        const segments = this.cells.get(key) ?? [];
        if (segments.length === 0) this.cells.set(key, segments);
        segments.push({ name, a, b });
      }
  }
}

const cell = (metres: number) => Math.floor(metres / CELL_METRES);
const cellKey = (column: number, row: number) => `${column} ${row}`;

function distanceTo([x, y]: Place, a: Place, b: Place): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const share = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)));
  const [ex, ey] = [x - a[0] - share * dx, y - a[1] - share * dy];
  return Math.sqrt(ex * ex + ey * ey);
}

/** By crossings to the right; a place on the ring may fall to either side. */
export function isInside(ring: readonly Place[], [x, y]: Place): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[j]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
