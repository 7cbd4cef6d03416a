import type { SignedIn } from '../world.ts';

/** Sends JSON and reads the answer; used to prepare, never inside a measurement. @throws Error for anything but success */
export async function call<T>(origin: string, method: string, path: string, account: SignedIn, body?: object): Promise<T> {
  const response = await fetch(origin + path, {
    method, headers: { authorization: `Bearer ${account.token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 800)}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Uploads a file; gives the id of what became of it. */
export async function upload(
  origin: string, account: SignedIn, name: string, content: Uint8Array<ArrayBuffer>, { path, type } = { path: '/api/v1/files', type: 'application/pdf' },
): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([content], { type }), name);
  const response = await fetch(origin + path, { method: 'POST', headers: { authorization: `Bearer ${account.token}` }, body: form });
  if (!response.ok) throw new Error(`upload answered ${response.status}: ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}
