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
  const size = parameters.add(page.first, 'int');
  // Keys cost as much as small rows: unless each edge shows its cursor, only the page's ends get theirs.
  const hasEveryKey = asksFor(edges, edgeType, 'cursor');
  const keys = hasEveryKey
    ? `coalesce(json_agg(${keyOf(list, (sql) => sql)}), '[]')`
    : `json_build_array(${['1', `least(count(*), ${size})::int`].map((place) => keyOf(list, (sql) => `(array_agg(${sql}))[${place}]`)).join(', ')})`;
  const orderBy = list.order.map(({ sql, direction }) => `${sql} ${direction}`).join(', ');
  const [answer] = await session.query<Answer<Node>>(
    `SELECT page.nodes, page.keys, ${total} AS total FROM (SELECT coalesce(json_agg(${node}), '[]') AS nodes, ${keys} AS keys FROM (` +
      `SELECT ${list.alias}.* FROM ${list.from}${whereClause(filtered)} ORDER BY ${orderBy} LIMIT ${size} + 1` +
      `) ${list.alias}) page`,
    parameters.values,
  );
  return toConnection(answer!, page, hasEveryKey);
}

interface Answer<Node> {
  /** One more than the page when there is a next one. */
  nodes: Node[];
  /** Of every node, or of the page's first and last. */
  keys: string[][];
  total: number;
}

const whereClause = (conditions: string[]) =>
  conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';

const keyOf = ({ order }: ListSql, valueOf: (sql: string) => string) =>
  `json_build_array(${order.map(({ sql }) => `${valueOf(sql)}::text`).join(', ')})`;

function toConnection<Node>(answer: Answer<Node>, page: Page, hasEveryKey: boolean): Connection<Node> {
  const { keys, total } = answer;
  const nodes = answer.nodes.slice(0, page.first);
  const cursorAt = (place: number) => (nodes.length > 0 ? encodeCursor(keys[place]!) : null);
  return {
    edges: nodes.map((node, i) => ({ node, cursor: hasEveryKey ? encodeCursor(keys[i]!) : '' })),
    pageInfo: {
      hasNextPage: answer.nodes.length > page.first,
      hasPreviousPage: page.after != null,
      startCursor: cursorAt(0),
      endCursor: cursorAt(hasEveryKey ? nodes.length - 1 : 1),
    },
    totalCount: total,
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
