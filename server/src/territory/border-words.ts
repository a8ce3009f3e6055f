import { describeBorders, type BorderMember } from '@maplebridge/engine/border-words/describe-borders';
import { toMultiLineString } from '@maplebridge/engine/geometry/normalise';
import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import type { BorderWords } from '../boundary-plans/border-words.types.js';
import type { Context } from '../context.js';
import type { Session } from '../database/index.js';
import { requireId } from '../database/statement.js';
import { Refusal } from '../errors.js';
import { render, type Language } from '../messages/index.js';
import { leavesAt } from './leaves-at.js';

type Box = [west: number, south: number, east: number, north: number];

/** A grid as its neighbours' borders mention it. */
export interface NamedGrid {
  id: string;
  name: string;
  boundary: Polygon | MultiPolygon;
}

/** About 55 m: farther than any line that a border follows. */
const MARGIN_DEGREES = 0.0005;

/**
 * A grid's borders in words at an instant: those somebody wrote, else generated.
 * @throws Refusal NOT_FOUND for a grid not in force then
 */
export async function showBorderWords(
  { database, viewer, language }: Context,
  gridId: string,
  at = new Date(),
): Promise<BorderWords> {
  requireId(gridId);
  return database.read(viewer, async (session) => {
    const { leaves } = await leavesAt(database, session, at);
    const leaf = leaves.find(({ territoryId }) => territoryId === gridId);
    if (!leaf) throw new Refusal('NOT_FOUND', 'gridNotInForce', { id: gridId });
    const [version] = await session.query<{ words: Omit<BorderWords, 'isEdited'> | null }>(
      'SELECT border_words AS words FROM territory_version WHERE id = $1',
      [leaf.versionId],
    );
    if (version?.words) return { ...version.words, isEdited: true };
    const grids = leaves
      .filter(({ partition }) => partition === leaf.partition)
      .map(({ territoryId, name, boundary }) => ({ id: territoryId, name, boundary }));
    return generateBorderWords(
      session,
      { id: gridId, name: leaf.name, boundary: leaf.boundary },
      grids,
      language,
    );
  });
}

/**
 * A grid's borders in words from the streets, waters and railways of the base map along it, else from its neighbours.
 * @param grids of its partition, as they are or as they are planned; itself may be among them
 */
export async function generateBorderWords(
  session: Session,
  grid: NamedGrid,
  grids: readonly NamedGrid[],
  language: Language,
): Promise<BorderWords> {
  const box = boxOf(grid.boundary);
  const features = await readNamedFeatures(session, box, language);
  const sides = describeBorders(grid.boundary, {
    lines: features.flatMap(({ name, geometry }) =>
      geometry.type === 'LineString' || geometry.type === 'MultiLineString'
        ? toMultiLineString(geometry).coordinates.map((path) => ({ name, path }))
        : [],
    ),
    waters: features.flatMap(({ name, geometry }) =>
      geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? [{ name, boundary: geometry }] : [],
    ),
    neighbours: grids.filter(({ id, boundary }) => id !== grid.id && meet(boxOf(boundary), box)),
  });
  const words = (members: readonly BorderMember[]) => inWords(members, language);
  return {
    north: words(sides.north),
    east: words(sides.east),
    south: words(sides.south),
    west: words(sides.west),
    isEdited: false,
  };
}

/** Named streets (or numbered roads), waters and railways about a box. */
function readNamedFeatures(
  session: Session,
  box: Box,
  language: Language,
): Promise<{ name: string; geometry: Geometry }[]> {
  const name = language === 'en' ? 'coalesce(f.name_en, f.name, f.ref)' : 'coalesce(f.name, f.ref)';
  return session.query<{ name: string; geometry: Geometry }>(
    `SELECT ${name} AS name, ST_AsGeoJSON(f.geom, 7)::json AS geometry FROM base_feature f
     WHERE f.geom && ST_MakeEnvelope($1, $2, $3, $4, 4326) AND f.layer IN ('street', 'water', 'waterway', 'railway')
       AND ${name} IS NOT NULL AND f.dataset_id = ANY(ARRAY(SELECT id FROM dataset WHERE published)) ORDER BY f.id`,
    box,
  );
}

/** A street by its name; neighbours that follow each other as one: "与A、B交界". */
function inWords(members: readonly BorderMember[], language: Language): string {
  const separator = render('borderSeparator', {}, language);
  const words: string[] = [];
  let neighbours: string[] = [];
  const close = () => {
    if (neighbours.length > 0)
      words.push(render('borderNeighbours', { names: neighbours.join(separator) }, language));
    neighbours = [];
  };
  for (const { kind, name } of members) {
    if (kind === 'grid') neighbours.push(name);
    else {
      close();
      words.push(kind === 'line' ? name : render('borderOutside', {}, language));
    }
  }
  close();
  return words.join(separator);
}

function boxOf(boundary: Polygon | MultiPolygon): Box {
  const parts = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [shell] of parts)
    for (const [x, y] of shell! as [number, number][]) {
      box[0] = Math.min(box[0], x - MARGIN_DEGREES);
      box[1] = Math.min(box[1], y - MARGIN_DEGREES);
      box[2] = Math.max(box[2], x + MARGIN_DEGREES);
      box[3] = Math.max(box[3], y + MARGIN_DEGREES);
    }
  return box;
}

const meet = (a: Box, b: Box) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
