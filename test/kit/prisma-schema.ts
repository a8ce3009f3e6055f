import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.js';

/** Columns of a table by name, each as PostgreSQL writes its type, with ` not null` after it where it holds. */
export type TableColumns = Record<string, string>;

const scalarTypes: Record<string, string> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Float: 'double precision',
  Boolean: 'boolean',
  DateTime: 'timestamp(3) without time zone',
  Json: 'jsonb',
  Bytes: 'bytea',
};

const nativeTypes: Record<string, string> = {
  Uuid: 'uuid',
  Date: 'date',
  SmallInt: 'smallint',
  Real: 'real',
  'Timestamptz(3)': 'timestamp(3) with time zone',
};

/** Tables and enumerations that `prisma/schema.prisma` promises, by their names in the database. */
export function readPrismaSchema(): {
  tables: Record<string, TableColumns>;
  enums: Record<string, string[]>;
} {
  const text = readFileSync(join(root, 'prisma', 'schema.prisma'), 'utf8').replace(/\/\/.*$/gm, '');
  const blocks = [...text.matchAll(/^(model|enum) (\w+) \{\n([^]*?)^\}/gm)].map(([, keyword, name, body]) => {
    const lines = body!.split('\n').map((line) => line.trim());
    return {
      keyword,
      name: name!,
      databaseName: /@@map\("(\w+)"\)/.exec(body!)?.[1] ?? name!,
      lines: lines.filter((line) => line && !line.startsWith('@@')),
    };
  });
  const models = blocks.filter(({ keyword }) => keyword === 'model');
  const enums = blocks.filter(({ keyword }) => keyword === 'enum');
  const modelNames = new Set(models.map(({ name }) => name));
  const typeNames = {
    ...scalarTypes,
    ...Object.fromEntries(enums.map((entry) => [entry.name, entry.databaseName])),
  };
  return {
    tables: Object.fromEntries(
      models.map(({ databaseName, lines }) => [databaseName, columnsOf(lines, typeNames, modelNames)]),
    ),
    enums: Object.fromEntries(enums.map(({ databaseName, lines }) => [databaseName, lines])),
  };
}

function columnsOf(
  lines: string[],
  typeNames: Record<string, string>,
  modelNames: Set<string>,
): TableColumns {
  const columns: TableColumns = {};
  for (const line of lines) {
    const [, field, unsupported, plain, modifier] =
      /^(\w+)\s+(?:Unsupported\("(.+?)"\)|(\w+))(\?|\[\])?/.exec(line) ?? [];
    if (!field) throw new Error(`Not a field: ${line}`);
    if (plain && modelNames.has(plain)) continue; // a relation, no column
    const native = /@db\.(\w+(?:\([^)]*\))?)/.exec(line)?.[1];
    const type = unsupported?.replaceAll(', ', ',') ?? (native ? nativeTypes[native] : typeNames[plain!]);
    if (!type) throw new Error(`A type this reader does not know: ${line}`);
    const name = /@map\("(\w+)"\)/.exec(line)?.[1] ?? field;
    columns[name] = type + (modifier === '[]' ? '[]' : '') + (modifier === '?' ? '' : ' not null');
  }
  return columns;
}
