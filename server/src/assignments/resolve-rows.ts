import type { Session } from '../database/index.js';
import type { PostKind, StaffRole, TerritoryPartition } from '../database/prisma/enums.js';
import { maskText } from '../access/mask-text.js';
import { readFreeText } from '../interchange/values/free-text.js';
import type { MessageCode, MessageParameters } from '../messages/index.js';
import type { GridMention } from '../reach/reach.types.js';
import { GRID_LEVELS } from '../territory/territory.sql.js';
import { MAX_HOUSEHOLDS, MAX_STAFF } from './limits.js';
import { clean, readCount, type ColumnName, type TableRow } from './read-table.js';

/** One line understood: only what it names is set. */
export interface ResolvedRow {
  line: number;
  grid: GridMention;
  /** Null: no post of that kind. */
  posts: { kind: PostKind; postId: string | null }[];
  staff: { role: StaffRole; count: number }[];
  households: number | null;
  source: string | null;
  /** A day, e.g. 2026-11-22. */
  asOf: string | null;
}

export interface RowProblem {
  line: number;
  code: MessageCode;
  parameters: MessageParameters;
}

const POST_COLUMNS: readonly [ColumnName, PostKind][] = [
  ['station', 'STATION'],
  ['office', 'OFFICE'],
  ['liaisonStation', 'LIAISON_STATION'],
];
const STAFF_COLUMNS: readonly [ColumnName, StaffRole][] = [
  ['officers', 'OFFICER'],
  ['auxiliaries', 'AUXILIARY'],
  ['leads', 'GRID_LEAD'],
  ['workers', 'GRID_WORKER'],
];
const NONE = /^(无|没有|撤销|none|[-–—/]+)$/i;

interface Named {
  id: string;
  code: string | null;
  name: string;
}

/** Finds what the lines of a table mean, each with the first reason it can't be taken. */
export async function resolveRows(
  session: Session,
  rows: readonly TableRow[],
  partition: TerritoryPartition,
  at: Date,
): Promise<{ rows: ResolvedRow[]; problems: RowProblem[] }> {
  const grids = new Directory(
    await session.query<GridMention>(
      `SELECT territory_id AS id, code, name, ST_AsGeoJSON(anchor, 7)::json AS location FROM territory_version
       WHERE partition = $1::territory_partition AND level IN ${GRID_LEVELS}
         AND tstzrange(valid_from, valid_to) @> $2::timestamptz ORDER BY code`,
      [partition, at],
    ),
  );
  const posts = new Map<PostKind, Directory<Named>>();
  for (const [, kind] of POST_COLUMNS)
    posts.set(
      kind,
      new Directory(
        await session.query<Named>(
          'SELECT id, code, name FROM post WHERE kind = $1::post_kind AND ended_at IS NULL ORDER BY name',
          [kind],
        ),
      ),
    );
  const problems: RowProblem[] = [];
  const lineOf = new Map<string, number>();
  const resolved = rows.flatMap((row) => {
    try {
      const answer = resolveRow(row, grids, posts);
      const before = lineOf.get(answer.grid.id);
      if (before !== undefined) fault('pasteGridTwice', { name: answer.grid.name, line: before });
      lineOf.set(answer.grid.id, row.line);
      return [answer];
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      problems.push({ line: row.line, code: error.code, parameters: error.parameters });
      return [];
    }
  });
  return { rows: resolved, problems };
}

class RowFault extends Error {
  constructor(
    readonly code: MessageCode,
    readonly parameters: MessageParameters,
  ) {
    super(code);
  }
}

function fault(code: MessageCode, parameters: MessageParameters = {}): never {
  throw new RowFault(code, parameters);
}

function resolveRow(
  { line, cells }: TableRow,
  grids: Directory<GridMention>,
  posts: Map<PostKind, Directory<Named>>,
): ResolvedRow {
  const grid = resolveGrid(cells, grids);
  const households = cells.households === undefined ? null : readCount(cells.households);
  if (households === undefined || (households ?? 0) > MAX_HOUSEHOLDS)
    fault('pasteHouseholds', { max: MAX_HOUSEHOLDS });
  const resolved: ResolvedRow = {
    line,
    grid,
    posts: POST_COLUMNS.flatMap(([column, kind]) => {
      const cell = cells[column];
      if (cell === undefined) return [];
      return [{ kind, postId: NONE.test(cell) ? null : resolvePost(cell, posts.get(kind)!) }];
    }),
    staff: STAFF_COLUMNS.flatMap(([column, role]) => {
      const cell = cells[column];
      if (cell === undefined) return [];
      const count = readCount(cell);
      if (count === undefined || count > MAX_STAFF) fault('pasteCount', { max: MAX_STAFF });
      return [{ role, count }];
    }),
    households,
    source: readFreeText(cells.source?.slice(0, 200) ?? null)?.slice(0, 200) ?? null,
    asOf: cells.asOf === undefined ? null : readDay(cells.asOf),
  };
  if (resolved.posts.length + resolved.staff.length === 0 && households === null) fault('pasteRowEmpty');
  return resolved;
}

function resolveGrid({ gridCode, gridName }: TableRow['cells'], grids: Directory<GridMention>): GridMention {
  if (gridCode !== undefined) {
    if (/^\d(\.\d+)?e\+\d+$/i.test(gridCode)) fault('pasteCodeRounded', { code: gridCode });
    const grid = grids.byCode(gridCode) ?? fault('pasteCodeUnknown', { code: shown(gridCode) });
    if (gridName !== undefined && nameKey(gridName) !== nameKey(grid.name))
      fault('pasteCodeOfOther', { code: shown(gridCode), name: grid.name });
    return grid;
  }
  if (gridName === undefined) fault('pasteNoGridCell');
  const found = grids.byName(gridName);
  if (found.length > 1) fault('pasteNameTwice', { name: shown(gridName) });
  return found[0] ?? fault('pasteNameUnknown', { name: shown(gridName) });
}

function resolvePost(cell: string, posts: Directory<Named>): string {
  const byCode = posts.byCode(cell);
  if (byCode) return byCode.id;
  const found = posts.byName(cell);
  if (found.length > 1) fault('pastePostTwice', { name: shown(cell) });
  return found[0]?.id ?? fault('pastePostUnknown', { name: shown(cell) });
}

/** 2026-11-22, 2026/11/22, 2026.11.22, 2026年11月22日 or 20261122; a day that has been. */
function readDay(cell: string): string {
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s.*)?$|^(\d{4})(\d{2})(\d{2})$/.exec(cell);
  if (!match) fault('pasteDate');
  const [year, month, day] = (match[1] ? match.slice(1, 4) : match.slice(4, 7)).map(Number);
  const instant = new Date(Date.UTC(year!, month! - 1, day));
  const exists = instant.getUTCMonth() === month! - 1 && instant.getUTCDate() === day;
  // A day in the county may have begun before it does in UTC.
  if (!exists || year! < 1949 || instant.getTime() > Date.now() + 24 * 3600_000) fault('pasteDate');
  return instant.toISOString().slice(0, 10);
}

/** What is said back of a cell: a code or a name of a place, with numbers that name somebody covered. */
const shown = (cell: string) => maskText(cell).slice(0, 60);

/** 第3网格 and 第03网格 are one, with or without spaces. */
const nameKey = (name: string) =>
  clean(name)
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/0+(?=\d)/g, (zeros, index: number, whole: string) =>
      /\d/.test(whole[index - 1] ?? '') ? zeros : '',
    );

/** Finds records by code, by name, or by a part of the name that only one has. */
class Directory<Entry extends { code: string | null; name: string }> {
  private readonly codes = new Map<string, Entry>();
  private readonly names = new Map<string, Entry[]>();

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      if (entry.code !== null) this.codes.set(codeKey(entry.code), entry);
      const key = nameKey(entry.name);
      this.names.set(key, [...(this.names.get(key) ?? []), entry]);
    }
  }

  byCode(code: string): Entry | undefined {
    return this.codes.get(codeKey(code));
  }

  byName(name: string): Entry[] {
    const key = nameKey(name);
    const exact = this.names.get(key);
    if (exact) return exact;
    // 枫城所 is how everybody calls 枫城派出所.
    const parts = key.length < 2 ? [] : [key, key.replace(/所$/, '派出所')];
    return [...this.names]
      .filter(([full]) => parts.some((part) => full.includes(part)))
      .flatMap(([, found]) => found);
  }
}

const codeKey = (code: string) => clean(code).replace(/\s/g, '').toUpperCase();
