import type { Cache } from '@urql/exchange-graphcache';

/** Fields that are asked for a window in time; a live window moves on every few minutes. */
const windowFields = ['incidentHistogram', 'incidentTallies', 'incidentsByHourOfWeek', 'shifts'];

const furthestMilliseconds = 3_600_000;

type Arguments = Record<string, unknown>;

/** The window among a field's arguments, and all the rest of them. */
function readWindow(args: Arguments) {
  const holder = (args.filter ?? args) as Arguments;
  const { from, to, ...rest } = holder;
  return {
    from: Date.parse(String(from)),
    to: to ? Date.parse(String(to)) : null,
    rest: JSON.stringify(args.filter ? { ...args, filter: rest } : rest),
  };
}

/** Whether `former` is the same question as `latest` a short while ago. */
export function isFormerWindow(former: Arguments, latest: Arguments): boolean {
  const a = readWindow(former);
  const b = readWindow(latest);
  const moved = b.from - a.from;
  if (!(moved > 0 && moved <= furthestMilliseconds) || a.rest !== b.rest) return false;
  return a.to === null ? b.to === null : b.to !== null && b.to - a.to === moved;
}

/** Drops what moving windows held before: nobody asks for it again, and over a shift it would pile up. */
export function forgetFormerWindows(cache: Cache): void {
  const asked = cache.inspectFields('Query').filter(({ fieldName }) => windowFields.includes(fieldName));
  for (const { fieldName, arguments: former } of asked) {
    const isFormer = asked.some(
      (latest) => latest.fieldName === fieldName && isFormerWindow(former ?? {}, latest.arguments ?? {}),
    );
    if (isFormer) cache.invalidate('Query', fieldName, former);
  }
}
