import { randomUUID } from 'node:crypto';
import {
  execute,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { ArgumentValidationError } from 'type-graphql';
import type { Context } from '../context.js';
import { refusalOf } from '../errors.js';
import { render, type Language } from '../messages/index.js';

export interface Operation {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
  context: Context;
}

export type Execute = (operation: Operation) => Promise<ExecutionResult>;

/** Executes operations over the schema, each document compiled once, errors put in the caller's words. */
export function executionOver(schema: GraphQLSchema): Execute {
  const compiled = new WeakMap<DocumentNode, Map<string, CompiledQuery | null>>();

  function compile(document: DocumentNode, operationName: string): CompiledQuery | null {
    const byName = compiled.get(document) ?? new Map<string, CompiledQuery | null>();
    compiled.set(document, byName);
    let query = byName.get(operationName);
    if (query === undefined) {
      const result = compileQuery(schema, document, operationName || undefined);
      query = isCompiledQuery(result) ? result : null;
      byName.set(operationName, query);
    }
    return query;
  }

  return async ({ document, operationName, variables, context }) => {
    // graphql-jit's own coercion overlooks defaults of non-null input fields, so values come to it complete.
    const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
    const { coerced, errors } = getVariableValues(schema, definitions, variables ?? {});
    if (errors) return { errors: errors.map(asBadInput) };
    const query = compile(document, operationName ?? '');
    const result = await (query
      ? query.query({}, context, coerced)
      : execute({ schema, document, contextValue: context, variableValues: variables, operationName }));
    return presented(result as ExecutionResult, context.language);
  };
}

const asBadInput = ({ message, nodes }: GraphQLError) =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });

/** The same result with its errors fit to be shown. */
export function presented(result: ExecutionResult, language: Language): ExecutionResult {
  if (!result.errors) return result;
  return { ...result, errors: result.errors.map((error) => present(error, language)) };
}

/** A refusal in the caller's language; a surprise goes to the log under a reference, and only that is shown. */
export function present(error: GraphQLError, language: Language): GraphQLError {
  const { nodes, path, originalError } = error;
  const refusal = refusalOf(error);
  if (refusal)
    return new GraphQLError(render(refusal.messageCode, refusal.parameters, language), {
      nodes,
      path,
      // Which setting it is about, for a form to say it at the field.
      extensions: {
        code: refusal.code,
        ...(refusal.parameters.setting && { field: refusal.parameters.setting }),
      },
    });
  const invalid = error instanceof ArgumentValidationError ? error : originalError;
  if (invalid instanceof ArgumentValidationError)
    return new GraphQLError(render('inputInvalid', { problems: problemsOf(invalid) }, language), {
      nodes,
      path,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  if (!originalError || originalError instanceof GraphQLError) return error;
  return surprise(originalError, language, { nodes, path });
}

function surprise(
  error: Error,
  language: Language,
  where: Pick<GraphQLError, 'nodes' | 'path'>,
): GraphQLError {
  const reference = randomUUID().slice(0, 8);
  console.error(`[${new Date().toISOString()}] ${reference}`, error);
  const { code } = error as { code?: string };
  const full = code === '53100' || /No space left|ENOSPC/.test(error.message);
  return new GraphQLError(render(full ? 'diskFull' : 'unexpected', { reference }, language), {
    ...where,
    extensions: { code: full ? 'UNAVAILABLE' : 'INTERNAL_SERVER_ERROR' },
  });
}

function problemsOf(error: ArgumentValidationError): string {
  return error.extensions.validationErrors
    .map(({ property, constraints }) => `${property}: ${Object.values(constraints ?? {}).join(', ')}`)
    .join('; ');
}
