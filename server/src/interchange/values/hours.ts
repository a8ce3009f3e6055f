import type { PostHours } from '../../posts/store-posts.js';

const ALWAYS = /^(24\s*(小时|h|hours?|\/\s*7)|全天(候)?(24小时)?|around the clock|always)$/i;
const CLOCK = /^(\d{1,2})(?:\s*[:.时時点點]\s*(?:(\d{1,2})\s*分?)?)?$|^(\d{2})(\d{2})$/;
const DAY_MINUTES = 1440;

/**
 * Hours as notices have them: `08:30-17:30`, `8时30分至17时30分`, `20:00～次日0:30`, `24小时`, `全天`.
 * @returns null from and to the same minute and for what is not a span of one day
 */
export function readHours(text: string): PostHours | 'ALWAYS' | null {
  const plain = text.normalize('NFKC').trim();
  if (ALWAYS.test(plain)) return 'ALWAYS';
  const parts = plain.split(/\s*(?:[-–—−~∼〜至到]|to)+\s*/i);
  return parts.length === 2 ? spanBetween(parts[0]!, parts[1]!) : null;
}

/** As `readHours`, from two columns. */
export function spanBetween(opens: string, closes: string): PostHours | 'ALWAYS' | null {
  const from = minuteOf(opens);
  const to = minuteOf(closes.replace(/^(次日|翌日|第二天)/, ''));
  if (from === null || to === null || from === DAY_MINUTES) return null;
  if (from === 0 && to === DAY_MINUTES) return 'ALWAYS';
  if (from === to) return null;
  return { opensAtMinute: from, closesAtMinute: to % DAY_MINUTES };
}

function minuteOf(text: string): number | null {
  const match = CLOCK.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const minute = Number(match[1] ?? match[3]) * 60 + Number(match[2] ?? match[4] ?? 0);
  return Number(match[2] ?? match[4] ?? 0) < 60 && minute <= DAY_MINUTES ? minute : null;
}
