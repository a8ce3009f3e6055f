import { distanceMetres } from '@maplebridge/engine/coordinates/geodesic';
import type { DemoStreet, Position } from './county/county.types.js';

/** A street network to drive about in: nodes are vertices, each with its neighbours and the metres to them. */
export interface StreetNetwork {
  places: Position[];
  neighbours: { to: number; metres: number }[][];
}

/** Joins streets at the vertices they share. Footpaths are left to those on foot. */
export function streetNetwork(streets: DemoStreet[]): StreetNetwork {
  const indexOf = new Map<string, number>();
  const network: StreetNetwork = { places: [], neighbours: [] };
  const node = (place: Position) => {
    const key = place.join(' ');
    let index = indexOf.get(key);
    if (index === undefined) {
      index = network.places.push(place) - 1;
      network.neighbours.push([]);
      indexOf.set(key, index);
    }
    return index;
  };
  for (const { line, class: kind } of streets) {
    if (kind === 'path') continue;
    for (let i = 1; i < line.length; i++) {
      const from = node(line[i - 1]!);
      const to = node(line[i]!);
      const metres = distanceMetres(line[i - 1]!, line[i]!);
      network.neighbours[from]!.push({ to, metres });
      network.neighbours[to]!.push({ to: from, metres });
    }
  }
  return network;
}

/** The node nearest to a place. */
export function nearestNode(network: StreetNetwork, [x, y]: Position): number {
  let nearest = 0;
  let least = Infinity;
  network.places.forEach(([px, py], i) => {
    const gap = (px - x) ** 2 + (py - y) ** 2;
    if (gap < least && network.neighbours[i]!.length > 0) [nearest, least] = [i, gap];
  });
  return nearest;
}

/** Someone under way from one node to the next. */
export interface Walk {
  from: number;
  to: number;
  /** Metres covered between the two. */
  along: number;
}

/** Goes on for some metres, at each junction by chance but turning back only in dead ends. */
export function advance(network: StreetNetwork, walk: Walk, metres: number, random: () => number): Walk {
  let { from, to, along } = walk;
  let left = metres;
  for (let hops = 0; hops < 1000; hops++) {
    const edge = network.neighbours[from]!.find((neighbour) => neighbour.to === to);
    const rest = (edge?.metres ?? 0) - along;
    if (left < rest) return { from, to, along: along + left };
    left -= rest;
    const ways = network.neighbours[to]!.filter((neighbour) => neighbour.to !== from);
    const next = ways[Math.floor(random() * ways.length)]?.to ?? from;
    [from, to, along] = [to, next, 0];
  }
  return { from, to, along };
}

/** Where a walk stands, and its heading in degrees clockwise from north. */
export function positionOf(
  network: StreetNetwork,
  { from, to, along }: Walk,
): { place: Position; headingDegrees: number } {
  const [ax, ay] = network.places[from]!;
  const [bx, by] = network.places[to]!;
  const metres = network.neighbours[from]!.find((neighbour) => neighbour.to === to)?.metres ?? 1;
  const share = Math.min(1, along / metres);
  const narrowing = Math.cos((ay * Math.PI) / 180);
  const heading = (Math.atan2((bx - ax) * narrowing, by - ay) * 180) / Math.PI;
  return { place: [ax + (bx - ax) * share, ay + (by - ay) * share], headingDegrees: (heading + 360) % 360 };
}
