import { describe, expect, it } from 'vitest';
import { csvDocument } from './csv.js';

describe('csvDocument', () => {
  it('quotes what needs it and marks itself as UTF-8', () => {
    expect(
      csvDocument([
        ['a', 1, null],
        ['b,c', 'd"e', 'f\ng'],
      ]),
    ).toBe('\uFEFFa,1,\r\n"b,c","d""e","f\ng"\r\n');
  });

  it.each(['=1+1', '+8613800000000', '-1', '@SUM(A1)', '\t=1'])('lets no spreadsheet reckon %j', (text) =>
    expect(csvDocument([[text]]).slice(1)).toMatch(/^"?'/),
  );

  it('leaves numbers below zero numbers', () => expect(csvDocument([[-5]])).toBe('\uFEFF-5\r\n'));
});
