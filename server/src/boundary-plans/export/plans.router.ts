import { Router, type Request } from 'express';
import type { Context } from '../../context.js';
import { refusalOf } from '../../errors.js';
import { pickLanguage, render, type Language } from '../../messages/index.js';
import { exportPlan, formats, type ExportFormat } from './export-plan.js';

/** `/plans/{id}/export.geojson`, `.zip` (a shapefile) and `.csv` (who answers for each grid), in the words of `lang`. */
export function plansRouter(contextFor: (language: Language) => Context): Router {
  const router = Router();
  router.get('/:id/:file', async (request, response) => {
    const language = languageOf(request);
    const format = formats.find((one) => request.params.file === `export.${one}`);
    response.setHeader('Vary', 'Accept-Language');
    response.setHeader('Cache-Control', 'no-store');
    try {
      if (!format) return notFound();
      const { name, type, body } = await exportPlan(contextFor(language), request.params.id, format);
      response.setHeader('Content-Disposition', attachment(name, format));
      response.type(type).send(body);
    } catch (error) {
      if (!refusalOf(error)) throw error;
      notFound();
    }

    function notFound(): void {
      response
        .status(404)
        .type('text/plain')
        .send(`${render('planExportMissing', {}, language)}\n`);
    }
  });
  return router;
}

/** A name that no file system trips over, and the real one for those who read RFC 5987. */
function attachment(name: string, format: ExportFormat): string {
  const safe = name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 120);
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase(),
  );
  return `attachment; filename="plan.${format}"; filename*=UTF-8''${encoded}.${format}`;
}

function languageOf({ query, headers }: Request): Language {
  return pickLanguage(typeof query.lang === 'string' ? query.lang : headers['accept-language']);
}
