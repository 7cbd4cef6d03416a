import { useQuery } from '@tanstack/react-query';
import { getSession, signOut, type Session } from '@tongban/server/src/kernel/identity/contract.ts';
import { createContext, useContext } from 'react';
import { plainApi, queryClient } from '../api.ts';
import { privatePrefix } from '../private-prefix.ts';
import { closeAllWorkTabs } from '../work-tabs.ts';

const key = ['identity.get-session'];

/** Who is signed in; undefined for visitors and for citizens, who have the portal. */
export function staffSession(session: Session | null | undefined): Session | undefined {
  return session?.account.kind === 'staff' ? session : undefined;
}

/** The signed-in officer's session; `loading` until the first answer. */
export function useSessionState(): { session: Session | undefined; loading: boolean; failure: unknown; retry: () => void } {
  const { data, isPending, error, refetch } = useQuery({
    queryKey: key, staleTime: 60_000, queryFn: async () => (await plainApi.call(getSession, {})).session,
  });
  return { session: staffSession(data), loading: isPending, failure: error, retry: () => { void refetch(); } };
}

/** Who is signed in as far as this page knows. */
export function knownSession(): Session | undefined {
  return staffSession(queryClient.getQueryData<Session | null>(key));
}

/** Takes over a new session and forgets what was fetched for another officer. */
export function enterSession(session: Session): void {
  const before = knownSession();
  queryClient.setQueryData<Session | null>(key, session);
  if (before?.account.id === session.account.id) return;
  if (before) closeAllWorkTabs();
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== key[0] });
}

/** Ends the session here and on the server, and leaves nothing personal in this browser. */
export async function leaveSession(): Promise<void> {
  await plainApi.call(signOut, {}).catch(() => undefined);
  for (const store of [sessionStorage, localStorage]) {
    for (const name of Object.keys(store)) if (name.startsWith(privatePrefix)) store.removeItem(name);
  }
  closeAllWorkTabs();
  queryClient.clear();
  queryClient.setQueryData<Session | null>(key, null);
}

const SessionContext = createContext<Session | undefined>(undefined);

/** Gives the session to everything inside the shell. */
export const SessionProvider = SessionContext.Provider;

/** The session inside the shell. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new TypeError('pages live inside the shell, which has a session');
  return session;
}

/** Whether the server gave this session any of the permissions; it decides what is offered, not what is allowed. */
export function useHolds(...permissions: readonly string[]): boolean {
  const { permissions: held } = useSession();
  return permissions.some((permission) => held.includes(permission));
}
