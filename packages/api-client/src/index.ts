import type { InputOf, Operation, Problem, ResponseOf } from '@tongban/contract-kit';

export { createKey } from './create-key.ts';

/** A refused or failed call; `problem` is the server's problem document, or one of our own when nothing answered. */
export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiError';
    this.problem = problem;
  }
}

export interface CallOptions {
  /** The same key makes a repeated call answer with the first result; use one per user intention. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

export interface ClientOptions {
  /** Origin of the server, empty in a browser on the same origin. */
  baseUrl?: string;
  fetch?: typeof fetch;
  /** Extra headers of each request, e.g. a session of a command-line client. */
  headers?: () => Record<string, string>;
  /** Called when the session has ended, before the error is thrown. */
  onUnauthenticated?: (problem: Problem) => void;
}

export interface ApiClient {
  /** Calls a JSON operation and gives its typed answer. @throws ApiError */
  call<O extends Operation>(operation: O, input: InputOf<O>, options?: CallOptions): Promise<ResponseOf<O>>;
  /** Uploads form data to a multipart operation. @throws ApiError */
  upload<O extends Operation>(operation: O, input: InputOf<O>, form: FormData, options?: CallOptions): Promise<ResponseOf<O>>;
  /** Fetches a binary operation. @throws ApiError */
  download<O extends Operation>(operation: O, input: InputOf<O>): Promise<Blob>;
  /** The address of an operation, for links and images. */
  url<O extends Operation>(operation: O, input: InputOf<O>): string;
}

interface Parts { params?: unknown; query?: unknown; body?: unknown }

function entriesOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function addressOf(baseUrl: string, operation: Operation, input: Parts): string {
  const params = entriesOf(input.params);
  const path = operation.path.replace(/:([A-Za-z]+)/g, (_all, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(entriesOf(input.query))) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return baseUrl + path + (text ? `?${text}` : '');
}

function clientProblem(code: string, title: string, detail: string): Problem {
  return { type: 'about:blank', status: 0, kind: 'unavailable', code, title, detail, traceId: '' };
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const body: unknown = await response.json();
    if (typeof body === 'object' && body !== null && 'code' in body && 'kind' in body) return body as Problem;
  } catch { /* not JSON: an intermediary answered */ }
  return { ...clientProblem('client.bad-answer', '服务暂时无法处理您的请求', '请稍后重试；您填写的内容已保留。'), status: response.status };
}

/** The JSON answer; its shape is the server's promise, kept by the schema it serialises with. */
async function answerOf<T>(response: Response): Promise<T> {
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Makes a client for the platform's API; front-ends and the journeys use the same one. */
export function createClient(options: ClientOptions = {}): ApiClient {
  const baseUrl = options.baseUrl ?? '';
  const send = options.fetch ?? fetch;

  async function request(operation: Operation, input: Parts, init: { body?: NonNullable<RequestInit['body']>; type?: string }, call: CallOptions): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json', 'x-tongban-client': '1', ...options.headers?.() };
    if (init.type) headers['content-type'] = init.type;
    if (call.idempotencyKey) headers['idempotency-key'] = call.idempotencyKey;
    let response: Response;
    try {
      response = await send(addressOf(baseUrl, operation, input), {
        method: operation.method, headers, credentials: 'same-origin',
        ...(init.body === undefined ? {} : { body: init.body }),
        ...(call.signal ? { signal: call.signal } : {}),
      });
    } catch (cause) {
      if (call.signal?.aborted) throw cause;
      throw new ApiError(clientProblem('client.offline', '网络连接不上', '请检查网络后重试；您填写的内容已保存在本机。'));
    }
    if (response.ok) return response;
    const problem = await problemOf(response);
    if (problem.kind === 'unauthenticated') options.onUnauthenticated?.(problem);
    throw new ApiError(problem);
  }

  return {
    async call(operation, input, call = {}) {
      const parts: Parts = input;
      const init = parts.body === undefined ? {} : { body: JSON.stringify(parts.body), type: 'application/json' };
      const response = await request(operation, parts, init, call);
      return answerOf(response);
    },
    async upload(operation, input, form, call = {}) {
      const response = await request(operation, input, { body: form }, call);
      return answerOf(response);
    },
    async download(operation, input) {
      const { body }: Parts = input;
      return (await request(operation, input, body === undefined ? {} : { body: JSON.stringify(body), type: 'application/json' }, {})).blob();
    },
    url(operation, input) {
      return addressOf(baseUrl, operation, input);
    },
  };
}
