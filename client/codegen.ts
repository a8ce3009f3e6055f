import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents from the `.graphql` files beside the features, checked against the server's own schema. */
const config: CodegenConfig = {
  schema: '../schema/schema.graphql',
  documents: ['src/**/*.graphql'],
  ignoreNoDocuments: true,
  emitLegacyCommonJSImports: false,
  generates: {
    'src/graphql/generated/': {
      preset: 'client',
      // Documents are imported one by one, so that a screen carries only its own (no `graphql()` map).
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { DateTime: 'string', GeoJSON: 'GeoJSON.Geometry', ID: 'string' },
      },
    },
  },
};

export default config;
