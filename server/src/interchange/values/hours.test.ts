import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHours, spanBetween } from './hours.js';

const span = (opensAtMinute: number, closesAtMinute: number) => ({ opensAtMinute, closesAtMinute });

describe('readHours', () => {
  it.each([
    ['08:30-17:30', span(510, 1050)],
    ['8:30 — 17:30', span(510, 1050)],
    ['8：30～17：30', span(510, 1050)],
    ['8时30分至17时30分', span(510, 1050)],
    ['8点到17点', span(480, 1020)],
    ['0830-1730', span(510, 1050)],
    ['18-22', span(1080, 1320)],
    ['20:00-00:30', span(1200, 30)],
    ['20:00-次日0:30', span(1200, 30)],
    ['18:00-24:00', span(1080, 0)],
    ['24小时', 'ALWAYS'],
    ['全天', 'ALWAYS'],
    ['24h', 'ALWAYS'],
    ['24/7', 'ALWAYS'],
    ['0:00-24:00', 'ALWAYS'],
  ] as const)('reads %s', (text, hours) => expect(readHours(text)).toEqual(hours));

  it.each([
    '',
    '早上到晚上',
    '08:30',
    '25:00-26:00',
    '08:75-17:30',
    '24:00-08:00',
    '09:00-09:00',
    '8-9-10',
    '%',
  ])('does not read %s', (text) => expect(readHours(text)).toBeNull());

  it('reads back any span as it is written, also past midnight', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const clock = (value: number) => `${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(minute, minute, (opens, closes) => {
        fc.pre(opens !== closes);
        expect(readHours(`${clock(opens)}-${clock(closes)}`)).toEqual(span(opens, closes));
        expect(spanBetween(clock(opens), clock(closes))).toEqual(span(opens, closes));
      }),
    );
  });
});
