import type { Random } from '../random.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Where a matter stands some time after its report: police matters close within hours, referrals within days. */
export function statusAt(age: number, referred: boolean, random: Random): string {
  // Drawn always, so that a matter's other properties do not depend on its age.
  const fate = random.next();
  const pace = 0.4 + 1.6 * random.next();
  if (age > 10 * MINUTE) {
    if (fate < 0.016) return 'CANCELLED';
    if (fate < 0.034) return 'MERGED';
  }
  const elapsed = age / pace;
  if (referred) {
    if (elapsed < 25 * MINUTE) return 'AWAITING_ACCEPTANCE';
    if (fate > 0.975 && elapsed < 36 * HOUR) return 'RETURNED';
    if (fate > 0.96 && elapsed < 60 * HOUR) return 'CONSULTATION';
    if (elapsed < 30 * HOUR) return 'REFERRED';
    if (elapsed < 48 * HOUR) return 'AWAITING_FEEDBACK';
    if (elapsed < 66 * HOUR) return 'AWAITING_FOLLOW_UP';
    return fate > 0.996 ? 'REOPENED' : 'CLOSED';
  }
  if (elapsed < 2 * MINUTE) return 'AWAITING_DISPATCH';
  if (elapsed < 4 * MINUTE) return 'AWAITING_SIGNATURE';
  if (elapsed < 5 * MINUTE) return 'SIGNED';
  if (elapsed < 14 * MINUTE) return 'EN_ROUTE';
  if (elapsed < 22 * MINUTE) return 'ON_SCENE';
  if (elapsed < 55 * MINUTE) return 'HANDLING';
  if (elapsed < 2.5 * HOUR) return 'AWAITING_FEEDBACK';
  if (elapsed < 9 * HOUR) return 'AWAITING_FOLLOW_UP';
  return fate > 0.997 ? 'REOPENED' : 'CLOSED';
}
