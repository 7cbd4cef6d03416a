import { type Static, type TObject, type TSchema } from 'typebox';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One HTTP operation of the public API, declared once and used by the server (validation, permission),
 * the OpenAPI document and the typed client.
 */
export interface Operation<
  P extends TObject | undefined = TObject | undefined,
  Q extends TObject | undefined = TObject | undefined,
  B extends TSchema | undefined = TSchema | undefined,
  R extends TSchema | undefined = TSchema | undefined,
> {
  /** `module.verb-noun`, unique; the OpenAPI operationId. */
  readonly id: string;
  readonly method: HttpMethod;
  /** Fastify path below the origin, e.g. `/api/v1/items/:itemId`. */
  readonly path: string;
  /** What the operation does, one Chinese line. */
  readonly summary: string;
  /** A permission code (`catalog.item.edit`), `signed-in` for any account, or `public`. */
  readonly permission: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Absent for binary answers and 204. */
  readonly response?: R;
  /** 200 unless told. */
  readonly status?: 200 | 201 | 204;
  /** `multipart` takes files (fields named in the summary); `binary` answers with a file, `events` with a stream of them. */
  readonly bodyKind?: 'json' | 'multipart';
  readonly responseKind?: 'json' | 'binary' | 'events';
  /** Replays with the same `Idempotency-Key` header answer with the first result. */
  readonly idempotent?: boolean;
  /** Largest JSON body in bytes; 256 KiB unless told. */
  readonly bodyLimit?: number;
}

/** Declares an operation; the types of its parts are kept for the client and the handler. */
export function defineOperation<
  P extends TObject | undefined = undefined,
  Q extends TObject | undefined = undefined,
  B extends TSchema | undefined = undefined,
  R extends TSchema | undefined = undefined,
>(operation: Operation<P, Q, B, R>): Operation<P, Q, B, R> {
  return operation;
}

type Part<T> = T extends TSchema ? Static<T> : undefined;

export type ParamsOf<O> = O extends Operation<infer P, infer _Q, infer _B, infer _R> ? Part<P> : never;
export type QueryOf<O> = O extends Operation<infer _P, infer Q, infer _B, infer _R> ? Part<Q> : never;
export type BodyOf<O> = O extends Operation<infer _P, infer _Q, infer B, infer _R> ? Part<B> : never;
export type ResponseOf<O> = O extends Operation<infer _P, infer _Q, infer _B, infer R> ? Part<R> : never;

/** What a handler or client call passes: only the parts that the operation declares. */
export type InputOf<O> = (ParamsOf<O> extends undefined ? object : { params: ParamsOf<O> })
  & (QueryOf<O> extends undefined ? object : { query: QueryOf<O> })
  & (BodyOf<O> extends undefined ? object : { body: BodyOf<O> });
