import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from './prisma/client.js';
import { fromText } from './text-format.js';
import type { Parameter, Session } from './types.js';

type Parsers = Record<number, ((text: string) => unknown) | undefined>;

const current = new AsyncLocalStorage<Session>();

/**
 * What the adapter takes for PGlite: whichever session is current, on either database. Prisma's own transactions
 * become part of ours, which alone commits or rolls back.
 */
const sessionClient = {
  async query(sql: string, values: Parameter[], { parsers = {} }: { parsers?: Parsers }) {
    const { fields, rows, affectedRows } = await currentSession().raw(sql, values);
    const parse = (text: string | null, type: number) =>
      text === null ? null : parsers[type] ? parsers[type](text) : fromText(type, text);
    return {
      fields,
      affectedRows,
      rows: rows.map((row) => row.map((text, i) => parse(text, fields[i]!.dataTypeID))),
    };
  },
  transaction: <T>(work: (transaction: unknown) => Promise<T>) =>
    work({ ...sessionClient, rollback: () => undefined }),
};

function currentSession(): Session {
  const session = current.getStore();
  if (!session) throw new Error('Prisma is used within prismaOn only.');
  return session;
}

let client: PrismaClient | undefined;

/** Plain writes through Prisma within an open transaction, seen by the same viewer and counted like any statement. */
export function prismaOn<T>(session: Session, work: (prisma: PrismaClient) => Promise<T>): Promise<T> {
  client ??= new PrismaClient({ adapter: new PrismaPGlite(sessionClient as never) });
  return current.run(session, () => work(client!));
}
