import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from '../features/collection.js';

export interface GridShape {
  id: string;
  name: string;
  code: string;
  /** What the grid belongs to: a community, a police area. */
  parentId: string | null;
  parentName: string | null;
  boundary: Polygon | MultiPolygon;
}

export const partsOf = (shape: Polygon | MultiPolygon): Position[][][] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;

/** "文昌社区第03网格" is known by its last part inside its community. */
export function getShortName({
  name,
  code,
  parentName,
}: Omit<GridShape, 'boundary' | 'id' | 'parentId'>): string {
  if (!name) return code;
  return parentName && name.startsWith(parentName) && name.length > parentName.length
    ? name.slice(parentName.length)
    : name;
}

/**
 * The borders between grids as lines, each once: {level: 'leaf' | 'parent' | 'outer'}, whether the grids at its two
 * sides belong to one community, to two, or there is a grid on one side only. Of grids that tile: neighbours have the
 * same vertices along their border.
 */
export function listBorders(grids: readonly GridShape[]): Feature[] {
  const edges = new Map<string, { edge: [Position, Position]; sides: GridShape[] }>();
  for (const grid of grids)
    for (const ring of partsOf(grid.boundary).flat())
      for (let i = 1; i < ring.length; i += 1) {
        const [a, b] = [ring[i - 1]!, ring[i]!];
        const key = [String(a), String(b)].sort().join(' ');
        const known = edges.get(key);
        if (known) known.sides.push(grid);
        else edges.set(key, { edge: [a, b], sides: [grid] });
      }
  const lines = { leaf: [] as Position[][], parent: [] as Position[][], outer: [] as Position[][] };
  for (const { edge, sides } of edges.values()) {
    const [one, other] = sides;
    lines[!other ? 'outer' : one!.parentId === other.parentId ? 'leaf' : 'parent'].push(edge);
  }
  return Object.entries(lines).map(([level, coordinates]) =>
    feature({ type: 'MultiLineString', coordinates: joinLines(coordinates) }, { level }),
  );
}

/** Edges put together where just two of them meet: dashes then run on from one to the next. */
export function joinLines(edges: readonly Position[][]): Position[][] {
  const meeting = new Map<string, number[]>();
  edges.forEach(([a, b], index) => {
    for (const end of [a, b]) {
      const key = String(end);
      meeting.set(key, [...(meeting.get(key) ?? []), index]);
    }
  });
  const isUsed = edges.map(() => false);
  const walk = (line: Position[]): void => {
    for (;;) {
      const end = line.at(-1)!;
      const here = meeting.get(String(end)) ?? [];
      const next = here.length === 2 ? here.find((index) => !isUsed[index]) : undefined;
      if (next === undefined) return;
      isUsed[next] = true;
      const [a, b] = edges[next] as [Position, Position];
      line.push(String(a) === String(end) ? b : a);
    }
  };
  const lines: Position[][] = [];
  edges.forEach((edge, index) => {
    if (isUsed[index]) return;
    isUsed[index] = true;
    const line = [...edge];
    walk(line);
    line.reverse();
    walk(line);
    lines.push(line);
  });
  return lines;
}
