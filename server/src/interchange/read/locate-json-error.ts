const WORDS = ['true', 'false', 'null'].map((word) => Buffer.from(word));
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/;

/**
 * Where a text stops being JSON (RFC 8259), or null when it is. Node's own parser names no place for many errors.
 * @param bytes UTF-8 without byte order mark
 * @returns offset of the first byte that cannot stand there; the length when the text ends too early
 */
export function locateJsonError(bytes: Buffer): number | null {
  /** What is open: arrays as `]`, objects as `}`. */
  const open: number[] = [];
  let at = 0;
  let expect: 'value' | 'value or ]' | 'key' | 'key or }' | 'after' = 'value';
  for (;;) {
    while (bytes[at] === 32 || bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 9) at++;
    const byte = bytes[at];
    if (expect === 'after') {
      const closer = open.at(-1);
      if (closer === undefined) return byte === undefined ? null : at;
      if (byte === closer) {
        open.pop();
        at++;
      } else if (byte === COMMA) {
        at++;
        expect = closer === CLOSE_OBJECT ? 'key' : 'value';
      } else return at;
      continue;
    }
    if ((expect === 'value or ]' || expect === 'key or }') && byte === open.at(-1)) {
      open.pop();
      at++;
      expect = 'after';
      continue;
    }
    if (expect === 'key' || expect === 'key or }') {
      const end = byte === QUOTE ? endOfString(bytes, at) : -1;
      if (end < 0) return byte === QUOTE ? ~end : at;
      at = end;
      while (bytes[at] === 32 || bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 9) at++;
      if (bytes[at] !== COLON) return at;
      at++;
      expect = 'value';
      continue;
    }
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      open.push(byte === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY);
      expect = byte === OPEN_OBJECT ? 'key or }' : 'value or ]';
      at++;
      continue;
    }
    const end = byte === QUOTE ? endOfString(bytes, at) : endOfWord(bytes, at);
    if (end < 0) return ~end;
    at = end;
    expect = 'after';
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** @returns the offset behind the string, or the complement of where it goes wrong */
function endOfString(bytes: Buffer, start: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === QUOTE) return at + 1;
    if (byte < 32) return ~at;
    if (byte !== 0x5c) continue;
    const escape = String.fromCharCode(bytes[++at] ?? 0);
    if (escape === 'u') {
      if (!/^[0-9a-fA-F]{4}$/.test(bytes.toString('latin1', at + 1, at + 5))) return ~at;
      at += 4;
    } else if (!'"\\/bfnrt'.includes(escape)) return ~at;
  }
  return ~bytes.length;
}

function endOfWord(bytes: Buffer, start: number): number {
  for (const word of WORDS)
    if (bytes.subarray(start, start + word.length).equals(word)) return start + word.length;
  const number = NUMBER.exec(bytes.toString('latin1', start, start + 400))?.[0];
  return number ? start + number.length : ~start;
}

/** Line and column, from 1, of an offset; columns count characters. */
export function placeOf(bytes: Buffer, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: bytes.toString('utf8', lineStart, offset).length + 1 };
}
