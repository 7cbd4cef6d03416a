import { ApiError, createClient, type ApiClient } from '@tongban/api-client';
import { createAttention, createLive } from '@tongban/api-client/browser';
import type { Problem } from '@tongban/contract-kit';
import { QueryClient } from '@tanstack/react-query';
import { text } from './text.ts';

/** The platform's API on the same origin, as it is: a refusal for want of a session is thrown like any other. */
export const plainApi = createClient({ headers: createAttention() });

/** Changes as they happen. */
export const live = createLive();

/** Asks the officer to sign in again where they are; true once they did. */
export type SignInGate = () => Promise<boolean>;
let gate: SignInGate | undefined;

/** Puts the way to sign in again in place; returns how to take it away. */
export function installSignInGate(next: SignInGate): () => void {
  gate = next;
  return () => { if (gate === next) gate = undefined; };
}

async function withSession<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem.kind !== 'unauthenticated' || !gate) throw error;
    if (!await gate()) throw error;
    return attempt();
  }
}

/** The API for everything that needs a session: when it has ended, signing in again in place repeats the call. */
export const api: ApiClient = {
  call: (operation, input, options) => withSession(() => plainApi.call(operation, input, options)),
  upload: (operation, input, form, options) => withSession(() => plainApi.upload(operation, input, form, options)),
  download: (operation, input) => withSession(() => plainApi.download(operation, input)),
  url: (operation, input) => plainApi.url(operation, input),
};

/** The problem document of a failure; a fault of our own becomes one that says what to do. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem;
  return { type: 'about:blank', status: 0, kind: 'internal', code: 'workbench.unexpected', traceId: '', ...text.unexpected };
}

const lasting = new Set(['invalid', 'unauthenticated', 'forbidden', 'not-found', 'conflict', 'rule-violated']);

/** Server state of the whole workbench: asks again only where asking again can help. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 2 && !lasting.has(problemOf(error).kind),
      refetchOnWindowFocus: true,
    },
  },
});
