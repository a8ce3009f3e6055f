import { pinyin } from 'pinyin-pro';
import { unitsOf } from './fold.js';

/** One way to read a name. */
export interface Reading {
  /** `·人ren·民min·¤03`: each character with its reading; words and numbers, folded, after `¤`. */
  units: string;
  /** `renmin03` */
  pinyin: string;
}

/**
 * Characters of place names that people read in more than one way, or that the dictionary takes the other way than locals
 * do: all are accepted. `v` is how ü is typed.
 */
const ALSO_READ: Record<string, readonly string[]> = {
  重: ['chong', 'zhong'],
  长: ['chang', 'zhang'],
  行: ['xing', 'hang'],
  乐: ['le', 'yue'],
  朝: ['chao', 'zhao'],
  都: ['du', 'dou'],
  弄: ['long', 'nong'],
  单: ['dan', 'shan'],
  曾: ['zeng', 'ceng'],
  圩: ['xu', 'wei'],
  厦: ['xia', 'sha'],
  六: ['liu', 'lu'],
  解: ['jie', 'xie'],
  柏: ['bai', 'bo'],
  埔: ['pu', 'bu'],
  堡: ['bao', 'pu'],
  绿: ['lv', 'lu'],
  吕: ['lv', 'lu'],
};
const MOST_READINGS = 4;

/** How a name is read, the likeliest first; none for a name without a letter, a number or a Chinese character. */
export function readingsOf(name: string): Reading[] {
  const units = unitsOf(name);
  if (units.length === 0) return [];
  // Read as a whole: the neighbours tell 长沙 from 校长.
  const text = units.map(({ text, isHan }) => (isHan ? text : ' ')).join('');
  const sounds = units.some(({ isHan }) => isHan)
    ? pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' })
    : [];
  const readings = units.map(({ text, isHan }, i) => {
    const sound = isHan ? (sounds[i] ?? '') : text;
    const others = isHan ? (ALSO_READ[text] ?? []).filter((other) => other !== sound) : [];
    return [sound, ...others];
  });
  return combinations(readings)
    .slice(0, MOST_READINGS)
    .map((sounds) => ({
      units: units.map(({ text, isHan }, i) => `·${isHan ? text : '¤'}${sounds[i]}`).join(''),
      pinyin: sounds.join(''),
    }));
}

/** One choice from each list, the first of all first. */
function combinations(lists: readonly (readonly string[])[]): string[][] {
  let made: string[][] = [[]];
  for (const list of lists)
    made = list.flatMap((choice) => made.map((before) => [...before, choice])).slice(0, MOST_READINGS);
  return made;
}
