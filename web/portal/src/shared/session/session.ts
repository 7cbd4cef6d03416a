import { useQuery } from '@tanstack/react-query';
import { getSession, signOut, type Session } from '@tongban/server/src/kernel/identity/contract.ts';
import { plainApi, queryClient } from '../api.ts';
import { withOfflineCopy } from '../offline-copy.ts';

const key = ['identity.get-session'];

/** A natural person signed in to the portal, and for whom they act now. */
export interface Account {
  id: string;
  name: string;
  /** The name of whom they act for, or their own. */
  displayName: string;
  session: Session;
}

function accountOf(session: Session | null | undefined): Account | undefined {
  // Officers work in the workbench; here they are visitors.
  if (!session || session.account.kind !== 'person') return undefined;
  return {
    id: session.account.id, name: session.account.name, displayName: session.actingFor?.name ?? session.account.name, session,
  };
}

/** Who is signed in; `loading` until the first answer. */
export function useSession(): { account: Account | undefined; loading: boolean } {
  const { data, isPending } = useQuery({
    queryKey: key,
    queryFn: () => withOfflineCopy('session', async () => (await plainApi.call(getSession, {})).session),
    staleTime: 60_000,
  });
  return { account: accountOf(data), loading: isPending };
}

/** Who is signed in as far as this page knows. */
export function knownAccount(): Account | undefined {
  return accountOf(queryClient.getQueryData<Session | null>(key));
}

/** Takes over a new session; what was fetched for another person or another part is forgotten and, where shown, asked anew. */
export function enterSession(session: Session): void {
  const before = knownAccount();
  queryClient.setQueryData<Session | null>(key, session);
  const sameView = before?.id === session.account.id && (before.session.actingFor?.id ?? null) === (session.actingFor?.id ?? null);
  if (sameView) return;
  void queryClient.resetQueries({ predicate: (query) => query.queryKey[0] !== key[0] && query.meta?.['public'] !== true });
}

/** Everything personal kept on this device; a session that merely ended keeps it, signing out does not. */
function forgetPrivateData(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith('tongban.private.')) localStorage.removeItem(name);
}

/** Ends the session here and on the server, and leaves nothing personal on the device. */
export async function leaveSession(): Promise<void> {
  await plainApi.call(signOut, {});
  forgetPrivateData();
  queryClient.clear();
  queryClient.setQueryData<Session | null>(key, null);
}

/** Asks again who is signed in, e.g. after a mandate was accepted or a company registered. */
export async function refreshSession(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: key });
}
