import { GraphQLError, Kind, type ASTVisitor, type SelectionSetNode, type ValidationContext } from 'graphql';

const MAX_DEPTH = 16;
const MAX_FIELDS = 500;
const MAX_ROOT_FIELDS = 20;
export const MAX_TOKENS = 4000;

/** Refuses operations that ask for too much at once. Introspection stays within these limits as tools write it. */
export function limitsRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const size = { fields: 0, depth: 0 };
      measure(context, operation.selectionSet, 1, size, new Set());
      const roots = operation.selectionSet.selections.length;
      const problem =
        roots > MAX_ROOT_FIELDS
          ? `${roots} root fields, at most ${MAX_ROOT_FIELDS}`
          : size.depth > MAX_DEPTH
            ? `depth ${size.depth}, at most ${MAX_DEPTH}`
            : size.fields > MAX_FIELDS
              ? `more than ${MAX_FIELDS} fields`
              : undefined;
      if (problem)
        context.reportError(
          new GraphQLError(`查询过于复杂 / The query is too complex: ${problem}.`, {
            nodes: operation,
            extensions: { code: 'LIMIT_EXCEEDED' },
          }),
        );
    },
  };
}

function measure(
  context: ValidationContext,
  set: SelectionSetNode,
  depth: number,
  size: { fields: number; depth: number },
  within: Set<string>,
): void {
  size.depth = Math.max(size.depth, depth);
  for (const selection of set.selections) {
    if (size.fields > MAX_FIELDS) return;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = context.getFragment(selection.name.value);
      if (fragment && !within.has(fragment.name.value))
        measure(context, fragment.selectionSet, depth, size, new Set(within).add(fragment.name.value));
    } else {
      if (selection.kind === Kind.FIELD) size.fields += 1;
      const below = selection.kind === Kind.FIELD ? depth + 1 : depth;
      if (selection.selectionSet) measure(context, selection.selectionSet, below, size, within);
    }
  }
}
