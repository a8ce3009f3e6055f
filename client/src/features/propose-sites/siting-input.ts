import type { SitingCandidates, SitingInput } from '../../graphql/generated/travel/graphql.js';
import type { PickedPlace } from '../../state/reach-store.js';

/** What may be asked of the siting, as the form holds it. */
export interface SitingForm {
  sites: number;
  seconds: number;
  candidates: SitingCandidates;
  drawn: PickedPlace[];
  householdWeight: number;
  incidentWeight: number;
  riskPointWeight: number;
  incidentDays: number;
  isKeepingExisting: boolean;
  /** Most demand a site can serve; null = any. */
  capacity: number | null;
  hasBackup: boolean;
}

export const defaultForm: SitingForm = {
  sites: 3,
  seconds: 300,
  candidates: 'JUNCTIONS',
  drawn: [],
  householdWeight: 1,
  incidentWeight: 0,
  riskPointWeight: 0,
  incidentDays: 30,
  isKeepingExisting: true,
  capacity: null,
  hasBackup: false,
};

/** What keeps a question from being asked; a key of the catalogue, null when it can be. */
export function findProblem(form: SitingForm): 'noWeight' | 'tooFewDrawn' | null {
  const { householdWeight, incidentWeight, riskPointWeight, candidates, drawn, sites } = form;
  if (householdWeight + incidentWeight + riskPointWeight <= 0) return 'noWeight';
  return candidates === 'DRAWN' && drawn.length < sites ? 'tooFewDrawn' : null;
}

/** The form as the server takes it. */
export function toInput(form: SitingForm, hour: number | null): SitingInput {
  const { isKeepingExisting, hasBackup, drawn, ...rest } = form;
  return {
    ...rest,
    hour,
    keepExisting: isKeepingExisting,
    backup: hasBackup,
    ...(form.candidates === 'DRAWN' && {
      drawn: drawn.map(({ longitude, latitude, name }) => ({ longitude, latitude, ...(name && { name }) })),
    }),
  };
}

/** How far at most an answer is from the best there is, as a share of the best; null without a bound. */
export function getGap(covered: number, bound: number | null): number | null {
  if (bound === null || bound <= 0) return null;
  return Math.max(0, (bound - covered) / bound);
}
