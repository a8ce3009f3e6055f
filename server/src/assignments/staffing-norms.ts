import type { Context } from '../context.js';
import type { Session } from '../database/index.js';
import { Refusal } from '../errors.js';
import type { MessageCode, MessageParameters } from '../messages/index.js';
import type { StaffingNormsInput } from './assignments.inputs.js';
import type { StaffingNorms } from './assignments.types.js';

const SETTING = 'staffingNorms';

/** As in DOMAIN.md: 300–500 households a grid, 一格一警, 一社区一民警两辅警, 一村一辅警. */
export const defaultNorms: StaffingNorms = {
  householdsLow: 300,
  householdsHigh: 500,
  officersPerPoliceGrid: 1,
  officersPerCommunity: 1,
  auxiliariesPerCommunity: 2,
  auxiliariesPerVillage: 1,
  leadsPerGrid: 1,
  workersPerGrid: 1,
  socialCode: '{parent}###',
  policeCode: '{parent:10}##',
  workloadHouseholds: 1,
  workloadIncidents: 5,
  workloadRiskPoints: 10,
};

/** The norms in force: the county's own where it has some. */
export async function readNorms(session: Session): Promise<StaffingNorms> {
  const [row] = await session.query<{ value: Partial<StaffingNorms> }>(
    'SELECT value FROM setting WHERE key = $1',
    [SETTING],
  );
  return { ...defaultNorms, ...row?.value };
}

export function showNorms({ database, viewer }: Context): Promise<StaffingNorms> {
  return database.read(viewer, readNorms);
}

/** Changes what `input` names. @throws Refusal BAD_USER_INPUT naming the value that can't be */
export function setNorms({ database, viewer }: Context, input: StaffingNormsInput): Promise<StaffingNorms> {
  return database.write(viewer, async (session) => {
    // One after the other, so that two changes at once both stay.
    await session.execute(
      `INSERT INTO setting (key, value) VALUES ($1, '{}') ON CONFLICT (key) DO UPDATE SET key = excluded.key`,
      [SETTING],
    );
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));
    const norms: StaffingNorms = { ...(await readNorms(session)), ...given };
    check(norms);
    await session.execute('UPDATE setting SET value = $2 WHERE key = $1', [SETTING, norms]);
    return norms;
  });
}

const MAX_HOUSEHOLDS = 100_000;
const MAX_STAFF = 100;
const MAX_WORKLOAD = 1000;
/** What stands before the number, and the number's digits. */
const CODE_SCHEME = /^[A-Za-z0-9-]{0,20}\{parent(:([1-9]|[1-3]\d))?\}[A-Za-z0-9-]{0,20}#{1,6}$/;

function check(norms: StaffingNorms): void {
  within('householdsLow', norms.householdsLow, 0, MAX_HOUSEHOLDS);
  within('householdsHigh', norms.householdsHigh, 1, MAX_HOUSEHOLDS);
  if (norms.householdsLow > norms.householdsHigh) refuse('normsHouseholds');
  for (const key of STAFF) within(key, norms[key], 0, MAX_STAFF);
  for (const key of WORKLOAD) within(key, norms[key], 0, MAX_WORKLOAD);
  if (WORKLOAD.every((key) => norms[key] === 0)) refuse('normsWorkload');
  for (const key of ['socialCode', 'policeCode'] as const)
    if (!CODE_SCHEME.test(norms[key])) refuse('normsCode', { setting: key });
}

const STAFF = [
  'officersPerPoliceGrid',
  'officersPerCommunity',
  'auxiliariesPerCommunity',
  'auxiliariesPerVillage',
  'leadsPerGrid',
  'workersPerGrid',
] as const;
const WORKLOAD = ['workloadHouseholds', 'workloadIncidents', 'workloadRiskPoints'] as const;

function within(setting: string, value: number, min: number, max: number): void {
  if (!(value >= min && value <= max)) refuse('settingOutOfRange', { setting, value, min, max });
}

function refuse(code: MessageCode, parameters: MessageParameters = {}): never {
  throw new Refusal('BAD_USER_INPUT', code, parameters);
}
