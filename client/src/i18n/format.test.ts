import { describe, expect, it } from 'vitest';
import { formatArea, formatDateTime, formatDistance, formatShort, getStartOfDay } from './format.js';
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
