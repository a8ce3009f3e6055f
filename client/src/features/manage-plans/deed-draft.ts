import type { ChangePlanStateInput, PlanRowFragment } from '../../graphql/generated/studio/graphql.js';
import { fromWallTime, toWallTime } from '../../i18n/zoned-time.js';
import type { Deed } from './workflow.js';

/** What is typed into the dialog of a step; days and times are of the county's clock. */
export interface DeedDraft {
  note: string;
  documentNumber: string;
  /** The first and the last day of the public notice. */
  from: string;
  to: string;
  isAtOnce: boolean;
  day: string;
  time: string;
}

export type DeedFault = 'missing' | 'malformed' | 'reversed' | 'past';

/** A public notice usually hangs for seven days. */
const noticeDays = 7;

/** The day so many days after another one, both 2026-11-22. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** What a step is begun with: a notice from today, in force from tomorrow's midnight if not at once. */
export function startDeed(
  { documentNumber }: Pick<PlanRowFragment, 'documentNumber'>,
  now: number,
  timeZone: string,
): DeedDraft {
  const today = toWallTime(now, timeZone).date;
  return {
    note: '',
    documentNumber: documentNumber ?? '',
    from: today,
    to: addDays(today, noticeDays - 1),
    isAtOnce: true,
    day: addDays(today, 1),
    time: '00:00',
  };
}

type Values = Pick<
  ChangePlanStateInput,
  'documentNumber' | 'publicisedFrom' | 'publicisedTo' | 'effectiveAt'
>;

/** What is wrong with a draft, or what it says to the server. `now`: epoch milliseconds. */
export function checkDeed(
  deed: Deed,
  draft: DeedDraft,
  now: number,
  timeZone: string,
): { fault: DeedFault | null; values: Values } {
  const fail = (fault: DeedFault) => ({ fault, values: {} });
  switch (deed) {
    case 'sendBack':
      return draft.note.trim() === '' ? fail('missing') : { fault: null, values: {} };
    case 'approve': {
      const documentNumber = draft.documentNumber.trim();
      return documentNumber === '' ? fail('missing') : { fault: null, values: { documentNumber } };
    }
    case 'publicise': {
      const from = fromWallTime({ date: draft.from, time: '00:00' }, timeZone);
      // To the end of the last day.
      const to = fromWallTime({ date: draft.to, time: '23:59' }, timeZone);
      if (from === null || to === null) return fail('missing');
      if (to <= from) return fail('reversed');
      return {
        fault: null,
        values: {
          publicisedFrom: new Date(from).toISOString(),
          publicisedTo: new Date(to).toISOString(),
        },
      };
    }
    case 'publish': {
      if (draft.isAtOnce) return { fault: null, values: { effectiveAt: null } };
      const effectiveAt = fromWallTime({ date: draft.day, time: draft.time }, timeZone);
      if (effectiveAt === null) return fail(draft.day === '' ? 'missing' : 'malformed');
      if (effectiveAt <= now) return fail('past');
      return { fault: null, values: { effectiveAt: new Date(effectiveAt).toISOString() } };
    }
    default:
      return { fault: null, values: {} };
  }
}
