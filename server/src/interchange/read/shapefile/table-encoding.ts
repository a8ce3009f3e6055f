import { isUtf8 } from 'node:buffer';
import { Refusal } from '../../../errors.js';

/** Language driver ids of dBASE that say which encoding the text is in; most files carry none that means anything. */
const DRIVERS: Record<number, string> = {
  0x03: 'windows-1252',
  0x4d: 'gb18030',
  0x4f: 'big5',
  0x7a: 'gb18030',
};

/** Windows' code pages by number. GB18030 includes GBK and GB2312. */
const CODE_PAGES: Record<string, string> = {
  '65001': 'utf-8',
  '936': 'gb18030',
  '20936': 'gb18030',
  '54936': 'gb18030',
  '950': 'big5',
};

/**
 * The encoding of a table: what the user declares, what the `.cpg` file says, UTF-8 where all text is, what the table's
 * own mark says, GB18030.
 * @throws Refusal BAD_USER_INPUT when a declared one is not known
 */
export function findEncoding(
  declared: string | undefined,
  codePage: string | undefined,
  driver: number,
  samples: () => Iterable<Buffer>,
): string {
  if (declared !== undefined) {
    const label = labelOf(declared);
    if (label === undefined)
      throw new Refusal('BAD_USER_INPUT', 'importEncodingUnknown', { encoding: declared });
    return label;
  }
  const told = codePage === undefined ? undefined : labelOf(codePage);
  if (told !== undefined) return told;
  for (const sample of samples()) if (!isUtf8(withoutCutEnd(sample))) return DRIVERS[driver] ?? 'gb18030';
  return 'utf-8';
}

/** `ANSI 936`, `CP936`, `GBK`, `UTF-8`, `88591` → a name TextDecoder knows. */
function labelOf(text: string): string | undefined {
  const plain = text.replaceAll('\0', '').trim();
  const digits = /^(?:ansi|oem|cp|ms)?[ _-]?(\d{3,5})$/i.exec(plain)?.[1];
  const candidates = [
    digits &&
      (CODE_PAGES[digits] ??
        (digits.startsWith('8859') ? `iso-8859-${digits.slice(4)}` : `windows-${digits}`)),
    plain,
  ];
  for (const label of candidates) {
    if (!label) continue;
    try {
      const { encoding } = new TextDecoder(label);
      return encoding === 'gbk' ? 'gb18030' : encoding;
    } catch {
      // Not that one.
    }
  }
  return undefined;
}

/** Decodes a cell padded with blanks; null when there is nothing in it. @throws Refusal BAD_USER_INPUT */
export function cellDecoder(encoding: string): (cell: Buffer) => string | null {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (cell) => {
    // Programs cut text to the width of its column, if need be amid a character: up to three bytes are left of it.
    for (let cut = 0; cut <= Math.min(3, cell.length); cut++)
      try {
        const text = decoder.decode(cell.subarray(0, cell.length - cut));
        return text.replaceAll('\0', '').trim() || null;
      } catch {
        // Shorter, then.
      }
    throw new Refusal('BAD_USER_INPUT', 'importEncodingWrong', { encoding: encoding.toUpperCase() });
  };
}

function withoutCutEnd(cell: Buffer): Buffer {
  let end = cell.length;
  // Back over what may be the start of a character: a lead byte and up to two that follow it.
  while (end > 0 && cell.length - end < 3 && (cell[end - 1]! & 0xc0) === 0x80) end--;
  return end > 0 && cell[end - 1]! >= 0xc0 && !isUtf8(cell.subarray(end - 1))
    ? cell.subarray(0, end - 1)
    : cell;
}
