import type { NormsFragment, StaffingNormsInput } from '../../graphql/generated/studio/graphql.js';

export type NormField = keyof Omit<NormsFragment, '__typename'>;

/** The form's parts, in the order of the dialog. */
export const normGroups = [
  { id: 'size', fields: ['householdsLow', 'householdsHigh'] },
  {
    id: 'staff',
    fields: [
      'officersPerPoliceGrid',
      'officersPerCommunity',
      'auxiliariesPerCommunity',
      'auxiliariesPerVillage',
      'leadsPerGrid',
      'workersPerGrid',
    ],
  },
  { id: 'workload', fields: ['workloadHouseholds', 'workloadIncidents', 'workloadRiskPoints'] },
  { id: 'codes', fields: ['socialCode', 'policeCode'] },
] as const satisfies { id: string; fields: NormField[] }[];

/** Norms while somebody types. */
export type NormDraft = Record<NormField, string>;

const whole: readonly NormField[] = ['householdsLow', 'householdsHigh'];
const codes: readonly NormField[] = ['socialCode', 'policeCode'];

/** The last digits of a code count; what stands before them names what is above. */
const codeScheme = /^[^{}#]*(\{parent(:\d+)?\})?[^{}#]*#{1,6}$/;

export function toDraft(norms: NormsFragment): NormDraft {
  const { __typename, ...rest } = norms as NormsFragment & { __typename?: string };
  return Object.fromEntries(
    Object.entries(rest).map(([field, value]) => [field, String(value)]),
  ) as NormDraft;
}

const read = (text: string): number => (text.trim() === '' ? NaN : Number(text.normalize('NFKC').trim()));

/** Why a field cannot be stored as it is; a key under `assign.norms.fault`. */
export function findNormFault(
  draft: NormDraft,
  field: NormField,
): 'number' | 'whole' | 'order' | 'code' | null {
  const text = draft[field];
  if (codes.includes(field)) return codeScheme.test(text.trim()) ? null : 'code';
  const value = read(text);
  if (whole.includes(field)) {
    if (!Number.isInteger(value) || value < 0 || value > 100_000) return 'whole';
    return field === 'householdsHigh' && value < read(draft.householdsLow) ? 'order' : null;
  }
  return value >= 0 && value <= 1000 ? null : 'number';
}

/** What is sent for a draft without faults. */
export function readNorms(draft: NormDraft): StaffingNormsInput {
  return Object.fromEntries(
    Object.entries(draft).map(([field, text]) => [
      field,
      codes.includes(field as NormField) ? text.trim() : read(text),
    ]),
  );
}
