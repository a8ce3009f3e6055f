/** A day and time on the wall of a place: '2026-11-22' and '14:05'. */
export interface WallTime {
  date: string;
  time: string;
}

/** How far the place's clocks are ahead of UTC at an instant, milliseconds. */
function getOffset(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

/** What the clocks of the place show at an instant (epoch milliseconds). */
export function toWallTime(instant: number, timeZone: string): WallTime {
  const text = new Date(instant + getOffset(instant, timeZone)).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

/** The instant (epoch milliseconds) when the clocks of the place show this; null if it is not a day and a time. */
export function fromWallTime({ date, time }: WallTime, timeZone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const wall = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(wall)) return null;
  const guess = wall - getOffset(wall, timeZone);
  // Near a clock change the first guess may be an hour out.
  return wall - getOffset(guess, timeZone);
}
