import { containing } from '../database/statement.js';
import { unitsOf } from './fold.js';

/** What is looked for in readings. */
export interface ReadingPattern {
  /** Regular expression over `units`, to be anchored with `^` for the beginning of a name. */
  regex: string;
  /** All of it in letters, where it has no Chinese character: to compare with `pinyin`. */
  letters: string | null;
  /** LIKE pattern that all fitting `units` fit too. */
  roughly: string;
}

/** Longer ones are no pinyin, and costly to look for. */
const MOST_UNITS = 48;
/** What people put between syllables and words. */
const SEPARATORS = /[\s'’`·.,，、\-–—_]/gu;

/**
 * A text as a pattern over readings: each Chinese character stands for itself; letters stand for syllables, written out,
 * begun, or by initials, in any mixture: `renmzl`, `人民zl`, `rdsc`. Null where only the text itself can be meant.
 */
export function readingPattern(text: string): ReadingPattern | null {
  const units = unitsOf(text);
  const letters = units.map((unit) => unit.text).join('');
  const stripped = text.normalize('NFKC').replace(SEPARATORS, '');
  // Signs of other sorts are part of what somebody looks for.
  if (/[^\p{L}\p{M}\p{N}]/u.test(stripped) || letters === '' || [...letters].length > MOST_UNITS) return null;
  const hasLetters = units.some((unit) => !unit.isHan && /\p{L}/u.test(unit.text));
  const isSpaced = units.length > 1 && stripped.length < text.trim().length;
  if (!hasLetters && !isSpaced) return null;
  const runs: string[] = [];
  let run = '';
  const endRun = () => {
    // Between two letters: nothing, or the rest of this syllable and the beginning of the next.
    if (run) runs.push(`·.${[...run].join('(?:[^·]*·.)?')}[^·]*`);
    run = '';
  };
  for (const unit of units) {
    if (!unit.isHan) run += unit.text;
    else {
      endRun();
      runs.push(`·${unit.text}[^·]*`);
    }
  }
  endRun();
  return {
    regex: runs.join(''),
    letters: units.every((unit) => !unit.isHan) ? letters : null,
    roughly: `%${[...letters].join('%')}%`,
  };
}

/** Parameters $1, $2 and $4 to $6 of `KNOWN`, with `third` between them. */
export function nameParameters(text: string, third: number) {
  const pattern = readingPattern(text);
  return [
    text,
    containing(text.toLowerCase()),
    third,
    pattern?.regex ?? null,
    pattern?.letters ?? null,
    pattern?.roughly ?? null,
  ];
}

/** A name and a number in it, as one would say an address: 人民中路88号, rmzl88, Rua da Alegria 88, 12 High Street. */
export interface AddressQuery {
  street: string;
  number: number;
  /** Whether the text can only be an address. */
  isSure: boolean;
}

const TRAILING =
  /^(?<street>.*?[^\d\s,，#])\s*[,，#]?\s*(?<number>\d{1,5})\s*(?<sign>号|號|幢|栋|弄)?(?:\s*附近|\s*\d+\s*(?:幢|栋|号楼|单元))?$/u;
const LEADING = /^(?<number>\d{1,5})[,\s]+(?<street>\D*\p{L}\D*)$/u;
/** 枫城街道人民中路 is 人民中路 of 枫城街道. */
const DIVISION = /^.*?(?:省|市|县|区|街道|镇|乡|社区)(?=..)/u;

/** Null where a text is no address; else the ways to take it, the likeliest first. */
export function addressQueries(text: string): AddressQuery[] {
  const plain = text.normalize('NFKC').trim();
  const match = TRAILING.exec(plain) ?? LEADING.exec(plain);
  if (!match?.groups) return [];
  const { street, number, sign } = match.groups as { street: string; number: string; sign?: string };
  const query = { street: street.trim(), number: Number(number), isSure: sign !== undefined };
  const inDivision = query.street.replace(DIVISION, '');
  return inDivision === query.street ? [query] : [query, { ...query, street: inDivision }];
}
