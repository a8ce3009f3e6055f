import { readNorms } from '../../assignments/staffing-norms.js';
import { requireCounty } from '../../county/county.service.js';
import type { Session } from '../../database/index.js';
import { Refusal } from '../../errors.js';
import { numbered } from '../../territory/numbered.js';
import type { PlanRow } from '../plan-row.js';
import type { AcceptedEdit } from './accepted-edit.js';
import { isDescribe, type DescribeChange } from './body.types.js';
import { nextCodes, readScheme } from './code-scheme.js';
import { nextNames } from './grid-names.js';
import {
  FIND_CODES,
  FIND_DESCRIBES,
  FIND_KNOWN_GRIDS,
  FIND_PARENTS,
  FIND_TAKEN_IDS,
  RESERVE_CODES,
} from './log.sql.js';

interface Newcomer {
  id: string;
  editId: string;
  middle: [number, number];
}

/**
 * Hands out codes and names to the grids that edits make: of the parent they are said to belong to, or that of the grid
 * most of their land comes from. Several new ones of one edit are numbered from west to east, then from north to south.
 * The edits are in the log already.
 */
export async function reserveCodes(session: Session, plan: PlanRow, edits: AcceptedEdit[]): Promise<void> {
  const known = await session.query<{ id: string; name: string; parentId: string | null }>(FIND_KNOWN_GRIDS, [
    plan.id,
  ]);
  const knownIds = new Set(known.map(({ id }) => id));
  const fresh = edits.flatMap(({ id: editId, added }) =>
    added.filter(({ id }) => !knownIds.has(id)).map((grid) => ({ ...grid, editId })),
  );
  const describes = await session.query<{ change: DescribeChange }>(FIND_DESCRIBES, [plan.id]);
  await requireParents(session, plan, edits);
  if (fresh.length === 0) return;
  await requireNewIds(
    session,
    plan.id,
    fresh.map(({ id }) => id),
  );
  const parentOf = new Map(known.map(({ id, parentId }) => [id, parentId]));
  for (const { change } of describes) if (change.parentId) parentOf.set(change.grid, change.parentId);
  const groups = new Map<string, Newcomer[]>();
  for (const { id, editId, middle, from } of fresh) {
    const parentId = parentOf.get(id) ?? (from[0] ? (parentOf.get(from[0].id) ?? null) : null);
    parentOf.set(id, parentId);
    const group = `${editId} ${parentId ?? ''}`;
    groups.set(group, [...(groups.get(group) ?? []), { id, editId, middle: [middle[0], middle[1]] }]);
  }
  // Whoever else hands out codes waits until these are stored.
  await session.query(`SELECT pg_advisory_xact_lock(hashtext('grid codes'))`);
  const parents = await findParents(session, plan, [...parentOf.values()]);
  const scheme = await schemeFor(session, plan);
  const county = await requireCounty(session);
  for (const members of groups.values()) {
    const inOrder = numbered(members);
    const parentId = parentOf.get(inOrder[0]!.id) ?? null;
    const parent = (parentId === null ? undefined : parents.get(parentId)) ?? county;
    const prefix = scheme.prefix(parent.code);
    const used = await session.query<{ code: string }>(FIND_CODES, [plan.partition, prefix]);
    const codes = nextCodes(
      scheme,
      prefix,
      used.map(({ code }) => code),
      inOrder.length,
    );
    if (!codes) throw new Refusal('LIMIT_EXCEEDED', 'planCodesUsedUp', { parent: parent.name });
    const siblings = known.filter(({ id }) => parentOf.get(id) === parentId).map(({ name }) => name);
    const names = nextNames(
      siblings,
      parent.name,
      plan.partition,
      codes.map((code) => Number(code.slice(prefix.length))),
    );
    inOrder.forEach(({ id }, i) => known.push({ id, name: names[i]!, parentId }));
    await session.execute(RESERVE_CODES, [
      plan.partition,
      plan.id,
      codes,
      inOrder.map(({ editId }) => editId),
      inOrder.map(({ id }) => id),
      names,
    ]);
  }
}

async function schemeFor(session: Session, { partition }: PlanRow) {
  const { socialCode, policeCode } = await readNorms(session);
  return readScheme(partition === 'SOCIAL' ? socialCode : policeCode);
}

async function requireNewIds(session: Session, planId: string, ids: string[]): Promise<void> {
  const [taken] = await session.query<{ id: string }>(FIND_TAKEN_IDS, [planId, ids]);
  if (taken) throw new Refusal('BAD_USER_INPUT', 'planGridIdTaken', { grids: taken.id, at: '' });
}

/** @throws Refusal when a grid is put under something that is no upper territory of its tree */
async function requireParents(session: Session, plan: PlanRow, edits: AcceptedEdit[]): Promise<void> {
  const wanted = edits.flatMap(({ body }) =>
    body.changes.filter(isDescribe).flatMap(({ parentId }) => (parentId ? [parentId] : [])),
  );
  if (wanted.length === 0) return;
  const parents = await findParents(session, plan, wanted);
  const missing = wanted.find((id) => !parents.has(id));
  if (missing) throw new Refusal('BAD_USER_INPUT', 'planParentUnknown', { id: missing });
}

async function findParents(session: Session, { partition }: PlanRow, ids: (string | null)[]) {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const rows = await session.query<{ id: string; code: string; name: string }>(FIND_PARENTS, [
    partition,
    wanted,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}
