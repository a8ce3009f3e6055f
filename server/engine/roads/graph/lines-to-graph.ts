import type { Position } from 'geojson';
import { STEPS_PER_DEGREE } from '../../coordinates/round.js';
import { buildGraph } from './build-graph.js';
import { Growing } from '../growing.js';
import { hilbertKey } from './hilbert.js';
import type { StreetAttributes } from '../osm/graph/osm-way.js';
import { PointNumbers } from './point-numbers.js';
import type { StreetGraph } from './street-graph.js';

/** A centre line with what a graph keeps of it. */
export interface StreetLine {
  /** Degrees; rounded to 1e-7°. */
  readonly coordinates: readonly Position[];
  readonly attributes: StreetAttributes;
}

/**
 * A graph of centre lines without numbered nodes: lines meet where they have a position in common, to 1e-7°. Lines that
 * merely cross, as a bridge does with the street below, do not meet.
 */
export function linesToGraph(lines: readonly StreetLine[], version: string): StreetGraph {
  const points = new PointNumbers();
  const ordered = inOrderOfSpace(lines.filter(({ coordinates }) => coordinates.length >= 2));
  const starts = new Uint32Array(ordered.length + 1);
  const refs = new Growing(new Uint32Array(4096));
  ordered.forEach(({ coordinates }, line) => {
    starts[line] = refs.length;
    let last = -1;
    for (const [longitude, latitude] of coordinates) {
      const point = points.numberOf(
        Math.round(longitude! * STEPS_PER_DEGREE),
        Math.round(latitude! * STEPS_PER_DEGREE),
      );
      // A position drawn twice is no junction.
      if (point !== last) refs.push((last = point));
    }
    starts[line + 1] = refs.length;
  });
  return buildGraph(
    {
      points: points.view(),
      flags: new Map(),
      starts,
      refs: refs.view(),
      attributes: ordered.map(({ attributes }) => attributes),
    },
    version,
  ).graph;
}

function inOrderOfSpace(lines: readonly StreetLine[]): StreetLine[] {
  return lines
    .map((line) => {
      const [longitude, latitude] = line.coordinates[line.coordinates.length >> 1]!;
      return { line, key: hilbertKey(longitude! * STEPS_PER_DEGREE, latitude! * STEPS_PER_DEGREE) };
    })
    .sort((a, b) => a.key - b.key)
    .map(({ line }) => line);
}
