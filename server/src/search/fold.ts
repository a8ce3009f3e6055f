/** A Chinese character, or a word or number in small letters without accents. */
export interface Unit {
  text: string;
  isHan: boolean;
}

const UNIT = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}$/u;

/** What a name or a query is made of; punctuation, accents and spaces do not count, ü is typed v. */
export function unitsOf(text: string): Unit[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ü/g, 'v')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC');
  return (plain.match(UNIT) ?? []).map((unit) => ({ text: unit, isHan: HAN.test(unit) }));
}
