import { setTimeout as delay } from 'node:timers/promises';
import { ApiError } from '@tongban/api-client';
import { useBuiltServer } from '@tongban/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAuditChain } from '../../server/src/kernel/audit/index.ts';
import type { Database } from '../../server/src/kernel/db/index.ts';
import { apply, intend, planApplications, type Application, type Plan } from './apply.ts';
import { countUndelivered, findBrokenCases } from './find-broken-cases.ts';
import { findMove, isOvertaken, type Confirmed } from './handle.ts';
import { isInterrupted, signInEverybody, type Participant } from './sign-in.ts';
import { startUnreliableServer, type UnreliableServer } from './unreliable-server.ts';

const KILLS = 20;
const APPLICANTS = 4;
const HANDLING = ['intake.case.accept', 'handling.case.review', 'handling.case.decide', 'handling.case.deliver'];
const SETTLING_MS = 60_000;

let server: UnreliableServer;

useBuiltServer();
beforeAll(async () => { server = await startUnreliableServer(); }, 200_000);
afterAll(async () => { await server.dispose(); }, 60_000);

test(`${KILLS} times killed while people apply and officers decide, it loses nothing and doubles nothing`, { timeout: 900_000 }, async () => {
  const everybody = await signInEverybody(server.url);
  const persons = everybody.filter(({ kind }) => kind === 'person').slice(0, APPLICANTS);
  const plans = await planApplications(persons[0]?.client ?? expect.fail('the demonstration city has no person'));
  const departments = new Set<string | undefined>(plans.map(({ item }) => item.department.id));
  const officers = everybody.filter(({ organizationId, permissions }) =>
    departments.has(organizationId) && HANDLING.some((permission) => permissions.includes(permission)));
  expect(officers.length).toBeGreaterThan(2);

  const begun = new Date();
  const stage: Stage = { over: false, failed: false };
  const done: Done = { submitted: [], confirmed: [] };
  try {
    await Promise.all([
      killAgainAndAgain(stage, done),
      ...persons.map((person) => applyAgainAndAgain(person, plans, stage, done.submitted)),
      ...officers.map((officer) => handleAgainAndAgain(officer, stage, done.confirmed)),
    ]);
  } finally {
    stage.failed = true;
  }

  const db = await server.open();
  try {
    process.stdout.write(`${KILLS} kills, ${done.submitted.length} submissions, ${done.confirmed.length} confirmed actions of officers\n`);
    await expectAllThere(db, begun, done.submitted, done.confirmed);
    expect(await findBrokenCases(db)).toEqual([]);
    await expectSettled(db);
    await expectFaultsToBeFound(db);
  } finally {
    await db.close();
  }
});

/** What the platform has acknowledged. */
interface Done {
  submitted: Application[];
  confirmed: Confirmed[];
}

/** `over`: the last kill has happened; `failed`: somebody met what should not be, all stop. */
interface Stage {
  over: boolean;
  failed: boolean;
}

/** Waits until a few more things were acknowledged, so that every life of the server, fast or slow, did something. */
async function someProgress(stage: Stage, done: Done): Promise<void> {
  const enough = count(done) + 1 + Math.floor(Math.random() * 6);
  for (let waited = 0; waited < 20_000 && count(done) < enough && !stage.failed; waited += 10) await delay(10);
}

function count({ submitted, confirmed }: Done): number {
  return submitted.length + confirmed.length;
}

async function killAgainAndAgain(stage: Stage, done: Done): Promise<void> {
  for (let kill = 1; kill <= KILLS && !stage.failed; kill += 1) {
    await someProgress(stage, done);
    await delay(Math.random() * 200);
    await server.killAndRestart(kill % 3 === 0);
  }
  stage.over = true;
}

/** Submits one application after another; each is carried through all interruptions to its receipt. */
async function applyAgainAndAgain(person: Participant, plans: readonly Plan[], stage: Stage, done: Application[]): Promise<void> {
  const open = [...plans];
  for (let count = 0; !stage.over; count += 1) {
    const plan = open[count % open.length] ?? expect.fail(`${person.name} may apply for nothing`);
    const application = intend(plan);
    try {
      await persist(stage, () => apply(person.client, application));
      done.push(application);
    } catch (error) {
      // Not everything is for everybody, an allowance for the old for instance.
      if (!(error instanceof ApiError) || error.problem.kind !== 'invalid') throw error;
      open.splice(open.indexOf(plan), 1);
    }
  }
}

/** Does whatever the officer may do next; an action counts when the platform has confirmed it. */
async function handleAgainAndAgain(officer: Participant, stage: Stage, done: Confirmed[]): Promise<void> {
  while (!stage.over) {
    const move = await persist(stage, () => findMove(officer.client));
    if (move === undefined) {
      await delay(200);
      continue;
    }
    try {
      const { caseId, version } = await persist(stage, () => move.perform(officer.client));
      done.push({ caseId, version, type: move.type });
    } catch (error) {
      if (!isOvertaken(error)) throw error;
    }
  }
}

/** Repeats what was interrupted until the server has answered, as a person with a bad connection would. */
async function persist<T>(stage: Stage, attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isInterrupted(error) || stage.failed) throw error;
      await delay(20);
      await server.running();
    }
  }
}

/** Every receipt and every confirmation stands for exactly one row; the demonstration's own cases were there before. */
async function expectAllThere(db: Database, begun: Date, submitted: readonly Application[], confirmed: readonly Confirmed[]): Promise<void> {
  const cases = await db.pool.query<{ id: string; number: string }>('SELECT id, number FROM cases."case" WHERE submitted_at >= $1', [begun]);
  const numbers = new Map(cases.rows.map(({ id, number }) => [id, number]));
  expect(submitted.length).toBeGreaterThan(APPLICANTS);
  expect(submitted.filter(({ caseId, number }) => caseId === undefined || numbers.get(caseId) !== number)).toEqual([]);
  expect(new Set(submitted.map(({ caseId }) => caseId)).size).toBe(submitted.length);
  expect(cases.rows.length).toBe(submitted.length);

  const actions = await db.pool.query<Confirmed>('SELECT case_id AS "caseId", sequence AS version, type FROM cases.action');
  const known = new Set(actions.rows.map(describeAction));
  expect(submitted.length + confirmed.length).toBeGreaterThanOrEqual(KILLS);
  expect(confirmed.map(describeAction).filter((action) => !known.has(action))).toEqual([]);
}

function describeAction({ caseId, version, type }: Confirmed): string {
  return `${type} as action ${version} of ${caseId}`;
}

/** The search for broken cases is worth something only if it finds one: here is a half-done action. */
async function expectFaultsToBeFound(db: Database): Promise<void> {
  const { rows: [damaged] } = await db.pool.query<{ number: string }>(
    'UPDATE cases."case" SET version = version + 1 WHERE id = (SELECT min(id::text)::uuid FROM cases."case") RETURNING number');
  expect(await findBrokenCases(db)).toEqual([expect.stringContaining(`${damaged?.number}: the sequence of actions`)]);
}

/** Events reach everybody and the audit chain closes, by themselves, once nobody kills the server any more. */
async function expectSettled(db: Database): Promise<void> {
  // One look counts for both: the server goes on with its own jobs, which bring entries of their own.
  const look = async () => ({ undelivered: await countUndelivered(db), chain: await verifyAuditChain(db) });
  let seen = await look();
  for (let waited = 0; waited < SETTLING_MS && seen.undelivered.waiting + seen.chain.unlinked > 0; waited += 500) {
    await delay(500);
    seen = await look();
  }
  expect(seen).toMatchObject({ undelivered: { waiting: 0, failed: 0 }, chain: { intact: true, unlinked: 0 } });
}
