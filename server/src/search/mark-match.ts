import { unitsOf } from './fold.js';
import type { ReadingPattern } from './search-pattern.js';

const WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;

/**
 * Which part of a name a text stands for: `rmzl` for the whole of 人民中路, `zl` for its end.
 * @param units readings of the name, as stored
 * @returns start and length in UTF-16 units, null where the name itself does not have it
 */
export function markMatch(
  name: string,
  text: string,
  pattern: ReadingPattern | null,
  units: readonly string[],
): [start: number, length: number] | null {
  const written = name.toLowerCase().indexOf(text.toLowerCase());
  // Small letters may be longer than capitals (İ): then nothing is marked rather than the wrong part.
  if (written >= 0 && name.toLowerCase().length === name.length) return [written, text.length];
  if (!pattern) return null;
  const words = [...name.matchAll(WORD)];
  if (words.length !== unitsOf(name).length) return null;
  const match = units.map((reading) => new RegExp(pattern.regex, 'u').exec(reading)).find(Boolean);
  if (!match) return null;
  const first = match.input.slice(0, match.index).split('·').length - 1;
  const last = first + match[0].split('·').length - 2;
  const start = words[first]!.index;
  return [start, words[last]!.index + words[last]![0].length - start];
}
