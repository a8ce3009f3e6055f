/** How codes of new grids are made: what stands before the number, and how many digits it has. */
export interface CodeScheme {
  prefix: (parentCode: string) => string;
  digits: number;
}

const SCHEME = /^([^{]*)\{parent(?::(\d+))?\}([^{#]*)(?:(#+)|\{seq:(\d+)\})$/;

/** Reads `{parent}###`: the parent's code, or with `{parent:10}` its first ten characters, and a number of three digits. */
export function readScheme(text: string): CodeScheme {
  const [, before, length, between, marks, digits] = SCHEME.exec(text) ?? [];
  if (before === undefined) throw new Error(`Not a scheme of codes: ${text}`);
  return {
    prefix: (parent) => before + (length ? parent.slice(0, Number(length)) : parent) + between,
    digits: marks ? marks.length : Number(digits),
  };
}

/**
 * The next numbers after the highest ever used; 0 is left for an undivided community.
 * @param used codes that begin with the prefix, whoever has them
 * @returns null when the digits don't suffice
 */
export function nextCodes(
  { digits }: CodeScheme,
  prefix: string,
  used: readonly string[],
  count: number,
): string[] | null {
  const numbers = used
    .map((code) => code.slice(prefix.length))
    .filter((rest) => rest.length === digits && /^\d+$/.test(rest))
    .map(Number);
  const first = Math.max(0, ...numbers) + 1;
  if (first + count > 10 ** digits) return null;
  return Array.from({ length: count }, (_, i) => prefix + String(first + i).padStart(digits, '0'));
}
