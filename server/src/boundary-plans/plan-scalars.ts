import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';

/** Numbers side by side, without the cost of checking each. Output only. */
export const NumberListScalar = new GraphQLScalarType<ArrayLike<number>, number[]>({
  name: 'NumberList',
  description: 'A JSON array of numbers.',
  serialize: (value) => (Array.isArray(value) ? value : Array.from(value as ArrayLike<number>)),
});

/** What one edit does; checked field by field by the service. */
export const PlanEditBodyScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'PlanEditBody',
  description:
    '`{ label, changes: [edit of the tiling | { kind: "describe", grid, name?, gridKind?, parentId?, households?, borders? }] }`; places are [longitude, latitude] in whole steps of 1e-7°.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => literal(node, variables ?? {}),
});

function literal(node: ValueNode, variables: Record<string, unknown>): unknown {
  switch (node.kind) {
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.LIST:
      return node.values.map((value) => literal(value, variables));
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map(({ name, value }) => [name.value, literal(value, variables)]),
      );
    case Kind.VARIABLE:
      return variables[node.name.value];
    case Kind.NULL:
      return null;
    default:
      return node.value;
  }
}
