import { Router, type Request } from 'express';
import { localViewer, type Database } from '../database/index.js';
import { refusalOf } from '../errors.js';
import { csvDocument } from '../http/csv.js';
import { pickLanguage, render, type Language } from '../messages/index.js';
import { listCrosswalk, type CrosswalkInput } from './crosswalk.service.js';

/** `/exports/crosswalk.csv?at=&from=&to=&lang=`: the crosswalk as a table for a spreadsheet. */
export function crosswalkRouter(database: Database): Router {
  const router = Router();
  router.get('/crosswalk.csv', async (request, response) => {
    const language = languageOf(request);
    response.setHeader('Vary', 'Accept-Language');
    response.setHeader('Cache-Control', 'no-store');
    const input = inputOf(request);
    if (!input) {
      response
        .status(400)
        .type('text/plain')
        .send(`${render('exportParameters', {}, language)}\n`);
      return;
    }
    try {
      const body = await crosswalkCsv(database, input, language);
      const name = encodeURIComponent(render('crosswalkFile', {}, language));
      response.setHeader(
        'Content-Disposition',
        `attachment; filename="crosswalk.csv"; filename*=UTF-8''${name}.csv`,
      );
      response.type('text/csv').send(body);
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      const message = render(refusal.messageCode, refusal.parameters, language);
      response.status(400).type('text/plain').send(`${message}\n`);
    }
  });
  return router;
}

async function crosswalkCsv(database: Database, input: CrosswalkInput, language: Language): Promise<string> {
  const rows = await listCrosswalk({ database, viewer: localViewer }, input);
  const percent = (share: number) => Number((100 * share).toFixed(2));
  return csvDocument([
    render('crosswalkHeadings', {}, language).split('|'),
    ...rows.map(
      ({ policeGrid, socialGrid, areaSquareMetres, shareOfPolice, shareOfSocial, households, incidents }) => [
        policeGrid.code,
        policeGrid.name,
        socialGrid.code,
        socialGrid.name,
        Math.round(areaSquareMetres),
        percent(shareOfPolice),
        percent(shareOfSocial),
        households,
        incidents,
      ],
    ),
  ]);
}

function languageOf({ query, headers }: Request): Language {
  return pickLanguage(typeof query.lang === 'string' ? query.lang : headers['accept-language']);
}

/** @returns undefined when an instant is malformed */
function inputOf({ query }: Request): CrosswalkInput | undefined {
  const input: CrosswalkInput = {};
  for (const name of ['at', 'from', 'to'] as const) {
    const text = query[name];
    if (text === undefined || text === '') continue;
    const instant = new Date(typeof text === 'string' ? text : NaN);
    if (Number.isNaN(instant.getTime())) return undefined;
    input[name] = instant;
  }
  return input;
}
