import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Router } from 'express';
import { pickLanguage, render } from '../messages/index.js';
import { parseTile } from '../tiles/tile-grid.js';
import type { ReachEngine } from './reach-engine.js';
import { REACH_ZOOM } from './worker/draw-tile.js';

const compress = promisify(gzip);

/** `/tiles/reach/{z}/{x}/{y}.mvt?view=…`: the streets of an answer, coloured by what it says. */
export function reachTilesRouter(reach: ReachEngine): Router {
  const router = Router();
  router.get('/:z/:x/:y.mvt', async (request, response) => {
    const { z, x, y } = request.params;
    const tile = parseTile(z, x, y);
    const { view } = request.query;
    const isKnown =
      tile && tile.z >= REACH_ZOOM.least && tile.z <= REACH_ZOOM.most && typeof view === 'string';
    const bytes = isKnown ? await (await reach.world()).ask('tile', { view, ...tile }) : null;
    if (!bytes) {
      response.status(404).type('text/plain');
      return void response.send(
        render('viewUnknown', {}, pickLanguage(request.headers['accept-language'])) + '\n',
      );
    }
    // A view never changes: another answer is another view.
    response.setHeader('Cache-Control', 'private, max-age=3600, immutable');
    response.setHeader('Vary', 'Accept-Encoding');
    if (bytes.byteLength === 0) return void response.status(204).end();
    response.type('application/vnd.mapbox-vector-tile');
    if (!request.acceptsEncodings(['gzip'])) return void response.end(bytes);
    response.setHeader('Content-Encoding', 'gzip');
    response.end(await compress(bytes));
  });
  return router;
}
