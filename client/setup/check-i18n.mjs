// Compares the catalogues with each other and with the code: missing and unused keys, differing parameters. Exit 1 on any.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../src');
const languages = ['zh-CN', 'en'];

/** Nested catalogue → Map of dotted key (plural suffix dropped) → texts. */
function flatten(node, prefix = '', keys = new Map()) {
  for (const [name, value] of Object.entries(node)) {
    const key = prefix + name;
    if (typeof value === 'object') flatten(value, `${key}.`, keys);
    else {
      const base = key.replace(/_(zero|one|two|few|many|other)$/, '');
      keys.set(base, [...(keys.get(base) ?? []), value]);
    }
  }
  return keys;
}

const parametersOf = (text) => new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name));
const catalogues = languages.map((language) =>
  flatten(JSON.parse(readFileSync(join(source, `i18n/${language}.json`), 'utf8'))),
);

const code = readdirSync(source, { recursive: true })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('generated') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(source, name), 'utf8'))
  .join('\n');
// Every dotted or plain literal may be a key (some are chosen by a condition); a template's fixed start covers what begins so.
const literals = new Set([...code.matchAll(/['"`]([\w-]+(?:\.[\w-]+)*)['"`]/g)].map(([, key]) => key));
const called = [...code.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => key);
const prefixes = [...code.matchAll(/\bt\(\s*`([\w.]+)\$\{/g)].map(([, prefix]) => prefix);

const problems = [];
const [first, second] = catalogues;
for (const key of new Set([...first.keys(), ...second.keys()])) {
  catalogues.forEach((keys, index) => keys.has(key) || problems.push(`${languages[index]}: missing ${key}`));
  const [a, b] = catalogues.map((keys) => [
    ...new Set((keys.get(key) ?? []).flatMap((text) => [...parametersOf(text)])),
  ]);
  // `count` chooses the plural form and need not be shown.
  const shown = (names) =>
    names
      .filter((name) => name !== 'count')
      .sort()
      .join(',');
  if (first.has(key) && second.has(key) && shown(a) !== shown(b))
    problems.push(`parameters differ: ${key} (${a} / ${b})`);
  if (!literals.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)))
    problems.push(`unused: ${key}`);
}
for (const key of called) if (!first.has(key)) problems.push(`not in the catalogues: ${key}`);
for (const prefix of prefixes) {
  if (![...first.keys()].some((key) => key.startsWith(prefix))) problems.push(`no key begins with ${prefix}`);
}
problems.forEach((problem) => console.error(problem));
console.log(`${first.size} texts in ${languages.length} languages, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
