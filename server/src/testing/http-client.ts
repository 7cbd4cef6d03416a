import { ApiError, createClient, type ApiClient } from '@tongban/api-client';
import type { Problem } from '@tongban/contract-kit';
import { uploadFile, type StoredFile } from '../kernel/files/contract.ts';

const sessionCookie = /tb_session=([^;]+)/;

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
