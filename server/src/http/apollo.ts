import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import type { Execute } from './execution.js';
import { limitsRule, MAX_TOKENS } from './limits.js';

const answersAreNotKept: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => void response.http.headers.set('cache-control', 'no-store'),
  }),
};

/** Apollo Server for HTTP, executing through ours. Its landing page is off: it would load from the internet. */
export async function startApollo(
  schema: GraphQLSchema,
  executeOperation: Execute,
): Promise<ApolloServer<Context>> {
  const gateway: ApolloServerOptionsWithGateway<Context>['gateway'] = {
    load: async () => ({
      executor: (request) =>
        executeOperation({
          document: request.document,
          operationName: request.operationName,
          variables: request.request.variables,
          context: request.context as Context,
        }),
    }),
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: async () => undefined,
  };
  const apollo = new ApolloServer<Context>({
    gateway,
    // Apollo's own cache control would wrap the resolver of every field, a third of the cost of a long list.
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      answersAreNotKept,
    ],
    validationRules: [limitsRule],
    parseOptions: { maxTokens: MAX_TOKENS },
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // Signals are ours to handle: main.ts stops the whole server in order.
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  return apollo;
}
