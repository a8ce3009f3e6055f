// Stands in for the package that generated code names (see `paths` in tsconfig.json): urql carries the same type.
export type { TypedDocumentNode } from 'urql';
