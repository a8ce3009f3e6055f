import { Tiling } from '../../../server/engine/topology/tiling.js';
import type { Step, TilingEdit } from '../../../server/engine/topology/tiling.types.js';
import { distanceTo as distance, partsOf } from './places.js';

/**
 * Edits as somebody sensible would make them: vertices move by less than the borders beside them are long, split lines
 * cross once, new grids are smaller than what they are cut from. What is asked is still up to the tiling to accept.
 */
export class RandomEdits {
  private counter = 0;

  constructor(
    private readonly tiling: Tiling,
    private readonly random: () => number,
  ) {}

  /** An edit of a kind, or null where none was found at the grid tried. */
  make(kind: TilingEdit['kind']): TilingEdit | null {
    switch (kind) {
      case 'move':
        return this.move();
      case 'insert':
        return this.insert();
      case 'delete':
        return this.delete();
      case 'straighten':
      case 'reroute':
        return this.stretch(kind);
      case 'split':
        return this.split();
      case 'merge':
        return this.merge();
      case 'carve':
        return this.carve();
      case 'replace':
        return this.replace();
      default:
        return null;
    }
  }

  private move(): TilingEdit | null {
    const ring = this.ringOf(this.anyGrid());
    const i = this.below(ring.length);
    const from = ring[i]!;
    if (this.isOuter(from)) return null;
    return { kind: 'move', from, to: this.beside(from, 0.2 * this.clearance(from)) };
  }

  private insert(): TilingEdit | null {
    const ring = this.ringOf(this.anyGrid());
    const i = this.below(ring.length);
    const [a, b] = [ring[i]!, ring[(i + 1) % ring.length]!];
    const near = this.tiling.nearestBorder(middle(a, b), 2);
    if (!near || near.isOuter || gap(a, b) < 100) return null;
    return { kind: 'insert', a, b, at: this.beside(middle(a, b), 0.08 * gap(a, b)) };
  }

  private delete(): TilingEdit | null {
    const ring = this.ringOf(this.anyGrid());
    if (ring.length < 6) return null;
    const i = this.below(ring.length);
    const [a, at, b] = [0, 1, 2].map((k) => ring[(i + k) % ring.length]!) as [Step, Step, Step];
    const vertex = this.tiling.nearestVertex(at, 0);
    if (!vertex || vertex.isNode || vertex.isOuter || bulge(a, at, b) > 0.3) return null;
    return { kind: 'delete', at };
  }

  private stretch(kind: 'straighten' | 'reroute'): TilingEdit | null {
    const ring = this.ringOf(this.anyGrid());
    if (ring.length < 8) return null;
    const i = this.below(ring.length);
    const [from, through, third, to] = [0, 1, 2, 3].map((k) => ring[(i + k) % ring.length]!) as [
      Step,
      Step,
      Step,
      Step,
    ];
    if (this.isOuter(through) || !this.tiling.stretch(from, to, through)) return null;
    if (kind === 'straighten')
      return bulge(from, through, to) + bulge(from, third, to) > 0.3 ? null : { kind, from, through, to };
    const path = [through, third].map((at) => this.beside(at, 0.2 * this.clearance(at)));
    if (this.random() < 0.5) path.splice(1, 0, middle(path[0]!, path[1]!));
    return { kind, from, through, to, path };
  }

  private split(): TilingEdit | null {
    const grid = this.anyGrid(true);
    const ring = this.ringOf(grid);
    for (let attempt = 0; attempt < 8; attempt++) {
      const i = this.below(ring.length);
      const j = (i + Math.floor(ring.length / 2) + this.below(3)) % ring.length;
      const style = this.below(3);
      const ends = [i, j].map((k) =>
        style === 0 ? ring[k]! : middle(ring[k]!, ring[(k + 1) % ring.length]!),
      ) as [Step, Step];
      if (style === 2) this.stretchOut(ends, 30);
      const line = [ends[0], this.beside(middle(...ends), 0.05 * gap(...ends)), ends[1]];
      if (gap(...ends) < 2_000 || this.crossings(grid, line) !== (style === 2 ? 2 : 0)) continue;
      if (style !== 2 && !isInside(this.ringsOf(grid), line[1]!)) continue;
      const name = this.newId();
      return { kind: 'split', grid, line, into: this.random() < 0.5 ? [grid, name] : [name, grid] };
    }
    return null;
  }

  private merge(): TilingEdit | null {
    const first = this.anyGrid();
    const next = this.tiling.neighbours(first);
    const second = next[this.below(next.length)];
    if (!second) return null;
    const grids = [first, second.id];
    // As many go as come, so that grids stay grids.
    const third =
      this.tiling.gridIds().length > 150 && this.tiling.neighbours(second.id).find(({ id }) => id !== first);
    if (third) grids.push(third.id);
    return { kind: 'merge', grids, into: this.random() < 0.5 ? first : this.newId() };
  }

  private carve(): TilingEdit | null {
    const grid = this.anyGrid(true);
    const ring = this.ringOf(grid);
    const centre = this.random() < 0.5 ? ring[this.below(ring.length)]! : this.within(grid);
    if (!centre) return null;
    const radius = 0.4 * Math.min(this.clearance(centre), 8_000);
    if (radius < 50) return null;
    const count = 3 + this.below(6);
    const turn = this.random() * 6;
    const corners = Array.from({ length: count }, (_, k): Step => {
      const angle = turn + (2 * Math.PI * (k + 0.3 * this.random())) / count;
      return [
        Math.round(centre[0] + radius * Math.cos(angle)),
        Math.round(centre[1] + radius * Math.sin(angle)),
      ];
    });
    return { kind: 'carve', ring: this.random() < 0.5 ? corners : corners.reverse(), into: this.newId() };
  }

  /** What some other edits would make of two or three grids, as one partition of their land. */
  private replace(): TilingEdit | null {
    const first = this.anyGrid();
    const remove = [
      first,
      ...this.tiling
        .neighbours(first)
        .slice(0, 1 + this.below(2))
        .map(({ id }) => id),
    ];
    const part = Tiling.from(remove.map((id) => ({ id, boundary: this.tiling.boundary(id) })));
    const edits = new RandomEdits(part, this.random);
    for (const kind of ['split', 'merge', 'move', 'carve', 'merge'] as const) {
      const edit = edits.make(kind);
      if (edit && part.gridIds().length > 1) part.apply(edit);
    }
    const kept = this.random() < 0.5;
    const add = part.gridIds().map((id) => ({
      id: kept && remove.includes(id) ? id : this.newId(),
      parts: partsOf(part.boundary(id)),
    }));
    return { kind: 'replace', remove, add };
  }

  private newId(): string {
    return `n${this.counter++}-${Math.floor(this.random() * 1e9)}`;
  }

  private below(count: number): number {
    return Math.floor(this.random() * count);
  }

  /** Any grid; of three the one with most vertices where large ones are wanted. */
  private anyGrid(isLarge = false): string {
    const ids = this.tiling.gridIds();
    const drawn = Array.from({ length: isLarge ? 3 : 1 }, () => ids[this.below(ids.length)]!);
    const sizeOf = (id: string) => Math.abs(shoelace(this.ringOf(id)));
    return drawn.sort((a, b) => sizeOf(b) - sizeOf(a))[0]!;
  }

  private ringsOf(id: string): Step[][] {
    return partsOf(this.tiling.boundary(id)).flatMap((part) => part.map((ring) => ring.slice(0, -1)));
  }

  private ringOf(id: string): Step[] {
    return this.ringsOf(id)[0]!;
  }

  private within(id: string): Step | null {
    const ring = this.ringOf(id);
    const at = middle(ring[this.below(ring.length)]!, ring[this.below(ring.length)]!);
    return isInside(this.ringsOf(id), at) ? at : null;
  }

  private isOuter(at: Step): boolean {
    return this.tiling.nearestVertex(at, 0)?.isOuter ?? true;
  }

  /** How far it is from a place to the nearest border that does not end there. */
  private clearance(at: Step): number {
    let least = 20_000;
    const vertex = this.tiling.nearestVertex(at, 0);
    const grids = vertex?.grids ?? this.tiling.nearestBorder(at, 1e6)?.grids ?? [];
    for (const ring of grids.flatMap((id) => this.ringsOf(id))) {
      for (let i = 0; i < ring.length; i++) {
        const [a, b] = [ring[i]!, ring[(i + 1) % ring.length]!];
        if (isSame(a, at) || isSame(b, at)) continue;
        if (isWithin(a, b, at, least)) least = Math.min(least, distance(a, b, at));
      }
    }
    return least;
  }

  private beside([x, y]: Step, reach: number): Step {
    const [dx, dy] = [this.random() - 0.5, this.random() - 0.5];
    return [Math.round(x + 1.4 * reach * dx), Math.round(y + 1.4 * reach * dy)];
  }

  private stretchOut(ends: [Step, Step], by: number): void {
    const [[ax, ay], [bx, by_]] = ends;
    const length = gap(...ends);
    const [dx, dy] = [((bx - ax) / length) * by, ((by_ - ay) / length) * by];
    ends[0] = [Math.round(ax - dx), Math.round(ay - dy)];
    ends[1] = [Math.round(bx + dx), Math.round(by_ + dy)];
  }

  /** How often a line properly crosses the borders of a grid, but near its ends if they lie on them. */
  private crossings(id: string, line: readonly Step[]): number {
    let count = 0;
    for (const ring of this.ringsOf(id))
      for (let i = 0; i < ring.length; i++)
        for (let k = 1; k < line.length; k++)
          if (meet(ring[i]!, ring[(i + 1) % ring.length]!, line[k - 1]!, line[k]!)) count++;
    return count;
  }
}

const isSame = (a: Step, b: Step) => a[0] === b[0] && a[1] === b[1];

const middle = (a: Step, b: Step): Step => [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)];

const gap = (a: Step, b: Step) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** How far a vertex stands out from the line between two others, to their distance. */
const bulge = (a: Step, at: Step, b: Step) => distance(a, b, at) / Math.max(1, gap(a, b));

const turnOf = (a: Step, b: Step, c: Step) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Crossing well inside both: a border that only ends near the other does not count. */
function meet(a: Step, b: Step, c: Step, d: Step): boolean {
  if ([c, d].some((at) => distance(a, b, at) <= 1.5)) return false;
  return turnOf(a, b, c) * turnOf(a, b, d) < 0 && turnOf(c, d, a) * turnOf(c, d, b) < 0;
}

const isWithin = (a: Step, b: Step, [x, y]: Step, reach: number) =>
  Math.min(a[0], b[0]) - x < reach &&
  x - Math.max(a[0], b[0]) < reach &&
  Math.min(a[1], b[1]) - y < reach &&
  y - Math.max(a[1], b[1]) < reach;

const shoelace = (ring: readonly Step[]) =>
  ring.reduce((sum, [x, y], i) => {
    const [px, py] = ring[0]!;
    const [qx, qy] = ring[(i + 1) % ring.length]!;
    return sum + (x - px) * (qy - py) - (qx - px) * (y - py);
  }, 0);

function isInside(rings: readonly (readonly Step[])[], [x, y]: Step): boolean {
  let inside = false;
  for (const ring of rings)
    for (let i = 0; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i]!, ring[(i + 1) % ring.length]!];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  return inside;
}
