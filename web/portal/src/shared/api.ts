import { ApiError, createClient } from '@tongban/api-client';
import { createAttention, createInSession, createLive } from '@tongban/api-client/browser';
import type { Problem } from '@tongban/contract-kit';
import { QueryClient } from '@tanstack/react-query';

/** A screen that is touched and no wider, or no higher, than a phone's: what is sent from it counts as sent by phone. */
const phone = '(pointer: coarse) and (max-width: 540px), (pointer: coarse) and (max-height: 540px)';
const attention = createAttention();

/** The platform's API on the same origin, as it is: a refusal for want of a session is thrown like any other. */
export const plainApi = createClient({ headers: () => ({ ...attention(), 'x-tongban-channel': globalThis.matchMedia?.(phone).matches ? 'mobile' : 'portal' }) });

/** Changes as they happen. */
export const live = createLive();

/** The API for everything that needs a session: when it has ended, signing in again in place repeats the call. */
export const { api, withSession, installSignInGate } = createInSession(plainApi);

/** The problem document of a failure; a fault of our own becomes one that says what to do. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem;
  return {
    type: 'about:blank', status: 0, kind: 'internal', code: 'portal.unexpected', title: '页面出现异常',
    detail: '请刷新页面后重试；您填写的内容已保存在本机。', traceId: '',
  };
}

/** The first message for each field of a refused form, by its dotted path without the leading `body.`. */
export function issuesByPath(problem: Problem | undefined): Record<string, string> {
  const found: Record<string, string> = {};
  for (const issue of problem?.issues ?? []) found[issue.path.replace(/^\/?body[./]?/, '').replaceAll('/', '.')] ??= issue.message;
  return found;
}

const lasting = new Set(['invalid', 'unauthenticated', 'forbidden', 'not-found', 'conflict', 'rule-violated']);

/** Server state of the whole portal: asks again only where asking again can help. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // Never wait silently for a network: say so, or answer from what is kept on the device.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      retry: (count, error) => count < 2 && !lasting.has(problemOf(error).kind),
      refetchOnWindowFocus: false,
    },
  },
});
