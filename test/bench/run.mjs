// `npm run bench -- <name> [args]`: builds what is missing and runs `<name>.bench.mjs`. Prints a table for people, then
// each figure as one line of JSON, which also goes to `results/<name>.jsonl`.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { prepare } from '../../server/setup/prepare.mjs';
import { asJsonLines, asTable } from './report.mjs';

const [name, ...args] = process.argv.slice(2);
const fileOf = (bench) => new URL(`./${bench}.bench.mjs`, import.meta.url);

if (!name || !/^[a-z0-9-]+$/.test(name) || !existsSync(fileOf(name))) {
  await listBenches();
  process.exit(name ? 1 : 0);
}

await prepare();
const { default: run, options = {} } = await import(fileOf(name));
const figures = await run(parseArgs({ args, options, allowPositionals: true }).values);

const lines = asJsonLines(name, figures);
console.log(`\n${asTable(figures)}\n\n${lines}`);
const results = new URL('./results/', import.meta.url);
mkdirSync(results, { recursive: true });
writeFileSync(new URL(`${name}.jsonl`, results), `${lines}\n`);
process.exit(); // a figure taken is a bench done, whatever it left open

async function listBenches() {
  console.error(`${name ? `There is no bench "${name}". ` : ''}npm run bench -- <name> [options]; names:`);
  for (const file of readdirSync(new URL('.', import.meta.url)).sort()) {
    if (!file.endsWith('.bench.mjs')) continue;
    const { description, options = {} } = await import(new URL(file, import.meta.url));
    const flags = Object.keys(options).map((option) => ` [--${option}]`);
    console.error(`  ${file.slice(0, -'.bench.mjs'.length)}${flags.join('')}: ${description}`);
  }
}
