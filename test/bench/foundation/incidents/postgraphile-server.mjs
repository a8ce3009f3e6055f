// PostGraphile over the view `peer.incident`. Runs under the Node of its own installation: `FOLDER` says where that is.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const load = createRequire(join(process.env.FOLDER, 'package.json'));
const { postgraphile } = load('postgraphile');
const { PostGraphileAmberPreset } = load('postgraphile/presets/amber');
const { makePgService } = load('postgraphile/adaptors/pg');
const { addPgTableCondition } = load('postgraphile/utils');
const { grafserv } = load('postgraphile/grafserv/node');

const bboxCondition = addPgTableCondition(
  { schemaName: 'peer', tableName: 'incident' },
  'bbox',
  ({ graphql: { GraphQLFloat, GraphQLList, GraphQLNonNull } }) => ({
    type: new GraphQLList(new GraphQLNonNull(GraphQLFloat)),
  }),
  (bbox, { sql, sqlTableAlias, sqlValueWithCodec, build }) => {
    const degrees = bbox.map((degree) => sqlValueWithCodec(degree, build.dataplanPg.TYPES.float));
    return sql`${sqlTableAlias}.place && ST_MakeEnvelope(${sql.join(degrees, ', ')}, 4326)`;
  },
);

const server = createServer();
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [bboxCondition],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['peer'] })],
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false },
});
await instance.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), '127.0.0.1');

process.once('SIGTERM', () => process.exit());
