import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../context.js';
import { findCounty } from '../county/county.service.js';
import type { Session } from '../database/index.js';
import { requireId } from '../database/statement.js';
import { Refusal } from '../errors.js';
import type { CoverScenarioInput } from './cover.inputs.js';
import type { CoverScenario } from './cover.types.js';
import { checkChanges } from './post-changes.js';

const MAX_SCENARIOS = 500;
const SELECT = 'SELECT id, name, note, version, changes, updated_at AS "updatedAt" FROM cover_scenario';

/** Latest change first. */
export function listScenarios({ database, viewer }: Context): Promise<CoverScenario[]> {
  return database.read(viewer, (session) =>
    session.query<CoverScenario>(`${SELECT} ORDER BY updated_at DESC`),
  );
}

export function findScenario({ database, viewer }: Context, id: string): Promise<CoverScenario | null> {
  return database.read(viewer, (session) => readScenario(session, id));
}

export async function readScenario(session: Session, id: string): Promise<CoverScenario | null> {
  const [scenario] = await session.query<CoverScenario>(`${SELECT} WHERE id = $1`, [requireId(id)]);
  return scenario ?? null;
}

/** @throws Refusal NOT_FOUND, or CONFLICT when another version than the one that was read is in force */
export async function saveScenario(
  { database, viewer }: Context,
  { id, version, name, note, changes }: CoverScenarioInput,
): Promise<CoverScenario> {
  const checked = checkChanges(changes);
  const title = name.trim();
  if (title === '') throw new Refusal('BAD_USER_INPUT', 'scenarioNameMissing');
  return database.write(viewer, async (session) => {
    const key = id ? requireId(id) : uuidv7();
    if (id) await lockVersion(session, key, version);
    else await requireRoom(session);
    const county = await findCounty(session);
    await session.execute(
      `INSERT INTO cover_scenario (id, county_id, name, note, changes) VALUES ($1, $2, $3, $4, $5::jsonb)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, note = excluded.note, changes = excluded.changes,
         version = cover_scenario.version + 1, updated_at = now()`,
      [key, county?.id ?? null, title, note?.trim() || null, JSON.stringify(checked)],
    );
    return (await readScenario(session, key))!;
  });
}

async function lockVersion(session: Session, id: string, version: number | null | undefined): Promise<void> {
  const [present] = await session.query<{ version: number; name: string }>(
    'SELECT version, name FROM cover_scenario WHERE id = $1 FOR UPDATE',
    [id],
  );
  if (!present) throw new Refusal('NOT_FOUND', 'scenarioUnknown');
  if (present.version !== version) throw new Refusal('CONFLICT', 'scenarioChanged', present);
}

async function requireRoom(session: Session): Promise<void> {
  const [row] = await session.query<{ count: number }>('SELECT count(*)::int AS count FROM cover_scenario');
  if (row!.count >= MAX_SCENARIOS)
    throw new Refusal('LIMIT_EXCEEDED', 'scenarioTooMany', { max: MAX_SCENARIOS });
}

/** @returns whether there was one */
export function deleteScenario({ database, viewer }: Context, id: string): Promise<boolean> {
  return database.write(
    viewer,
    async (session) =>
      (await session.execute('DELETE FROM cover_scenario WHERE id = $1', [requireId(id)])) > 0,
  );
}
