import { expect, it } from 'vitest';
import { parseMinutes } from './parse-minutes.js';

it.each([
  ['4', 240],
  [' 2.5 ', 150],
  ['4:30', 270],
  ['4：05', 245],
  ['60', 3600],
  ['0.5', 30],
  ['0', null],
  ['61', null],
  ['60:01', null],
  ['4:60', null],
  ['', null],
  ['-3', null],
  ['4 min', null],
])('reads %j minutes as %j seconds', (text, seconds) => {
  expect(parseMinutes(text)).toBe(seconds);
});
