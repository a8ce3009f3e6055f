import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markMatch } from './mark-match.js';
import { readingsOf } from './readings.js';
import { addressQueries, readingPattern } from './search-pattern.js';

/** Whether a text finds a name, as the database compares them. */
function finds(text: string, name: string): boolean {
  const pattern = readingPattern(text);
  if (!pattern) return name.toLowerCase().includes(text.trim().toLowerCase());
  return readingsOf(name).some(({ units }) => {
    const roughly = pattern.roughly.slice(1, -1).split('%').join('.*');
    const fits = new RegExp(pattern.regex, 'u').test(units);
    // What the cheap test drops must not fit.
    if (fits) expect(units).toMatch(new RegExp(roughly, 'u'));
    return fits;
  });
}

describe('readings', () => {
  it.each([
    ['重庆路', 'chongqinglu'],
    ['长沙街', 'changshajie'],
    ['银行路', 'yinhanglu'],
    ['行知小学', 'xingzhixiaoxue'],
    ['校长路', 'xiaozhanglu'],
    ['绿城公寓', 'lvchenggongyu'],
    ['文昌社区第03网格', 'wenchangshequdi03wangge'],
    ['Rua de São João', 'ruadesaojoao'],
    ['云岭线X203', 'yunlingxianx203'],
  ])('%s is first read %s', (name, pinyin) => expect(readingsOf(name)[0]!.pinyin).toBe(pinyin));

  it.each([
    ['仓前弄', ['cangqiannong', 'cangqianlong']],
    ['曾家村', ['zengjiacun', 'cengjiacun']],
    ['吕家村', ['lvjiacun', 'lujiacun']],
    ['长乐路', ['changlelu', 'changyuelu', 'zhanglelu']],
  ])('%s is also found as others read it', (name, ways) => {
    expect(readingsOf(name).map(({ pinyin }) => pinyin)).toEqual(expect.arrayContaining(ways));
  });

  it('of signs alone are none', () => {
    for (const name of ['', '%', '🚓', '——']) expect(readingsOf(name)).toEqual([]);
  });
});

describe('a pattern', () => {
  it.each([
    'renminzhonglu',
    'renmin zhonglu',
    "ren'min'zhong'lu",
    'RenMin',
    'rmzl',
    'renmzl',
    'rmzhonglu',
    'rminz',
    '人民zl',
    '人民zhonglu',
    'rm中路',
    '人min中l',
    '人民 中路',
    'zhonglu',
    'zl',
  ])('%s finds 人民中路', (text) => expect(finds(text, '人民中路')).toBe(true));
  it.each(['enmin', 'rml', 'renminlu', 'rmzlu88', '人zl', '民人', 'rmzlx', 'lumin', 'u'])(
    '%s does not find 人民中路',
    (text) => expect(finds(text, '人民中路')).toBe(false),
  );
  it.each([
    ['rdsc', 'Rua de Santa Catarina'],
    ['santa catarina', 'Rua de Santa Catarina'],
    ['sao joao', 'Rua de São João'],
    ['wcsqd03', '文昌社区第03网格'],
    ['tq11', '枫城铁骑11'],
  ])('%s finds %s', (text, name) => expect(finds(text, name)).toBe(true));

  it('finds a name by any mixture of its characters, syllables, beginnings and initials, from any syllable on', () => {
    const character = fc.constantFrom(...'人民中路文昌社区万枫广场联勤警务站重长行乐绿云岭');
    const name = fc.array(character, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(name, fc.infiniteStream(fc.nat()), fc.nat(), (characters, choices, from) => {
        const { units } = readingsOf(characters.join(''))[0]!;
        const syllables = units.split('·').slice(1);
        const typed = syllables.slice(from % syllables.length).map((unit) => {
          const [han, sound] = [unit.slice(0, 1), unit.slice(1)];
          const choice = choices.next().value;
          return [han, sound, sound.slice(0, 1), sound.slice(0, 2)][choice % 4]!;
        });
        expect(finds(typed.join(''), characters.join(''))).toBe(true);
      }),
    );
  });

  it('is none, or an expression that compiles, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const pattern = readingPattern(text);
        if (pattern) expect(() => new RegExp(pattern.regex, 'u')).not.toThrow();
      }),
    );
    for (const text of ['%', '_', '(', 'a(b', 'a*', '\\', '[a', 'x'.repeat(49), '🚓', ''])
      expect(readingPattern(text)).toBeNull();
  });
});

describe('the part of a name that a text stands for', () => {
  const marked = (text: string, name: string) => {
    const units = readingsOf(name).map((reading) => reading.units);
    const match = markMatch(name, text, readingPattern(text), units);
    return match && name.slice(match[0], match[0] + match[1]);
  };
  it.each([
    ['rmzl', '人民中路', '人民中路'],
    ['zl', '人民中路', '中路'],
    ['人民z', '人民中路', '人民中'],
    ['民中', '人民中路', '民中'],
    ['santa cat', 'Rua de Santa Catarina (norte)', 'Santa Cat'],
    ['santacat', 'Rua de Santa Catarina (norte)', 'Santa Catarina'],
    ['sao', 'Rua de São João', 'São'],
    ['tq11', '枫城铁骑11', '铁骑11'],
    ['sgdf', 'K12+300 事故多发路段', '事故多发'],
    ['rmzl', '解放路', null],
    ['990121', '枫溪县', null],
  ])('%s in %s is %s', (text, name, part) => expect(marked(text, name)).toBe(part));
});

describe('an address', () => {
  const only = (text: string) => addressQueries(text)[0];
  it.each([
    ['人民中路88号', '人民中路', 88, true],
    ['人民中路 88', '人民中路', 88, false],
    ['人民中路８８號附近', '人民中路', 88, true],
    ['人民中路88号3幢', '人民中路', 88, true],
    ['万枫广场5幢', '万枫广场', 5, true],
    ['rmzl88', 'rmzl', 88, false],
    ['Rua da Alegria, 88', 'Rua da Alegria', 88, false],
    ['88 Rua da Alegria', 'Rua da Alegria', 88, false],
  ])('%s is number and street', (text, street, number, isSure) =>
    expect(only(text)).toEqual({ street, number, isSure }),
  );
  it('in a division is also the street alone', () => {
    expect(addressQueries('枫城街道人民中路88号').map(({ street }) => street)).toEqual([
      '枫城街道人民中路',
      '人民中路',
    ]);
  });
  it.each(['人民中路', '88', '文昌社区第03网格', '990121001002003', '', '枫城铁骑'])('%s is none', (text) =>
    expect(addressQueries(text)).toEqual([]),
  );
});
