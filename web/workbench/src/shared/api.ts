import { ApiError, createClient } from '@tongban/api-client';
import { createAttention, createInSession, createLive } from '@tongban/api-client/browser';
import type { Problem } from '@tongban/contract-kit';
import { QueryClient } from '@tanstack/react-query';
import { text } from './text.ts';

/** The platform's API on the same origin, as it is: a refusal for want of a session is thrown like any other. */
export const plainApi = createClient({ headers: createAttention() });

/** Changes as they happen. */
export const live = createLive();

/** The API for everything that needs a session: when it has ended, signing in again in place repeats the call. */
export const { api, installSignInGate } = createInSession(plainApi);

/** The problem document of a failure; a fault of our own becomes one that says what to do. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem;
  return { type: 'about:blank', status: 0, kind: 'internal', code: 'workbench.unexpected', traceId: '', ...text.unexpected };
}

const lasting = new Set(['invalid', 'unauthenticated', 'forbidden', 'not-found', 'conflict', 'rule-violated']);

/** Server state of the whole workbench: asks again only where asking again can help. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // An act that waits silently for the network would be done later, behind the officer's back: say so at once.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (count, error) => count < 2 && !lasting.has(problemOf(error).kind),
      refetchOnWindowFocus: true,
    },
  },
});
