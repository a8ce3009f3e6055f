import type {
  AssignmentFragment,
  GridHouseholdsRow,
  GridStaffRow,
  StaffRole,
} from '../../graphql/generated/studio/graphql.js';
import { getCount, roles } from './assignment.js';

/** What can be typed into a grid's row, in the order of the columns. */
export const editFields = [...roles, 'HOUSEHOLDS'] as const;
export type EditField = (typeof editFields)[number];

/** What was typed and is not saved yet, by `gridId:FIELD`. */
export type Edits = Readonly<Record<string, number | null>>;

export const keyOf = (gridId: string, field: EditField): string => `${gridId}:${field}`;

const most: Record<EditField, number> = {
  OFFICER: 10_000,
  AUXILIARY: 10_000,
  GRID_LEAD: 10_000,
  GRID_WORKER: 10_000,
  HOUSEHOLDS: 1_000_000,
};

/** A count as typed: digits, also full-width ones and with thousands marked; undefined where it is none. Empty: null. */
export function parseCount(text: string, field: EditField): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (plain === '') return null;
  const number = Number(plain);
  return /^\d+$/.test(plain) && number <= most[field] ? number : undefined;
}

/** What stands in the records. */
export function readSaved(assignment: AssignmentFragment, field: EditField): number | null {
  return field === 'HOUSEHOLDS' ? assignment.grid.households : getCount(assignment, field);
}

/** Edits with one more; what is again as in the records is no edit. A role that is emptied has nobody. */
export function withEdit(
  edits: Edits,
  assignment: AssignmentFragment,
  field: EditField,
  value: number | null,
): Edits {
  const key = keyOf(assignment.grid.id, field);
  const { [key]: _, ...others } = edits;
  const saved = readSaved(assignment, field);
  const meant = value === null && field !== 'HOUSEHOLDS' && saved !== null ? 0 : value;
  return meant === saved ? others : { ...others, [key]: meant };
}

/**
 * A block copied from a spreadsheet, put into the table from a cell on: down `ids`, right along the columns. Cells that
 * hold no count are counted and leave what was there.
 */
export function pasteBlock(
  edits: Edits,
  text: string,
  from: { id: string; field: EditField },
  ids: readonly string[],
  byId: ReadonlyMap<string, AssignmentFragment>,
): { edits: Edits; put: number; refused: number } {
  const [firstRow, firstColumn] = [ids.indexOf(from.id), editFields.indexOf(from.field)];
  let [next, put, refused] = [edits, 0, 0];
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  lines.forEach((line, row) =>
    line.split('\t').forEach((cell, column) => {
      const assignment = byId.get(ids[firstRow + row] ?? '');
      const field = editFields[firstColumn + column];
      const value = field && parseCount(cell, field);
      if (!assignment || !field || value === undefined) refused += 1;
      else {
        next = withEdit(next, assignment, field, value);
        put += 1;
      }
    }),
  );
  return { edits: next, put, refused };
}

/** Edits as the server takes them. */
export function toRows(edits: Edits): { staff: GridStaffRow[]; households: GridHouseholdsRow[] } {
  const entries = Object.entries(edits).map(([key, value]) => {
    const at = key.lastIndexOf(':');
    return { gridId: key.slice(0, at), field: key.slice(at + 1) as EditField, value };
  });
  return {
    staff: entries
      .filter(({ field }) => field !== 'HOUSEHOLDS')
      .map(({ gridId, field, value }) => ({ gridId, role: field as StaffRole, count: value ?? 0 })),
    households: entries
      .filter(({ field }) => field === 'HOUSEHOLDS')
      .map(({ gridId, value }) => ({ gridId, households: value })),
  };
}
