import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import sirv from 'sirv';
import { plansRouter } from './boundary-plans/export/plans.router.js';
import { BoundaryClock } from './boundary-plans/publish/take-effect.js';
import { PlanDesk } from './boundary-plans/worker/plan-desk.js';
import type { Context } from './context.js';
import { crosswalkRouter } from './crosswalk/crosswalk.router.js';
import { localViewer, type Database } from './database/index.js';
import { DistrictingJobs } from './districting/districting-jobs.js';
import { projectRoot } from './environment.js';
import { Refusal } from './errors.js';
import { Pulse } from './events/pulse.js';
import { buildGraphQLSchema } from './graphql.js';
import { startApollo } from './http/apollo.js';
import { executionOver } from './http/execution.js';
import { refuseBody } from './http/refuse-body.js';
import { hostCheck, securityHeaders } from './http/security.js';
import { serveSubscriptions } from './http/subscriptions.js';
import { pickLanguage, render, type Language } from './messages/index.js';
import { ReachEngine } from './reach/reach-engine.js';
import { reachTilesRouter } from './reach/reach-tiles.router.js';
import { SitingJobs } from './siting/siting-jobs.js';
import { tilesRouter } from './tiles/tiles.router.js';

export interface ServerOptions {
  database: Database;
  host?: string;
  /** 0: any free port. */
  port?: number;
  simulated?: boolean;
}

export interface RunningServer {
  url: string;
  port: number;
  close(): Promise<void>;
}

const BODY_LIMIT = '1mb';

/** Serves the client, the API and the tiles over a migrated database. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { database, host = '127.0.0.1', port = 0, simulated = false } = options;
  const pulse = new Pulse(database);
  const reach = new ReachEngine(database);
  const siting = new SitingJobs();
  const districting = new DistrictingJobs();
  const plans = new PlanDesk(database);
  const boundaryClock = new BoundaryClock(database);
  const contextFor = (language: Language, signal?: AbortSignal): Context => ({
    database,
    viewer: localViewer,
    language,
    pulse,
    reach,
    siting,
    districting,
    plans,
    boundaryClock,
    simulated,
    ...(signal ? { signal } : {}),
  });
  const schema = buildGraphQLSchema();
  const apollo = await startApollo(schema, executionOver(schema));

  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(hostCheck(host), securityHeaders);
  app.get('/healthz', (_request, response) => void response.type('text/plain').send('ok\n'));
  app.get('/readyz', async (_request, response) => {
    const ready = await database
      .read(localViewer, (session) => session.query('SELECT 1'))
      .then(
        () => true,
        () => false,
      );
    response
      .status(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready\n' : 'database unavailable\n');
  });
  app.use(
    '/graphql',
    express.json({ limit: BODY_LIMIT }),
    expressMiddleware(apollo, {
      context: async ({ req, res }) =>
        contextFor(pickLanguage(req.headers['accept-language']), abortedWhenClosed(res)),
    }),
  );
  app.use('/graphql', refuseBody);
  app.use('/plans', plansRouter(contextFor));
  app.use('/tiles/reach', reachTilesRouter(reach));
  app.use('/tiles', tilesRouter(database));
  app.use('/exports', crosswalkRouter(database));
  serveClient(app);

  const server = createServer(app);
  const closeSubscriptions = serveSubscriptions(server, schema, host, contextFor);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenProblem(error, host, port)));
    server.listen(port, host, resolve);
  });
  boundaryClock.wake();
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    url: `http://${host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${bound}`,
    async close() {
      await closeSubscriptions();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await apollo.stop();
      siting.close();
      districting.close();
      await boundaryClock.close();
      await plans.close();
      await reach.close();
    },
  };
}

/** Aborts when the connection ends before the answer was sent: nobody waits for it any more. */
function abortedWhenClosed(response: express.Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

function listenProblem(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') return new Refusal('CONFLICT', 'portInUse', { port });
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'EACCES' || error.code === 'ENOTFOUND')
    return new Refusal('UNAVAILABLE', 'hostUnavailable', { host: `${host}:${port}` });
  return error;
}

function serveClient(app: express.Express): void {
  const folder = join(projectRoot, 'client', 'dist');
  if (!existsSync(folder)) {
    app.get('/', (_request, response) => void response.status(503).type('text/plain').send(clientMissing()));
    return;
  }
  app.use(
    sirv(folder, {
      single: true,
      gzip: true,
      brotli: true,
      etag: true,
      setHeaders(response, pathname) {
        // Built assets carry their content's hash in the name.
        const immutable = pathname.startsWith('/assets/');
        response.setHeader('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
}

const clientMissing = () => `${render('clientMissing', {}, 'zh-CN')}\n${render('clientMissing', {}, 'en')}\n`;
