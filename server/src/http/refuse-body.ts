import type { ErrorRequestHandler } from 'express';
import { pickLanguage, render } from '../messages/index.js';

/** A body that is too large or no JSON is refused as everything else is: with a code and words, not with a page. */
export const refuseBody: ErrorRequestHandler = (
  error: { status?: number; limit?: number },
  request,
  response,
  next,
) => {
  const { status = 500, limit } = error;
  if (response.headersSent || status >= 500) return next(error);
  const language = pickLanguage(request.headers['accept-language']);
  const [code, message] =
    status === 413
      ? ([
          'LIMIT_EXCEEDED',
          render('bodyTooLarge', { kilobytes: Math.round((limit ?? 0) / 1024) }, language),
        ] as const)
      : (['BAD_USER_INPUT', render('bodyMalformed', {}, language)] as const);
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
};
