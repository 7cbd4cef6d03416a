import type { TestServer } from '@tongban/testkit';

/** What a request got back. */
export interface Answer {
  status: number;
  // Tests look into bodies by path; each expectation names what it expects.
  body: Record<string, unknown>;
  /** Session token of a Set-Cookie, if one came. */
  token: string | undefined;
}

/** Sends JSON to the application under test and reads what comes back. */
export async function send(server: TestServer, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await server.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  const token = answer.cookies.find(({ name }) => name === 'tb_session')?.value;
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json(), token };
}

/** Delivers queued SMS through the simulator and gives the text last sent to a number. */
export async function lastSms(server: TestServer, mobile: string): Promise<string> {
  const { deliverMessages } = await import('../../messaging/deliver/deliver-messages.ts');
  const { simulatedAddressIndex } = await import('../../messaging/channels/stored-simulator.ts');
  const { systemActor } = await import('../../access/index.ts');
  const { systemContext } = await import('../../context.ts');
  const ctx = systemContext(server.kernel, systemActor('test'), 'test');
  while (await deliverMessages(ctx, 'sms') > 0);
  const { rows: [last] } = await server.database.db.pool.query<{ text: string }>('select text from messaging.simulated_message where address_index = $1 order by id desc limit 1', [simulatedAddressIndex(server.kernel, mobile)]);
  return last?.text ?? '';
}

/** The six digits of the verification code last sent to a number. */
export async function lastCode(server: TestServer, mobile: string): Promise<string> {
  return /\d{6}/.exec(await lastSms(server, mobile))?.[0] ?? '';
}
