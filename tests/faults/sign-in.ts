import { ApiError, createClient, type ApiClient } from '@tongban/api-client';
import { completeStaffSignIn, listDemoAccounts, signInPerson, signInStaff, type Session } from '../../server/src/kernel/identity/contract.ts';

/** Somebody of the demonstration city with a session of their own. */
export interface Participant {
  readonly name: string;
  readonly kind: 'staff' | 'person';
  readonly permissions: readonly string[];
  /** Department of an officer. */
  readonly organizationId: string | undefined;
  readonly client: ApiClient;
}

/** Signs in every demonstration account that can be, officers with their one-time code. */
export async function signInEverybody(baseUrl: string): Promise<Participant[]> {
  const { items } = await createClient({ baseUrl }).call(listDemoAccounts, {});
  return await Promise.all(items.map(async ({ kind, name, ...account }) => {
    const client = createSessionClient(baseUrl);
    const { permissions, account: { organization } } = kind === 'person'
      ? await client.call(signInPerson, { body: { account: account.accountName, password: account.password } })
      : await signInOfficer(client, account);
    return { name, kind, permissions, organizationId: organization?.id, client };
  }));
}

async function signInOfficer(client: ApiClient, account: { accountName: string; password: string; totpCode: string | null }): Promise<Session> {
  const { challenge } = await client.call(signInStaff, { body: { accountName: account.accountName, password: account.password } });
  return await client.call(completeStaffSignIn, { body: { challenge, code: account.totpCode ?? '' } });
}

/** A client that keeps its session cookie, as a browser would. */
function createSessionClient(baseUrl: string): ApiClient {
  let cookie = '';
  const keepCookie: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) [cookie = ''] = set.split(';');
    return response;
  };
  return createClient({ baseUrl, fetch: keepCookie, headers: (): Record<string, string> => (cookie === '' ? {} : { cookie }) });
}

/** True when the server was not there, or went away before it answered: what it did is unknown. */
export function isInterrupted(error: unknown): boolean {
  if (error instanceof ApiError) return error.problem.code === 'client.offline' || error.problem.code === 'client.bad-answer' || error.problem.kind === 'unavailable';
  // An answer that was cut off while it was read.
  return error instanceof TypeError || error instanceof SyntaxError;
}
