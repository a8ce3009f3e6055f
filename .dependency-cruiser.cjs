/**
 * Imports run one way. In the client `screens → features → map → graphql, state → ui`, in a room of the server
 * `resolver → service → sql, engine`; the engine imports nothing of ours, and nobody imports tests.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need each other are one file, or miss a third.',
      {},
      { circular: true },
    ),
    forbid(
      'resolvable',
      'The import leads nowhere, or to a package its own package.json does not list.',
      { pathNot: '[.]test[.]tsx?$' },
      { couldNotResolve: true, pathNot: '^@maplebridge/' },
    ),
    forbid(
      'engine-is-pure',
      'The engine runs in Node, in workers and in the browser: no Node built-ins and nothing of ours.',
      { path: '^server/engine/', pathNot: '[.]test[.]ts$' },
      { path: '^(server/src|client|test)/' },
    ),
    forbid(
      'engine-without-node',
      'The engine also runs in the browser.',
      { path: '^server/engine/', pathNot: '[.]test[.]ts$' },
      { dependencyTypes: ['core'] },
    ),
    forbid('server-without-client', 'They meet at the schema.', { path: '^server/' }, { path: '^client/' }),
    forbid(
      'client-without-server',
      'They meet at the schema; of the server only its pure engine runs in the browser.',
      { path: '^client/' },
      { path: '^server/(?!engine/)' },
    ),
    forbid(
      'nobody-imports-tests',
      'What a test needs and a program needs too belongs to the program.',
      { path: '^(server|client)/', pathNot: '[.]test[.]tsx?$' },
      { path: '(^test/|[.]test[.]tsx?$)' },
    ),

    // server: resolver → service → sql, engine
    forbid(
      'resolver-through-service',
      'A resolver parses, calls and maps; statements belong to the service.',
      { path: '[.]resolver[.]ts$' },
      { path: '[.]sql[.]ts$' },
    ),
    forbid(
      'service-without-resolver',
      'A service does not know who asks.',
      { path: '[.](service|sql)[.]ts$' },
      { path: '[.]resolver[.]ts$' },
    ),
    forbid(
      'sql-only-sql',
      'A selection composes with other selections; it calls nobody.',
      { path: '[.]sql[.]ts$' },
      { path: '[.](service|resolver)[.]ts$' },
    ),
    forbid(
      'database-at-the-bottom',
      'The database layer serves every room and knows none.',
      { path: '^server/src/database/' },
      { path: '[.](service|resolver|sql)[.]ts$' },
    ),

    // client: screens → features → map → graphql, state → ui
    ...clientLayers(['screens', 'features', 'map', ['graphql', 'state'], 'ui']),
    forbid(
      'graphql-without-state',
      'What the cache holds came from the server alone.',
      { path: '^client/src/graphql/' },
      { path: '^client/src/(state|ui)/' },
    ),
    forbid(
      'i18n-at-the-bottom',
      'Everybody speaks through it; it knows nobody.',
      { path: '^client/src/i18n/' },
      { path: '^client/src/(?!i18n/)' },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/', '^server/src/database/prisma/'] },
    exclude: { path: ['/dist/', '^client/src/graphql/generated/'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};

function forbid(name, comment, from, to) {
  return { name, severity: 'error', comment, from, to };
}

/** One rule a layer: it may import its own and those after it, never one before. */
function clientLayers(layers) {
  return layers.slice(1).map((layer, i) => {
    const above = layers.slice(0, i + 1).flat();
    const own = [layer].flat();
    return forbid(
      `${own.join('-and-')}-below-${above.at(-1)}`,
      'screens → features → map → graphql, state → ui',
      { path: `^client/src/(${own.join('|')})/` },
      { path: `^client/src/(${above.join('|')})/` },
    );
  });
}
