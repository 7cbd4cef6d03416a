import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '@tongban/contract-kit';
import { AppError, type ErrorKind } from '../errors/index.ts';
import { fail } from '../errors/kernel-errors.ts';
import { InputError } from './validation.ts';

/** The one mapping from error kinds to HTTP status. */
const statusOf: Record<ErrorKind, number> = {
  'invalid': 400, 'unauthenticated': 401, 'forbidden': 403, 'not-found': 404, 'conflict': 409,
  'rule-violated': 422, 'rate-limited': 429, 'unavailable': 503, 'internal': 500,
};

/** Answers with problem+json (RFC 9457); an unknown error is logged once and shown as an opaque 500. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = toAppError(error) ?? forgedCursor(error, request);
  const problem = known ? toProblem(known, request.id) : opaque(request.id);
  if (!known) request.log.error({ err: error, traceId: request.id, url: request.url }, 'unexpected error');
  const retryAfter = known?.params['retryAfter'];
  if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
  return reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (error instanceof InputError) return fail('kernel.invalid-input', { count: error.issues.length }, { issues: error.issues });
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, statusCode, validation } = error as { code?: unknown; statusCode?: unknown; validation?: unknown };
  if (validation instanceof InputError) return toAppError(validation);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413) return fail('kernel.body-too-large');
  if (isDatabaseAway(error)) return fail('kernel.unavailable', {}, { cause: error });
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return fail('kernel.malformed-request', {}, { cause: error });
  return undefined;
}

// The database is away, ending, or out of connections: worth a retry, not a defect.
const unavailableCodes = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '53300', '40001', '40P01', '57014', '55P03']);
// The driver's own words, without a code, for a connection that broke under a query.
const brokenConnection = /^Connection terminated|^Client has encountered a connection error/;

function isDatabaseAway(error: object): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (typeof code === 'string' && unavailableCodes.has(code)) || (typeof message === 'string' && brokenConnection.test(message));
}

/** A cursor is ours to make: values in it that PostgreSQL cannot read (SQLSTATE class 22) were made up by somebody. */
function forgedCursor(error: unknown, { query }: FastifyRequest): AppError | undefined {
  const paged = typeof query === 'object' && query !== null && 'cursor' in query;
  const unreadable = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22');
  return paged && unreadable ? fail('kernel.bad-cursor', {}, { cause: error }) : undefined;
}

function toProblem(error: AppError, traceId: string): Problem {
  return {
    type: `urn:tongban:error:${error.code}`, status: statusOf[error.kind], kind: error.kind, code: error.code, title: error.title,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    ...(error.issues === undefined ? {} : { issues: error.issues }),
    ...(Object.keys(error.params).length === 0 ? {} : { params: error.params }),
    traceId,
  };
}

function opaque(traceId: string): Problem {
  return {
    type: 'urn:tongban:error:kernel.internal', status: 500, kind: 'internal', code: 'kernel.internal',
    title: '系统出现意外错误', detail: `请稍后重试；如仍有问题，请联系管理员并提供编号 ${traceId}。`, traceId,
  };
}
