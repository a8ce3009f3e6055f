import type { IncidentSource } from '../database/prisma/enums.js';

/** 警情 from the 110 line, 工单 from 12345, 事件 from everything else. */
const LETTER: Partial<Record<IncidentSource, string>> = { CALL_110: 'J', HOTLINE_12345: 'G' };

/**
 * An incident's number as it is read out: letter, day, place in the day, e.g. `J20261122-0001`. Not led by the county's
 * code: six digits, a date and four digits would be an identity number to `maskText`.
 * @param day `YYYYMMDD` in the county's zone
 */
export function incidentNumber(source: IncidentSource, day: string, placeInDay: number): string {
  return `${LETTER[source] ?? 'S'}${day}-${String(placeInDay).padStart(4, '0')}`;
}
