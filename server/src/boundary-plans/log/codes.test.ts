import { describe, expect, it } from 'vitest';
import { nextCodes, readScheme } from './code-scheme.js';
import { nextNames } from './grid-names.js';

describe('codes of new grids', () => {
  it('follow the scheme: the parent’s code, or its beginning, and a number', () => {
    const social = readScheme('{parent}###');
    expect(social.prefix('990121001001')).toBe('990121001001');
    expect(social.digits).toBe(3);
    const police = readScheme('{parent:10}##');
    expect(police.prefix('990121010200')).toBe('9901210102');
    expect(readScheme('JG-{parent}-##').prefix('B1')).toBe('JG-B1-');
    expect(() => readScheme('###')).toThrow();
  });

  it('go on from the highest ever used, and never begin with none', () => {
    const scheme = readScheme('{parent}###');
    expect(nextCodes(scheme, 'A', [], 2)).toEqual(['A001', 'A002']);
    expect(nextCodes(scheme, 'A', ['A000', 'A007', 'A003', 'A0099', 'AB12'], 1)).toEqual(['A008']);
    expect(nextCodes(scheme, 'A', ['A998'], 1)).toEqual(['A999']);
    expect(nextCodes(scheme, 'A', ['A998'], 2)).toBeNull();
  });
});

describe('names of new grids', () => {
  const siblings = ['文昌社区第01网格', '文昌社区第02网格', '文昌社区第03网格', '文昌市场专属网格'];

  it('follow the pattern of most siblings, with the code’s number where it is free', () => {
    expect(nextNames(siblings, '文昌社区', 'SOCIAL', [4, 5])).toEqual([
      '文昌社区第04网格',
      '文昌社区第05网格',
    ]);
    expect(nextNames(siblings, '文昌社区', 'SOCIAL', [3])).toEqual(['文昌社区第04网格']);
    expect(nextNames(['枫城所02警务区01警格'], '枫城所02警务区', 'POLICE', [2])).toEqual([
      '枫城所02警务区02警格',
    ]);
  });

  it('take the parent’s name where siblings have none in common', () => {
    expect(nextNames(['东片', '西片'], '白石街', 'SOCIAL', [1])).toEqual(['白石街第01网格']);
    expect(nextNames([], '云岭警务区', 'POLICE', [1])).toEqual(['云岭警务区01警格']);
  });
});
