import { describe, expect, it } from 'vitest';
import {
  formatArea,
  formatDateTime,
  formatDistance,
  formatDuration,
  formatMinutes,
  formatShare,
  formatShort,
  getStartOfDay,
} from './format.js';
import { fromWallTime, toWallTime } from './zoned-time.js';

const zh = { language: 'zh-CN' as const, timeZone: 'Asia/Shanghai' };
const en = { language: 'en' as const, timeZone: 'America/Chicago' };
const instant = Date.parse('2026-11-22T06:05:00Z');

describe('times', () => {
  it('are written as an officer would, in the county’s zone', () => {
    expect(formatDateTime(instant, zh)).toBe('2026年11月22日 14:05');
    expect(formatDateTime(instant, en)).toBe('22 Nov 2026, 00:05');
  });

  it('are shortened to the clock on the same day', () => {
    expect(formatShort(instant, instant + 3_600_000, zh)).toBe('14:05');
    expect(formatShort(instant, instant + 86_400_000, zh)).toBe('11月22日 14:05');
  });

  it('cut the day at the county’s midnight, also when the clocks change', () => {
    expect(new Date(getStartOfDay(instant, 'Asia/Shanghai')).toISOString()).toBe('2026-11-21T16:00:00.000Z');
    const afterChange = Date.parse('2026-11-01T18:00:00Z');
    expect(new Date(getStartOfDay(afterChange, 'America/Chicago')).toISOString()).toBe(
      '2026-11-01T05:00:00.000Z',
    );
  });

  it('go to the wall and back', () => {
    const wall = toWallTime(instant, 'America/Chicago');
    expect(wall).toEqual({ date: '2026-11-22', time: '00:05' });
    expect(fromWallTime(wall, 'America/Chicago')).toBe(instant);
    expect(fromWallTime({ date: '2026-11-22', time: '2pm' }, 'Asia/Shanghai')).toBeNull();
    expect(fromWallTime({ date: '2026-13-22', time: '14:00' }, 'Asia/Shanghai')).toBeNull();
  });
});

describe('travel times and shares', () => {
  const t = (key: string, { minutes, seconds }: { minutes: number; seconds: number }): string =>
    `${key.slice('duration.'.length)} ${minutes}:${seconds}`;

  it.each([
    [0, 'seconds 0:0', '0:00'],
    [59.4, 'seconds 0:59', '0:59'],
    [59.5, 'minutes 1:0', '1:00'],
    [90, 'both 1:30', '1:30'],
    [247, 'both 4:7', '4:07'],
    [3600, 'minutes 60:0', '60:00'],
  ])('say %f seconds in words and as a clock does', (seconds, words, clock) => {
    expect(formatDuration(seconds, t)).toBe(words);
    expect(formatMinutes(seconds)).toBe(clock);
  });

  it.each([
    [0, '0%'],
    [0.0004, '0.1%'],
    [0.5, '50%'],
    [0.996, '99.6%'],
    [0.99999, '99.9%'],
    [1, '100%'],
  ])('never call a share of %f none or all unless it is', (share, text) => {
    expect(formatShare(share, 'en')).toBe(text);
  });
});

describe('measures', () => {
  const t = (key: string, { value }: { value: string }): string => `${value} ${key.slice('unit.'.length)}`;

  it.each([
    [0, '0 metres'],
    [7.4, '7 metres'],
    [853, '850 metres'],
    [994, '990 metres'],
    [996, '1 kilometres'],
    [1234, '1.2 kilometres'],
    [25_000, '25 kilometres'],
    [1_234_567, '1,235 kilometres'],
  ])('%d metres are %s', (metres, text) => expect(formatDistance(metres, t, 'zh-CN')).toBe(text));

  it.each([
    [82_000, '0.082 squareKilometres'],
    [12_440_000, '12.4 squareKilometres'],
    [1_350_400_000, '1,350 squareKilometres'],
  ])('%d square metres are %s', (area, text) => expect(formatArea(area, t, 'en')).toBe(text));
});
