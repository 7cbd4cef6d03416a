import { createClient, type ApiClient } from '@tongban/api-client';
import { actFor, completeStaffSignIn, listDemoAccounts, signInPerson, signInStaff, type DemoAccount } from '../../kernel/identity/contract.ts';

/** Someone signed in over the public API, with a cookie of their own. */
export interface Participant {
  name: string;
  client: ApiClient;
}

/** The people a journey needs, signed in once each. */
export interface People {
  anyone: ApiClient;
  citizen(accountName: string): Promise<Participant>;
  officer(accountName: string): Promise<Participant>;
}

/** A client that keeps the session cookie, as a browser does. */
function clientWithCookie(baseUrl: string, channel: string): ApiClient {
  let cookie = '';
  return createClient({
    baseUrl, headers: () => ({ 'x-tongban-channel': channel, ...(cookie ? { cookie } : {}) }),
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      const set = response.headers.getSetCookie().find((one) => one.startsWith('tb_session='));
      if (set) cookie = set.split(';')[0] ?? '';
      return response;
    },
  });
}

async function totpOf(anyone: ApiClient, accountName: string): Promise<string> {
  const { items } = await anyone.call(listDemoAccounts, {});
  const code = items.find((account) => account.accountName === accountName)?.totpCode;
  if (!code) throw new Error(`演示账号 ${accountName} 暂时没有可用的动态口令，请稍后重试。`);
  return code;
}

/** Signs the demonstration's people in as they are needed. @throws Error when the server is no demonstration */
export async function meetPeople(baseUrl: string): Promise<People> {
  const anyone = createClient({ baseUrl });
  const { items } = await anyone.call(listDemoAccounts, {});
  if (items.length === 0) throw new Error('该服务器没有演示账号；请用演示数据启动（TONGBAN_DEMO 不设为 0）。');
  const known = new Map<string, Promise<Participant>>();
  const accountOf = (accountName: string): DemoAccount => {
    const account = items.find((one) => one.accountName === accountName);
    if (!account) throw new Error(`没有演示账号 ${accountName}`);
    return account;
  };
  const once = (accountName: string, signIn: () => Promise<Participant>): Promise<Participant> => {
    const participant = known.get(accountName) ?? signIn();
    known.set(accountName, participant);
    return participant;
  };
  return {
    anyone,
    citizen: (accountName) => once(accountName, async () => {
      const { password, name } = accountOf(accountName);
      const client = clientWithCookie(baseUrl, 'mobile');
      await client.call(signInPerson, { body: { account: accountName, password } });
      return { name, client };
    }),
    officer: (accountName) => once(accountName, async () => {
      const { password, name } = accountOf(accountName);
      const client = clientWithCookie(baseUrl, 'window');
      const { challenge } = await client.call(signInStaff, { body: { accountName, password } });
      await client.call(completeStaffSignIn, { body: { challenge, code: await totpOf(anyone, accountName) } });
      return { name, client };
    }),
  };
}

/** Switches the session to act for a principal by its name. @throws Error when there is no mandate */
export async function actAs(participant: Participant, principalName: string | null): Promise<void> {
  const session = await participant.client.call(actFor, { body: { mandateId: null } });
  if (principalName === null) return;
  const choice = session.actingChoices.find(({ name }) => name === principalName);
  if (!choice) throw new Error(`${participant.name}没有代表${principalName}办事的授权`);
  await participant.client.call(actFor, { body: { mandateId: choice.mandateId } });
}
