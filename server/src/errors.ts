import { GraphQLError } from 'graphql';
import { render, type Language, type MessageCode, type MessageParameters } from './messages/index.js';

/** The documented list of `extensions.code`; a refusal always carries one. */
export type ErrorCode =
  'BAD_USER_INPUT' | 'NOT_FOUND' | 'CONFLICT' | 'UNKNOWN_KIND' | 'LIMIT_EXCEEDED' | 'UNAVAILABLE';

/** An expected refusal: a code, and words rendered later in the caller's language. */
export class Refusal<C extends MessageCode = MessageCode> extends Error {
  override name = 'Refusal';
  constructor(
    readonly code: ErrorCode,
    readonly messageCode: C,
    readonly parameters: MessageParameters = {},
  ) {
    super(messageCode);
  }
}

/** The refusal behind an error, through the wrapping GraphQL puts around it. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof GraphQLError && error.originalError) return refusalOf(error.originalError);
  return undefined;
}

/** A failure of a command or of start-up in words: a refusal's own, a known system problem's, or the error itself. */
export function describeFailure(error: unknown, language: Language): string {
  if (error instanceof Refusal) return render(error.messageCode, error.parameters, language);
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === '53100' || /No space left/.test(message))
    return render('diskFull', {}, language);
  if (code && UNREACHABLE.has(code))
    return render('databaseUnreachable', { problem: message || code }, language);
  return stack ?? message;
}

// Network errors, and PostgreSQL's: no such database, no such role, wrong password, starting up.
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '3D000',
  '28000',
  '28P01',
  '57P03',
]);
