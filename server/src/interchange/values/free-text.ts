import { maskText } from '../../access/mask-text.js';

/** What the database itself refuses to store (`is_masked`). */
const UNMASKED = /(?<![0-9])([0-9]{17}[0-9Xx]|1[3-9][0-9]{9})(?![0-9])/g;
// Outside ASCII there may be full-width digits and plates.
const PLAIN = /^[\x20-\x7e\s]*$/;

/** Free text ready to be stored: numbers that name somebody covered, runs of space made one. */
export function readFreeText(text: string | null): string | null {
  if (text === null) return null;
  if (PLAIN.test(text) && digitsIn(text) < 11) return text;
  return maskText(text.replace(/\s+/g, ' ')).replace(UNMASKED, '〔号码已隐去〕');
}

function digitsIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) count++;
  }
  return count;
}
