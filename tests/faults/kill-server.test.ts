import { setTimeout as delay } from 'node:timers/promises';
import { buildPlatform } from '@tongban/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAuditChain } from '../../server/src/kernel/audit/index.ts';
import type { Database } from '../../server/src/kernel/db/index.ts';
import { apply, intend, planApplications, type Application, type Plan } from './apply.ts';
import { countUndelivered, findBrokenCases } from './find-broken-cases.ts';
import { findMove, isOvertaken, type Confirmed } from './handle.ts';
import { isInterrupted, signInEverybody, type Participant } from './sign-in.ts';
import { startUnreliableServer, type UnreliableServer } from './unreliable-server.ts';

const KILLS = 20;
const SETTLING_MS = 60_000;

let server: UnreliableServer;

beforeAll(async () => {
  await buildPlatform('server');
  server = await startUnreliableServer();
}, 300_000);
afterAll(async () => { await server.dispose(); }, 60_000);

test(`${KILLS} times killed while people apply and officers decide, it loses nothing and doubles nothing`, { timeout: 900_000 }, async () => {
  const everybody = await signInEverybody(server.url);
  const persons = everybody.filter(({ kind }) => kind === 'person');
  const officers = everybody.filter(({ kind }) => kind === 'staff');
  const plans = await planApplications(persons[0]?.client ?? expect.fail('the demonstration city has no person'));
  expect(plans.length).toBeGreaterThan(0);

  const chaos = { over: false };
  const applications = persons.map((person, index) => applyAgainAndAgain(person, plans, index, chaos));
  const handled = officers.map((officer) => handleAgainAndAgain(officer, chaos));
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await delay(100 + Math.random() * 1_200);
    await server.killAndRestart(kill % 3 === 0);
  }
  chaos.over = true;
  const submitted = (await Promise.all(applications)).flat();
  const confirmed = (await Promise.all(handled)).flat();

  const db = await server.open();
  try {
    await expectAllThere(db, submitted, confirmed);
    expect(await findBrokenCases(db)).toEqual([]);
    await expectSettled(db);
    process.stdout.write(`${KILLS} kills, ${submitted.length} submissions, ${confirmed.length} confirmed actions of officers\n`);
  } finally {
    await db.close();
  }
});

/** Submits one application after another; each is carried through all interruptions to its receipt. */
async function applyAgainAndAgain(person: Participant, plans: readonly Plan[], offset: number, chaos: { over: boolean }): Promise<Application[]> {
  const done: Application[] = [];
  for (let count = offset; !chaos.over; count += 1) {
    const plan = plans[count % plans.length];
    if (plan === undefined) break;
    const application = intend(plan);
    await persist(() => apply(person.client, application));
    done.push(application);
  }
  return done;
}

/** Does whatever the officer may do next; an action counts when the platform has confirmed it. */
async function handleAgainAndAgain(officer: Participant, chaos: { over: boolean }): Promise<Confirmed[]> {
  const done: Confirmed[] = [];
  while (!chaos.over) {
    const move = await persist(() => findMove(officer.client));
    if (move === undefined) {
      await delay(100);
      continue;
    }
    try {
      const { caseId, version } = await persist(() => move.perform(officer.client));
      done.push({ caseId, version, type: move.type });
    } catch (error) {
      if (!isOvertaken(error)) throw error;
    }
  }
  return done;
}

/** Repeats what was interrupted until the server has answered, as a person with a bad connection would. */
async function persist<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isInterrupted(error)) throw error;
      await delay(20);
      await server.running();
    }
  }
}

/** Every receipt and every confirmation stands for exactly one row. */
async function expectAllThere(db: Database, submitted: readonly Application[], confirmed: readonly Confirmed[]): Promise<void> {
  const cases = await db.pool.query<{ id: string; number: string }>('SELECT id, number FROM cases."case"');
  const numbers = new Map(cases.rows.map(({ id, number }) => [id, number]));
  expect(submitted.length).toBeGreaterThanOrEqual(KILLS);
  expect(submitted.filter(({ caseId, number }) => caseId === undefined || numbers.get(caseId) !== number)).toEqual([]);
  expect(new Set(submitted.map(({ caseId }) => caseId)).size).toBe(submitted.length);
  expect(cases.rows.length).toBe(submitted.length);

  const actions = await db.pool.query<Confirmed>('SELECT case_id AS "caseId", sequence AS version, type FROM cases.action');
  const known = new Set(actions.rows.map(describeAction));
  expect(confirmed.length).toBeGreaterThan(0);
  expect(confirmed.map(describeAction).filter((action) => !known.has(action))).toEqual([]);
}

function describeAction({ caseId, version, type }: Confirmed): string {
  return `${type} as action ${version} of ${caseId}`;
}

/** Events reach everybody and the audit chain closes, by themselves, once nobody kills the server any more. */
async function expectSettled(db: Database): Promise<void> {
  for (let waited = 0; waited < SETTLING_MS; waited += 500) {
    const { waiting } = await countUndelivered(db);
    const { unlinked } = await verifyAuditChain(db);
    if (waiting === 0 && unlinked === 0) break;
    await delay(500);
  }
  expect(await countUndelivered(db)).toEqual({ waiting: 0, failed: 0 });
  expect(await verifyAuditChain(db)).toMatchObject({ intact: true, unlinked: 0 });
}
