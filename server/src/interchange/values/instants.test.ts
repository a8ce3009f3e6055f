import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantReader } from './instants.js';

const iso = (text: string, zone = 'Asia/Shanghai', pattern?: string) => {
  const read = instantReader(zone, pattern)(text);
  return read && `${new Date(read.at).toISOString()} ${read.precision}`;
};

describe('instantReader', () => {
  it.each([
    ['2026-11-22 14:05', '2026-11-22T06:05:00.000Z INSTANT'],
    ['2026/11/22 14:05:09', '2026-11-22T06:05:09.000Z INSTANT'],
    ['2026-11-22T14:05:09.5', '2026-11-22T06:05:09.500Z INSTANT'],
    ['2026年11月22日14时05分', '2026-11-22T06:05:00.000Z INSTANT'],
    ['2026年11月22日 14时05分30秒', '2026-11-22T06:05:30.000Z INSTANT'],
    ['２０２６年１月２日', '2026-01-01T16:00:00.000Z DATE'],
    ['2026.1.2', '2026-01-01T16:00:00.000Z DATE'],
    ['20261122', '2026-11-21T16:00:00.000Z DATE'],
    ['20261122140509', '2026-11-22T06:05:09.000Z INSTANT'],
    ['2026-11-22T14:05:00Z', '2026-11-22T14:05:00.000Z INSTANT'],
    ['2026-11-22T14:05:00-05:30', '2026-11-22T19:35:00.000Z INSTANT'],
  ])('reads %s', (text, expected) => expect(iso(text)).toBe(expected));

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-11-22 24:00',
    '22/11/2026',
    '2026-11-22 14',
    'yesterday',
    '',
    '12',
  ])('refuses "%s"', (text) => expect(iso(text)).toBeNull());

  it('follows a pattern where one is given', () => {
    expect(iso('09/30/2014 11:55:00 PM', 'America/Chicago', 'MM/DD/YYYY hh:mm:ss A')).toBe(
      '2014-10-01T04:55:00.000Z INSTANT',
    );
    expect(iso('30.9.14', 'Asia/Shanghai', 'D.M.YY')).toBe('2014-09-29T16:00:00.000Z DATE');
    expect(iso('41912.5', 'Asia/Shanghai', 'excel')).toBe('2014-09-30T04:00:00.000Z INSTANT');
    expect(iso('30/09/2014', 'Asia/Shanghai', 'MM/DD/YYYY')).toBeNull();
  });

  it('knows summer time: the first run of an hour told twice, and an hour that never was', () => {
    expect(iso('2014-11-02 01:30', 'America/Chicago')).toBe('2014-11-02T06:30:00.000Z INSTANT');
    expect(iso('2014-11-02 02:30', 'America/Chicago')).toBe('2014-11-02T08:30:00.000Z INSTANT');
    expect(iso('2014-03-09 02:30', 'America/Chicago')).toBe('2014-03-09T08:30:00.000Z INSTANT');
    expect(iso('2014-03-09 03:30', 'America/Chicago')).toBe('2014-03-09T08:30:00.000Z INSTANT');
  });

  it('inverts how a zone writes its instants', () => {
    const zone = 'America/St_Johns';
    const read = instantReader(zone);
    const written = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2030, 0) }), (at) => {
        const second = Math.floor(at / 1000) * 1000;
        const local = written.format(second);
        // Written twice a year for two instants: then the earlier of them is meant.
        const back = read(local)!.at;
        expect(back === second || (back === second - 3600_000 && written.format(back) === local)).toBe(true);
      }),
    );
  });
});
