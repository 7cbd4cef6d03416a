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
  const { deliverSms } = await import('../../messaging/actions/deliver-sms.ts');
  const { smsChannelOf } = await import('../../messaging/sms/channel-of.ts');
  const { simulatedMobileIndex } = await import('../../messaging/sms/stored-simulator.ts');
  const { systemActor } = await import('../../access/index.ts');
  const { systemContext } = await import('../../context.ts');
  const ctx = systemContext(server.kernel, systemActor('test'), 'test');
  const { pool } = server.database.db;
  const { rows: queued } = await pool.query<{ id: string }>(`select id from messaging.message where channel = 'sms' and state = 'queued' order by id`);
  for (const { id } of queued) await deliverSms(ctx, smsChannelOf(server.kernel), id);
  const { rows: [last] } = await pool.query<{ text: string }>('select text from messaging.simulated_sms where mobile_index = $1 order by id desc limit 1', [simulatedMobileIndex(server.kernel, mobile)]);
  return last?.text ?? '';
}

/** The six digits of the verification code last sent to a number. */
export async function lastCode(server: TestServer, mobile: string): Promise<string> {
  return /\d{6}/.exec(await lastSms(server, mobile))?.[0] ?? '';
}
