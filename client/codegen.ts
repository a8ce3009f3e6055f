import type { CodegenConfig } from '@graphql-codegen/cli';

/** Features that only the desk has and that load when they are asked for. */
const travelFeatures =
  'src/features/{reach-places,nearest-units,explain-reach,cover-board,try-changes,propose-sites}/*.graphql';

/** Features of the boundary studio, a screen of its own. */
const studioFeatures =
  'src/features/{edit-grids,weigh-grids,manage-plans,review-plans,compare-plans,grid-history,assign-grids,crosswalk,draw-for-me,print-atlas}/*.graphql';

const typed = {
  preset: 'client',
  // Documents are imported one by one (no `graphql()` map).
  presetConfig: { fragmentMasking: false },
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    strictScalars: true,
    scalars: {
      DateTime: 'string',
      GeoJSON: 'GeoJSON.Geometry',
      ID: 'string',
      NumberList: 'readonly number[]',
      PlanEditBody: 'unknown',
    },
  },
} as const;

/**
 * Typed documents from the `.graphql` files beside the features, checked against the server's own schema. One file of
 * them is one chunk, however few a screen imports: what the wall has no use for is a file of its own.
 */
const config: CodegenConfig = {
  schema: '../schema/schema.graphql',
  ignoreNoDocuments: true,
  emitLegacyCommonJSImports: false,
  generates: {
    'src/graphql/generated/': {
      ...typed,
      documents: ['src/**/*.graphql', `!${travelFeatures}`, `!${studioFeatures}`],
    },
    'src/graphql/generated/travel/': { ...typed, documents: [travelFeatures] },
    'src/graphql/generated/studio/': { ...typed, documents: [studioFeatures] },
  },
};

export default config;
