import type { Server } from 'node:http';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Context } from '../context.js';
import { pickLanguage, type Language } from '../messages/index.js';
import { present, presented } from './execution.js';
import { limitsRule } from './limits.js';
import { acceptsHost, acceptsOrigin } from './security.js';
import { specifiedRules, validate, type DocumentNode } from 'graphql';

const MAX_MESSAGE_BYTES = 1 << 20;

/** GraphQL over WebSocket on `/graphql` (graphql-transport-ws). @returns closes every connection */
export function serveSubscriptions(
  server: Server,
  schema: GraphQLSchema,
  host: string,
  contextFor: (language: Language) => Context,
): () => Promise<void> {
  const sockets = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: MAX_MESSAGE_BYTES,
    verifyClient: ({ req }: { req: { headers: Record<string, string | string[] | undefined> } }) =>
      acceptsHost(host, req.headers.host as string | undefined) &&
      acceptsOrigin(req.headers.origin as string | undefined, req.headers.host as string | undefined),
  });
  const languageOf = (
    parameters: Readonly<Record<string, unknown>> | undefined,
    header: string | undefined,
  ) => pickLanguage(typeof parameters?.language === 'string' ? parameters.language : header);
  const disposable = useServer(
    {
      schema,
      context: (ctx) =>
        contextFor(languageOf(ctx.connectionParams, ctx.extra.request.headers['accept-language'])),
      validate: (inSchema, document: DocumentNode) =>
        validate(inSchema, document, [...specifiedRules, limitsRule]),
      onNext: (_ctx, _id, _payload, args, result) =>
        presented(result as never, (args.contextValue as Context).language) as never,
      onError: (ctx, _id, _payload, errors) => {
        const language = languageOf(ctx.connectionParams, ctx.extra.request.headers['accept-language']);
        return errors.map((error) =>
          error instanceof GraphQLError ? present(error, language) : error,
        ) as GraphQLError[];
      },
    },
    sockets,
  );
  return async () => {
    for (const socket of sockets.clients) socket.close(1001, 'server stopping');
    await disposable.dispose();
  };
}
