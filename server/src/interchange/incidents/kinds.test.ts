import { describe, expect, it } from 'vitest';
import { KindMapper, type KindEntry } from './kind-mapper.js';
import { classifyKind, isRefusedKind, isSensitiveKind } from './kind-rules.js';

const theft: KindEntry = {
  code: 'THEFT',
  name: '盗窃',
  nameEn: 'Theft',
  category: 'OFFENCE',
  priority: 2,
  sensitivity: 'OPEN',
  policeMatter: true,
};

describe('isRefusedKind', () => {
  it.each([
    '上访',
    '群体性聚集',
    '宗教活动',
    '网络舆情',
    '重点人员管控',
    '吸毒人员',
    '社区矫正对象',
    'Petitioner',
    'PROTEST',
    'illegal assembly',
    'RELIGIOUS_ACTIVITY',
    'hate speech',
    'key person',
    'wanted person',
    'drug addict',
  ])('refuses %s', (kind) => expect(isRefusedKind(kind)).toBe(true));
  it.each([
    '盗窃',
    '走失求助',
    '聚众斗殴',
    '醉酒',
    'THEFT',
    'MISSING PERSON',
    'NARCOTICS',
    'PUBLIC PEACE VIOLATION',
    'INTERFERENCE WITH PUBLIC OFFICER',
    'LIGHTNING STRIKE',
  ])('takes %s', (kind) => expect(isRefusedKind(kind)).toBe(false));
});

describe('isSensitiveKind', () => {
  it.each([
    'CRIM SEXUAL ASSAULT',
    'SEX OFFENSE',
    'OFFENSE INVOLVING CHILDREN',
    'DOMESTIC VIOLENCE',
    'SUICIDE_RISK',
    '猥亵',
    '家暴',
    '未成年人侵害',
    '轻生',
  ])('keeps %s at grid level', (kind) => expect(isSensitiveKind(kind)).toBe(true));
  it.each(['THEFT', 'ESSEX ROAD', '盗窃'])('shows %s', (kind) => expect(isSensitiveKind(kind)).toBe(false));
});

describe('classifyKind', () => {
  it.each([
    ['MOTOR VEHICLE THEFT', 'OFFENCE'],
    ['FIREARM OFFENSE', 'OFFENCE'],
    ['FIRE', 'HAZARD'],
    ['STREET ROBBERY', 'OFFENCE'],
    ['邻里纠纷', 'DISPUTE'],
    ['交通事故', 'TRAFFIC'],
    ['LOST DOG', 'HELP'],
    ['WHATEVER', 'OTHER'],
  ])('%s is %s', (kind, category) => expect(classifyKind(kind).category).toBe(category));
});

describe('KindMapper', () => {
  it('finds by code and by either name, and translates first', () => {
    const mapper = new KindMapper([theft], new Map([['偷东西', 'THEFT']]));
    for (const text of ['THEFT', 'theft', '盗窃', 'Theft', '偷东西'])
      expect(mapper.find(text, false)).toBe(theft);
    expect(mapper.added.size).toBe(0);
  });

  it('adds what is new, once, with a code that the catalogue takes', () => {
    const mapper = new KindMapper([]);
    expect(mapper.find('NON - CRIMINAL', false)).toMatchObject({
      code: 'NON_CRIMINAL',
      name: '非刑事事项',
      nameEn: 'Non - criminal',
    });
    expect(mapper.find('NON-CRIMINAL', false)).toMatchObject({ code: 'NON_CRIMINAL' });
    expect(mapper.find('高空抛物', false)).toMatchObject({
      code: expect.stringMatching(/^KIND_[0-9A-F]{10}$/) as string,
      name: '高空抛物',
    });
    expect(mapper.added.size).toBe(2);
  });

  it('gives a matter marked sensitive the sensitive sibling of its kind', () => {
    const mapper = new KindMapper([theft]);
    expect(mapper.find('THEFT', true)).toMatchObject({ code: 'THEFT_SENSITIVE', sensitivity: 'GRID_ONLY' });
    expect(mapper.find('SEX OFFENSE', true)).toMatchObject({ code: 'SEX_OFFENSE', sensitivity: 'GRID_ONLY' });
    expect(mapper.find('上访', true)).toBe('refused');
  });
});
