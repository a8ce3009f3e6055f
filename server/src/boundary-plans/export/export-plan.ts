import type { MultiPolygon } from 'geojson';
import type { Context } from '../../context.js';
import type { PostKind } from '../../database/prisma/enums.js';
import { csvDocument } from '../../http/csv.js';
import { render } from '../../messages/index.js';
import { openPlanSide } from '../compare/side.js';
import { composePlan, type ComposedGrid, type ComposedPlan } from '../compose/compose-plan.js';
import { descentOf } from '../publish/descent.js';
import { LIST_PARENT_CODES } from '../workflow/workflow.sql.js';
import { writeShapefile, type ShapefileField } from './write-shapefile.js';
import { writeZip } from './write-zip.js';

export const formats = ['geojson', 'zip', 'csv'] as const;
export type ExportFormat = (typeof formats)[number];

export interface ExportedFile {
  /** Without folder or extension: the plan's number and name. */
  name: string;
  type: string;
  body: string | Buffer;
}

interface Row {
  grid: ComposedGrid;
  parentCode: string | null;
  parentName: string | null;
  change: 'NEW' | 'CHANGED' | 'UNCHANGED';
}

/** A plan's grids as a file for other programs, or who answers for each as a table. */
export async function exportPlan(
  context: Context,
  planId: string,
  format: ExportFormat,
): Promise<ExportedFile> {
  const composed = await composePlan(context, planId);
  const rows = await rowsOf(context, composed);
  const name = `${composed.plan.number} ${composed.plan.name}`;
  if (format === 'csv')
    return { name, type: 'text/csv', body: await assignmentTable(context, composed, rows) };
  if (format === 'zip') return { name, type: 'application/zip', body: shapefile(composed.plan.number, rows) };
  return { name, type: 'application/geo+json', body: geoJson(composed, rows) };
}

async function rowsOf({ database, viewer }: Context, { grids, names }: ComposedPlan): Promise<Row[]> {
  const parents = [...new Set(grids.map(({ parentId }) => parentId))].filter((id) => id !== null);
  const codes = await database.read(viewer, (session) =>
    session.query<{ id: string; code: string }>(LIST_PARENT_CODES, [parents]),
  );
  const codeOf = new Map(codes.map(({ id, code }) => [id, code]));
  return grids.map((grid) => ({
    grid,
    parentCode: grid.parentId === null ? null : (codeOf.get(grid.parentId) ?? null),
    parentName: grid.parentId === null ? null : (names.get(grid.parentId) ?? null),
    change: grid.isNew ? 'NEW' : grid.isChanged ? 'CHANGED' : 'UNCHANGED',
  }));
}

function geoJson({ plan }: ComposedPlan, rows: Row[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    plan: { number: plan.number, name: plan.name, state: plan.state, effectiveAt: plan.effectiveAt },
    features: rows.map(({ grid, parentCode, parentName, change }) => ({
      type: 'Feature',
      id: grid.id,
      properties: {
        code: grid.code,
        name: grid.name,
        kind: grid.kind,
        parent: parentCode,
        parentName,
        households: grid.households,
        householdsSource: grid.householdsSource,
        change,
      },
      geometry: grid.boundary,
    })),
  });
}

const FIELDS: ShapefileField[] = [
  { name: 'code', type: 'C', length: 40 },
  { name: 'name', type: 'C', length: 200 },
  { name: 'kind', type: 'C', length: 10 },
  { name: 'parent', type: 'C', length: 40 },
  { name: 'parentname', type: 'C', length: 200 },
  { name: 'households', type: 'N', length: 10 },
  { name: 'change', type: 'C', length: 10 },
];

function shapefile(number: string, rows: Row[]): Buffer {
  const files = writeShapefile(
    FIELDS,
    rows.map(({ grid, parentCode, parentName, change }) => ({
      boundary: grid.boundary as MultiPolygon,
      values: [grid.code, grid.name, grid.kind, parentCode, parentName, grid.households, change],
    })),
  );
  return writeZip(
    Object.fromEntries(Object.entries(files).map(([extension, content]) => [number + extension, content])),
  );
}

const POST_KINDS: PostKind[] = ['STATION', 'OFFICE', 'LIAISON_STATION'];
const LIST_POSTS = `
  SELECT g.territory_id AS id, p.kind, p.name FROM post_grid g JOIN post p ON p.id = g.post_id
  WHERE g.territory_id = ANY($1::uuid[]) AND p.kind = ANY($2::post_kind[]) AND p.ended_at IS NULL
    AND tstzrange(g.valid_from, g.valid_to) @> now() ORDER BY p.name`;

/** Who answers for each grid; a grid that is only planned shows what it will be handed on. */
async function assignmentTable(context: Context, composed: ComposedPlan, rows: Row[]): Promise<string> {
  const { database, viewer, language } = context;
  const { grids } = await openPlanSide(context, composed);
  const staffOf = new Map(grids.map(({ id, staff }) => [id, staff]));
  const ids = [...composed.base.map(({ id }) => id), ...composed.grids.map(({ id }) => id)];
  const posts = await database.read(viewer, (session) =>
    session.query<{ id: string; kind: PostKind; name: string }>(LIST_POSTS, [[...new Set(ids)], POST_KINDS]),
  );
  const postOf = new Map(posts.map(({ id, kind, name }) => [`${id} ${kind}`, name]));
  const origins = new Map<string, string[]>();
  for (const { child, parent } of descentOf(composed))
    origins.set(child, [...(origins.get(child) ?? []), parent]);
  const postName = (id: string, kind: PostKind): string | null =>
    [id, ...(origins.get(id) ?? [])].map((one) => postOf.get(`${one} ${kind}`)).find((name) => name) ?? null;
  return csvDocument([
    render('planExportHeadings', {}, language).split('|'),
    ...rows.map(({ grid, parentCode, parentName, change }) => {
      const staff = staffOf.get(grid.id) ?? {};
      return [
        grid.code,
        grid.name,
        render(`planGridKind${grid.kind}`, {}, language),
        parentCode,
        parentName,
        grid.households,
        grid.householdsSource,
        grid.householdsAsOf?.slice(0, 10) ?? null,
        render(`planChange${change}`, {}, language),
        ...POST_KINDS.map((kind) => postName(grid.id, kind)),
        staff.OFFICER ?? null,
        staff.AUXILIARY ?? null,
        staff.GRID_LEAD ?? null,
        staff.GRID_WORKER ?? null,
      ];
    }),
  ]);
}
