// Compares the catalogues with each other and with the code: missing and unused keys, differing parameters; and looks at
// the texts as a typesetter would. Exit 1 on any.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../src');
const languages = ['zh-CN', 'en'];

/** The plural forms a language counts with: a text that counts has them all. */
const pluralForms = { 'zh-CN': ['other'], en: ['one', 'other'] };

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

/** Texts that show both scripts on purpose. */
const bilingual = new Set(['catalogue.text.sample']);

/** What a typesetter would mark: punctuation and characters of the other language, dots for an ellipsis, stray spaces. */
function faultsOf(language, text) {
  const han = '\\p{Script=Han}';
  // A parameter may stand for either: what is beside it is judged by its other side alone.
  const bare = text.replace(/\{\{\s*\w+\s*\}\}/g, '');
  const rules = {
    'zh-CN': {
      'half-width punctuation at a Chinese character': new RegExp(
        `${han}\\s*[,;:!?()"]|[,;:!?()"]\\s*${han}`,
        'u',
      ),
      'half-width full stop at a Chinese character': new RegExp(`${han}[.](?![\\w])`, 'u'),
      'space at Chinese punctuation': /[，。；：！？、（）《》“”]\s|\s[，。；：！？、（）《》“”]/u,
    },
    en: {
      'Chinese characters': new RegExp(han, 'u'),
      'full-width punctuation': /[，。；：！？、（）《》]/u,
    },
  }[language];
  const all = {
    ...rules,
    'three dots instead of …': /[.]{3}/,
    'space at the edge': /^\s|\s$/,
    'two spaces': / {2}/,
  };
  return Object.entries(all)
    .filter(([fault, pattern]) => pattern.test(fault.includes('space') || language === 'en' ? text : bare))
    .map(([fault]) => fault);
}

const parametersOf = (text) => new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name));
const filesOf = (language) =>
  readdirSync(join(source, 'i18n', language))
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(source, 'i18n', language, name), 'utf8'))]);
const catalogues = languages.map((language) =>
  filesOf(language).reduce((keys, [, catalogue]) => flatten(catalogue, '', keys), new Map()),
);

/** Every key of a catalogue, dotted, with its plural suffix. */
function listKeys(node, prefix = '', keys = new Set()) {
  for (const [name, value] of Object.entries(node))
    if (typeof value === 'object') listKeys(value, `${prefix}${name}.`, keys);
    else keys.add(prefix + name);
  return keys;
}

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
catalogues.forEach((keys, index) => {
  for (const [key, texts] of [...keys].filter(([key]) => !bilingual.has(key)))
    for (const text of texts)
      for (const fault of faultsOf(languages[index], text))
        problems.push(`${languages[index]}: ${fault}: ${key} (${text})`);
});
for (const language of languages) {
  const owners = new Map();
  for (const [name, catalogue] of filesOf(language)) {
    for (const top of Object.keys(catalogue)) {
      // The files are merged into one: of two with the same top-level key, one would be lost.
      if (owners.has(top)) problems.push(`${language}: ${top} is both in ${owners.get(top)} and in ${name}`);
      owners.set(top, name);
    }
    const keys = listKeys(catalogue);
    for (const key of keys) {
      const [, base] = /^(.*)_(?:zero|one|two|few|many|other)$/.exec(key) ?? [];
      for (const form of base ? pluralForms[language] : [])
        if (!keys.has(`${base}_${form}`)) problems.push(`${language}: missing ${base}_${form}`);
    }
  }
}
problems.forEach((problem) => console.error(problem));
console.log(`${first.size} texts in ${languages.length} languages, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
