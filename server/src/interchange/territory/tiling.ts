import { toEwkb } from '../../database/ewkb.js';
import type { Session } from '../../database/index.js';
import type { Note } from '../report/row-refusal.js';
import type { CheckedArea } from './check-territory.js';

/** Slivers narrower than survey accuracy are not worth a word. */
const LEAST_SQUARE_METRES = 1;
const WORST = 5;

const OVERLAPS = `WITH leaf AS MATERIALIZED (SELECT n, ewkb::geometry AS boundary FROM unnest($1::text[]) WITH ORDINALITY AS t (ewkb, n))
  SELECT a.n AS a, b.n AS b, ST_Area(shared::geography) AS area, ST_X(place) AS x, ST_Y(place) AS y
  FROM unnest($2::int[], $3::int[]) AS pair (a, b)
  JOIN leaf a ON a.n = pair.a JOIN leaf b ON b.n = pair.b
  CROSS JOIN LATERAL (SELECT ST_CollectionExtract(ST_Intersection(a.boundary, b.boundary), 3) AS shared) s
  CROSS JOIN LATERAL (SELECT ST_PointOnSurface(shared) AS place) p
  WHERE NOT ST_IsEmpty(shared) AND ST_Area(shared::geography) >= ${LEAST_SQUARE_METRES}
  ORDER BY area DESC`;

const GAPS = `SELECT ST_Area(hole::geography) AS area, ST_X(ST_PointOnSurface(hole)) AS x, ST_Y(ST_PointOnSurface(hole)) AS y
  FROM (SELECT ST_Union(ewkb::geometry) AS whole FROM unnest($1::text[]) AS t (ewkb)) u
  CROSS JOIN LATERAL ST_Dump(whole) part CROSS JOIN LATERAL ST_DumpRings(part.geom) ring
  CROSS JOIN LATERAL (SELECT ring.geom AS hole) h
  WHERE ring.path[1] > 0 AND ST_Area(hole::geography) >= ${LEAST_SQUARE_METRES}
  ORDER BY area DESC`;

interface Spot {
  area: number;
  x: number;
  y: number;
}

/** Where leaves overlap or leave holes between them: warnings, for an import takes boundaries as they are. */
export async function findTilingProblems(session: Session, areas: readonly CheckedArea[]): Promise<Note[]> {
  const ewkbs = areas.map(({ boundary }) => toEwkb(boundary));
  const pairs = candidatePairs(areas);
  const overlaps = await session.query<Spot & { a: number; b: number }>(OVERLAPS, [
    ewkbs,
    pairs.map(([a]) => a + 1),
    pairs.map(([, b]) => b + 1),
  ]);
  const gaps = await session.query<Spot>(GAPS, [ewkbs]);
  const notes: Note[] = [];
  if (overlaps.length > 0)
    notes.push({
      message: 'importOverlaps',
      parameters: {
        count: overlaps.length,
        area: totalOf(overlaps),
        worst: overlaps
          .slice(0, WORST)
          .map((spot) => `${areas[spot.a - 1]!.code} × ${areas[spot.b - 1]!.code} ${describe(spot)}`)
          .join('; '),
      },
    });
  if (gaps.length > 0)
    notes.push({
      message: 'importGaps',
      parameters: {
        count: gaps.length,
        area: totalOf(gaps),
        worst: gaps.slice(0, WORST).map(describe).join('; '),
      },
    });
  return notes;
}

const totalOf = (spots: Spot[]) => Math.round(spots.reduce((sum, { area }) => sum + area, 0));
const describe = ({ area, x, y }: Spot) => `${Math.round(area)} m² (${x.toFixed(5)}, ${y.toFixed(5)})`;

/** Pairs whose boxes meet, found along one axis in order. */
function candidatePairs(areas: readonly CheckedArea[]): [number, number][] {
  const boxes = areas
    .map(({ boundary }, i) => ({ i, box: boxOf(boundary.coordinates.map(([shell]) => shell!).flat()) }))
    .sort((a, b) => a.box[0] - b.box[0]);
  const pairs: [number, number][] = [];
  for (let i = 0; i < boxes.length; i++)
    for (let j = i + 1; j < boxes.length && boxes[j]!.box[0] <= boxes[i]!.box[2]; j++)
      if (boxes[j]!.box[1] <= boxes[i]!.box[3] && boxes[i]!.box[1] <= boxes[j]!.box[3])
        pairs.push([boxes[i]!.i, boxes[j]!.i]);
  return pairs;
}

function boxOf(positions: readonly (readonly number[])[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    west = Math.min(west, x!);
    south = Math.min(south, y!);
    east = Math.max(east, x!);
    north = Math.max(north, y!);
  }
  return [west, south, east, north];
}
