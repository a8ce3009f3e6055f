import type { RequestHandler } from 'express';

/** Nothing from outside, no inline scripts; inline style attributes are what the map sets on its own elements. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.setHeader('Content-Security-Policy', POLICY);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  next();
};

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const LOOPBACK_NAME = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** On a loopback address only loopback names are answered, so that a web page elsewhere can't rebind its name to us. */
export function acceptsHost(listeningOn: string, hostHeader: string | undefined): boolean {
  return !LOOPBACK.has(listeningOn) || LOOPBACK_NAME.test(hostHeader ?? '');
}

export const hostCheck =
  (listeningOn: string): RequestHandler =>
  (request, response, next) => {
    if (acceptsHost(listeningOn, request.headers.host)) next();
    else response.status(421).type('text/plain').send('Misdirected request: ask for localhost.\n');
  };

/** Browsers send Origin when opening a WebSocket; it must be our own. Programs send none. */
export function acceptsOrigin(origin: string | undefined, hostHeader: string | undefined): boolean {
  if (!origin) return true;
  try {
    return new URL(origin).host === hostHeader;
  } catch {
    return false;
  }
}
