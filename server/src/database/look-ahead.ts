import type { GraphQLResolveInfo } from 'graphql';
import { parseResolveInfo, type ResolveTree } from 'graphql-parse-resolve-info';
import type { Parameters } from './statement.js';

export type Arguments = Record<string, unknown>;

/** How a GraphQL object type reads from SQL. `alias` is the row's alias in the statement. */
export interface Selection {
  /** GraphQL type names whose fields this covers: the type and the interfaces it implements. */
  types: string[];
  fields: Record<string, FieldSql | Relation>;
}

export type FieldSql = (alias: string, parameters: Parameters, args: Arguments) => string;

/** A field that is one other record, or null. */
export interface Relation {
  selection: () => Selection;
  /** `FROM … WHERE …` that finds the record; `child` is the alias to give it. */
  from: (parent: string, child: string, parameters: Parameters) => string;
}

/** Requested fields by response name, as the query asks for them. */
export type Requested = ResolveTree['fieldsByTypeName'];

/** What a query asks of the field being resolved. */
export function requestedFields(info: GraphQLResolveInfo): Requested {
  return (parseResolveInfo(info) as ResolveTree).fieldsByTypeName;
}

/** What a query asks of `child` under the requested fields of `typeName`, over all its aliases. */
export function under(requested: Requested, typeName: string, child: string): Requested {
  return mergeTrees(Object.values(requested[typeName] ?? {}).filter((tree) => tree.name === child));
}

export function asksFor(requested: Requested, typeName: string, child: string): boolean {
  return Object.values(requested[typeName] ?? {}).some((tree) => tree.name === child);
}

/** Which key a field's value has in the row: fields with arguments may stand twice and go by `@alias`. */
export function rowKey(tree: { name: string; alias: string; args: Arguments }): string {
  return Object.keys(tree.args).length > 0 ? `@${tree.alias}` : tree.name;
}

/** The SQL expression that builds one JSON object with just the requested fields. */
export function jsonOf(
  selection: Selection,
  alias: string,
  requested: Requested,
  parameters: Parameters,
): string {
  const byKey = new Map<string, ResolveTree[]>();
  for (const type of selection.types)
    for (const tree of Object.values(requested[type] ?? {})) {
      const key = rowKey(tree);
      byKey.set(key, [...(byKey.get(key) ?? []), tree]);
    }
  const pairs: string[] = [];
  for (const [key, trees] of byKey) {
    const sql = fieldSql(selection, alias, trees, parameters);
    if (sql !== undefined) pairs.push(`'${key.replace(/'/g, "''")}', ${sql}`);
  }
  // A function takes at most 100 arguments.
  const parts: string[] = [];
  for (let i = 0; i < pairs.length; i += 50)
    parts.push(`jsonb_build_object(${pairs.slice(i, i + 50).join(', ')})`);
  if (parts.length > 1) return `(${parts.join(' || ')})`;
  return `json_build_object(${pairs.join(', ')})`;
}

function fieldSql(selection: Selection, alias: string, trees: ResolveTree[], parameters: Parameters) {
  const { name, args } = trees[0]!;
  const field = selection.fields[name];
  if (field === undefined) return undefined; // resolved elsewhere, not a column
  if (typeof field === 'function') return field(alias, parameters, args);
  // Aliases come from the path, so that equal questions have equal texts and share a prepared statement.
  const child = `${alias}_${name.toLowerCase()}`.slice(0, 60);
  return `(SELECT ${jsonOf(field.selection(), child, mergeTrees(trees), parameters)} ${field.from(alias, child, parameters)} LIMIT 1)`;
}

function mergeTrees(trees: ResolveTree[]): Requested {
  if (trees.length === 1) return trees[0]!.fieldsByTypeName;
  const merged: Requested = {};
  for (const tree of trees)
    for (const [type, fields] of Object.entries(tree.fieldsByTypeName))
      for (const [alias, field] of Object.entries(fields)) {
        const target = (merged[type] ??= {});
        const there = target[alias];
        target[alias] = there ? { ...there, fieldsByTypeName: mergeTrees([there, field]) } : field;
      }
  return merged;
}

/** The value of a field that takes arguments, in a row made by `jsonOf`. */
export function valueOf<T>(row: object, info: GraphQLResolveInfo): T {
  const values = row as Record<string, T>;
  return values[`@${info.path.key}`] ?? (values[info.fieldName] as T);
}
