import { ApiError, createClient, type ApiClient } from '@tongban/api-client';
import type { Problem } from '@tongban/contract-kit';
import { uploadFile, type StoredFile } from '../kernel/files/contract.ts';

const sessionCookie = /tb_session=([^;]+)/;
const chinese = /\p{Script=Han}/u;

/** Someone at a browser: the typed client of the front-ends over real HTTP, keeping the session it is given. */
export interface Visitor extends ApiClient {
  /** Uploads one file as case material. */
  uploadMaterial(name: string, content: Uint8Array): Promise<StoredFile>;
}

/** Opens a client on a running server; `token` is a session begun elsewhere, and one begun here is kept. */
export function visit(origin: string, token?: string, headers: Readonly<Record<string, string>> = {}): Visitor {
  let held = token;
  const client = createClient({
    baseUrl: origin,
    headers: () => (held === undefined ? { ...headers } : { ...headers, authorization: `Bearer ${held}` }),
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      for (const cookie of response.headers.getSetCookie()) held = sessionCookie.exec(cookie)?.[1] ?? held;
      if (!response.ok) await expectProblem(response.clone());
      return response;
    },
  });
  const uploadMaterial = (name: string, content: Uint8Array): Promise<StoredFile> => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(content)]), name);
    return client.upload(uploadFile, {}, form);
  };
  return { ...client, uploadMaterial };
}

/** Whatever refusal a test meets: a problem document that says in Chinese what is wrong and what to do. @throws Error */
async function expectProblem(response: Response): Promise<void> {
  const text = await response.text();
  const { status, title = '', detail = '' } = JSON.parse(text) as Partial<Problem>;
  const clear = response.headers.get('content-type')?.startsWith('application/problem+json') && status === response.status && chinese.test(title) && chinese.test(detail);
  if (!clear) throw new Error(`${response.status} is no problem document that tells a person what to do: ${text}`);
}

/** The problem document of a call that must be refused. @throws Error when it went through */
export async function refusalOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiError) return error.problem;
    throw error;
  }
  throw new Error('the call was expected to be refused, but it went through');
}
