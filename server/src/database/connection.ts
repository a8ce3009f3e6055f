import type { GraphQLResolveInfo } from 'graphql';
import { Refusal } from '../errors.js';
import { asksFor, jsonOf, requestedFields, under, type Selection } from './look-ahead.js';
import { Parameters } from './statement.js';
import type { Session } from './types.js';

const MAX_PAGE = 1000;

export interface Page {
  first: number;
  after?: string | undefined;
}

/** A list as SQL. The order must end in something unique, so that pages neither repeat nor skip under inserts. */
export interface ListSql {
  selection: Selection;
  from: string;
  alias: string;
  where: string[];
  order: { sql: string; type: string; direction: 'ASC' | 'DESC' }[];
}

export interface Connection<Node> {
  edges: { node: Node; cursor: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

/**
 * Answers a whole connection field in one statement that selects only what the query asks for.
 * @param build puts the list together, adding its own parameters
 * @throws Refusal BAD_USER_INPUT for a page size out of range or a cursor that is not ours
 */
export async function readConnection<Node>(
  session: Session,
  info: GraphQLResolveInfo,
  page: Page,
  build: (parameters: Parameters) => ListSql,
): Promise<Connection<Node>> {
  if (!Number.isInteger(page.first) || page.first < 0 || page.first > MAX_PAGE)
    throw new Refusal('BAD_USER_INPUT', 'pageSize', { max: MAX_PAGE });
  const requested = requestedFields(info);
  const connectionType = Object.keys(requested)[0] ?? '';
  const edges = under(requested, connectionType, 'edges');
  const edgeType = Object.keys(edges)[0] ?? '';
  const parameters = new Parameters();
  const list = build(parameters);
  const filtered = [...list.where];
  const total = asksFor(requested, connectionType, 'totalCount')
    ? `(SELECT count(*) FROM ${list.from}${whereClause(filtered)})`
    : '0';
  if (page.after != null) filtered.push(beyond(list.order, page.after, parameters));
  const node = jsonOf(list.selection, list.alias, under(edges, edgeType, 'node'), parameters);
  const keys = `json_build_array(${list.order.map(({ sql }) => `${sql}::text`).join(', ')})`;
  const orderBy = list.order.map(({ sql, direction }) => `${sql} ${direction}`).join(', ');
  const [answer] = await session.query<{ rows: [Node, string[]][]; total: number }>(
    `SELECT coalesce((SELECT json_agg(json_build_array(${node}, ${keys})) FROM (` +
      `SELECT ${list.alias}.* FROM ${list.from}${whereClause(filtered)} ORDER BY ${orderBy} LIMIT ${parameters.add(page.first + 1, 'int')}` +
      `) ${list.alias}), '[]') AS rows, ${total} AS total`,
    parameters.values,
  );
  return toConnection(answer!, page);
}

const whereClause = (conditions: string[]) =>
  conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';

function toConnection<Node>(
  answer: { rows: [Node, string[]][]; total: number },
  page: Page,
): Connection<Node> {
  const hasNextPage = answer.rows.length > page.first;
  const rows = hasNextPage ? answer.rows.slice(0, page.first) : answer.rows;
  // Read only when the query asks for it.
  const edges = rows.map(([node, key]) => ({
    node,
    get cursor() {
      return encodeCursor(key);
    },
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage: page.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: answer.total,
  };
}

/** `(a, b) beyond (x, y)` written out, since directions may differ: a > x OR (a = x AND b > y). */
function beyond(order: ListSql['order'], cursor: string, parameters: Parameters): string {
  const values = decodeCursor(cursor, order.length);
  const places = order.map(({ type }, i) => parameters.add(values[i]!, type));
  if (order.every(({ direction }) => direction === order[0]!.direction))
    return `(${order.map(({ sql }) => sql).join(', ')}) ${order[0]!.direction === 'ASC' ? '>' : '<'} (${places.join(', ')})`;
  const ways = order.map(({ sql, direction }, i) => {
    const equal = order.slice(0, i).map((column, j) => `${column.sql} = ${places[j]}`);
    return [...equal, `${sql} ${direction === 'ASC' ? '>' : '<'} ${places[i]}`].join(' AND ');
  });
  return `((${ways.join(') OR (')}))`;
}

const encodeCursor = (key: string[]) => Buffer.from(JSON.stringify(key)).toString('base64url');

function decodeCursor(cursor: string, length: number): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === length && key.every((value) => typeof value === 'string'))
      return key as string[];
  } catch {
    // not ours
  }
  throw new Refusal('BAD_USER_INPUT', 'cursorUnknown');
}
