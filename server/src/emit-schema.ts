import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { projectRoot } from './environment.js';
import { buildGraphQLSchema } from './graphql.js';

/** Writes `schema/schema.graphql`; with `--check` compares instead and fails when they differ. */
const file = join(projectRoot, 'schema', 'schema.graphql');
const text = `# Emitted from the server's code. Do not edit.\n\n${printSchema(lexicographicSortSchema(buildGraphQLSchema()))}\n`;

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('schema/schema.graphql is not what the code says. Run: node server/dist/emit-schema.js');
  process.exitCode = 1;
}
