import type { TerritoryPartition } from '../../database/prisma/enums.js';

interface Pattern {
  before: string;
  width: number;
  after: string;
}

/**
 * Names for new grids after the pattern of most of their siblings: 文昌社区第03网格 is followed by 文昌社区第04网格.
 * A number is the code's own where no sibling has it, else the next one free.
 * @param siblings names of the grids of the same parent
 * @param codeNumbers the numbers in the new codes
 */
export function nextNames(
  siblings: readonly string[],
  parentName: string,
  partition: TerritoryPartition,
  codeNumbers: readonly number[],
): string[] {
  const { before, width, after } = commonPattern(siblings) ?? {
    before: partition === 'SOCIAL' ? `${parentName}第` : parentName,
    width: 2,
    after: partition === 'SOCIAL' ? '网格' : '警格',
  };
  const used = new Set(
    siblings
      .filter((name) => name.startsWith(before) && name.endsWith(after))
      .map((name) => name.slice(before.length, name.length - after.length))
      .filter((middle) => /^\d+$/.test(middle))
      .map(Number),
  );
  return codeNumbers.map((wanted) => {
    const number = used.has(wanted) ? Math.max(...used) + 1 : wanted;
    used.add(number);
    return before + String(number).padStart(width, '0') + after;
  });
}

/** What most names have around their last number, if at least half of them share it. */
function commonPattern(names: readonly string[]): Pattern | null {
  const found = new Map<string, { pattern: Pattern; count: number }>();
  for (const name of names) {
    const [, before, number, after] = /^(.*?)(\d+)(\D*)$/.exec(name) ?? [];
    if (number === undefined || before + after! === '') continue;
    const key = `${before} ${after}`;
    const entry = found.get(key) ?? { pattern: { before: before!, width: 0, after: after! }, count: 0 };
    entry.count++;
    entry.pattern.width = Math.max(entry.pattern.width, number.length);
    found.set(key, entry);
  }
  const [most] = [...found.values()].sort((a, b) => b.count - a.count);
  return most && most.count * 2 >= names.length ? most.pattern : null;
}
