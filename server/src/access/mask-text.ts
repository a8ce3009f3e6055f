/** Covers identity numbers, bank cards, mobile numbers and number plates in free text before it is stored. */

// Digits may be set full-width or broken up by spaces and hyphens, as people type them.
const DIGIT = '[0-9０-９]';
const GAP = '[ \\-－　]?';
const digits = (count: string) => `(?:${DIGIT}${GAP}){${count}}`;
const NOT_AFTER_DIGIT = '(?<![0-9０-９])';
const NOT_BEFORE_DIGIT = '(?![0-9０-９])';
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领';

const IDENTITY = new RegExp(
  `${NOT_AFTER_DIGIT}[1-9１-９]${GAP}${digits('16')}[0-9０-９XxＸｘ]${NOT_BEFORE_DIGIT}`,
  'g',
);
const BANK_CARD = new RegExp(`${NOT_AFTER_DIGIT}${digits('15,18')}${DIGIT}${NOT_BEFORE_DIGIT}`, 'g');
const OLD_IDENTITY = new RegExp(
  `${NOT_AFTER_DIGIT}[1-9１-９]${GAP}${digits('13')}${DIGIT}${NOT_BEFORE_DIGIT}`,
  'g',
);
const MOBILE = new RegExp(
  `(?<![0-9０-９.])(?:[+＋]?(?:86|８６)${GAP})?[1１]${GAP}[3-9３-９]${GAP}${digits('8')}${DIGIT}${NOT_BEFORE_DIGIT}`,
  'g',
);
const PLATE = new RegExp(
  `[${PROVINCES}][A-HJ-NP-Z][·•.\\s]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]`,
  'gi',
);

const RULES: [RegExp, string][] = [
  [IDENTITY, '〔身份证号已隐去〕'],
  [BANK_CARD, '〔卡号已隐去〕'],
  [OLD_IDENTITY, '〔身份证号已隐去〕'],
  [MOBILE, '〔手机号已隐去〕'],
  [PLATE, '〔车牌号已隐去〕'],
];

/** @returns the text with each number replaced by a note of what stood there */
export function maskText(text: string): string {
  return RULES.reduce((masked, [pattern, note]) => masked.replace(pattern, note), text);
}
