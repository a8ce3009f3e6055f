import { localViewer } from '@maplebridge/server/database/index';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../kit/databases.js';
import { readPrismaSchema, type TableColumns } from '../kit/prisma-schema.js';

// Prisma cannot compare by itself: its engine is a download. Partitions are left out, they follow their parent.
const columnsInDatabase = `
  SELECT c.relname AS "table", jsonb_object_agg(a.attname,
      format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND c.relname NOT IN ('_prisma_migrations', 'spatial_ref_sys')
  GROUP BY c.relname`;

const enumsInDatabase = `
  SELECT t.typname AS name, jsonb_agg(e.enumlabel ORDER BY e.enumsortorder) AS labels
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
  WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname`;

describeOnBothDatabases('prisma/schema.prisma', (test) => {
  const promised = readPrismaSchema();

  it('has the tables and columns that the migrations make', async () => {
    const rows = await test.database.read(localViewer, (session) =>
      session.query<{ table: string; columns: TableColumns }>(columnsInDatabase),
    );
    expect(Object.fromEntries(rows.map(({ table, columns }) => [table, columns]))).toEqual(promised.tables);
  });

  it('has the enumerations that the migrations make', async () => {
    const rows = await test.database.read(localViewer, (session) =>
      session.query<{ name: string; labels: string[] }>(enumsInDatabase),
    );
    expect(Object.fromEntries(rows.map(({ name, labels }) => [name, labels]))).toEqual(promised.enums);
  });
});
