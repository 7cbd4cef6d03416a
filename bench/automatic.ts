import { systemActor } from '../server/src/kernel/access/index.ts';
import { systemContext } from '../server/src/kernel/context.ts';
import { createId } from '../server/src/kernel/db/index.ts';
import { signInTestPerson } from '../server/src/kernel/identity/testing/test-accounts.ts';
import { findPublishedItems } from '../server/src/modules/catalog/index.ts';
import { automaticRules } from '../server/src/seed/automation/automatic-rules.ts';
import { seedAutomationSettings } from '../server/src/seed/automation/seed-automation.ts';
import { seedAutomation } from '../server/src/seed/automation/settings.ts';
import { automaticItems } from '../server/src/seed/content/wider/automatic.ts';
import { widerLicenceTypes } from '../server/src/seed/content/wider/licence-types.ts';
import { seedRuleSets } from '../server/src/seed/rules/seed-rule-sets.ts';
import { findDepartments, seedServices } from '../server/src/seed/seed-services.ts';
import { call } from './lib/client.ts';
import { atMost, medianOf, note, percentileOf, type Figure } from './lib/figures.ts';
import type { Bench } from './submit.ts';
import type { SignedIn } from './world.ts';

const itemKey = 'unemployment-record';
const concurrent = 20;
/** How often the database is asked which licences are there: far below what is measured, and cheap. */
const lookEveryMs = 40;
/** A case that has no licence by then fails the run. */
const patienceMs = 60_000;

interface FilledDraft { readonly applicant: SignedIn; readonly id: string; readonly revision: number }

/** Publishes one item that the platform decides by itself, with its rules and its setting; gives its id. */
async function switchOn({ platform: { kernel } }: Bench): Promise<string> {
  const ctx = systemContext(kernel, systemActor('bench'), createId());
  const items = automaticItems.filter(({ key }) => key === itemKey);
  await seedServices(kernel, items, widerLicenceTypes);
  await seedRuleSets(ctx, await findDepartments(ctx), automaticRules.filter(({ ruleSet }) => ruleSet.code === itemKey));
  await seedAutomationSettings(ctx, seedAutomation.filter((setting) => setting.itemKey === itemKey));
  const published = await findPublishedItems(kernel, items.map(({ elements }) => elements.localTaskCode));
  const [itemId] = published.values();
  if (itemId === undefined) throw new Error(`the measured item ${itemKey} was not published`);
  return itemId;
}

/** Applications of as many applicants, filled in over HTTP: nobody may have two open cases of the item. */
async function fillApplications({ origin, platform: { kernel } }: Bench, itemId: string, count: number): Promise<FilledDraft[]> {
  const sample = automaticItems.find(({ key }) => key === itemKey)?.forms[0]?.sampleData ?? {};
  const drafts: FilledDraft[] = [];
  for (let at = 0; at < count; at += 1) {
    const { id, headers } = await signInTestPerson(kernel);
    const applicant = { id, token: headers.authorization.slice(7) };
    const draft = await call<{ id: string; revision: number; answers: Record<string, unknown> }>(origin, 'POST', '/api/v1/drafts', applicant, { itemId, guidance: [] });
    const saved = await call<{ revision: number }>(origin, 'PUT', `/api/v1/drafts/${draft.id}`, applicant, { revision: draft.revision, answers: { ...sample, ...draft.answers }, materials: [] });
    drafts.push({ applicant, id: draft.id, revision: saved.revision });
  }
  return drafts;
}

/** Tells those who wait for a licence when it is there: sealed, stored and announced. */
interface Watch { licenceOf(caseId: string): Promise<void>; stop(): void }

/** Asks the database for all who wait at once, so that watching costs the measured server nothing. */
function watchLicences({ platform: { kernel } }: Bench): Watch {
  const waiting = new Map<string, { done: () => void; failed: (error: Error) => void; since: number }>();
  const look = async (): Promise<void> => {
    const { rows } = await kernel.db.pool.query<{ caseId: string }>(
      'SELECT case_id AS "caseId" FROM licences.licence WHERE file_id IS NOT NULL AND case_id = ANY($1)', [[...waiting.keys()]]);
    for (const { caseId } of rows) {
      waiting.get(caseId)?.done();
      waiting.delete(caseId);
    }
    for (const [caseId, { failed, since }] of waiting) if (performance.now() - since > patienceMs) failed(new Error(`case ${caseId} has no licence after ${patienceMs} ms`));
  };
  let asking = false;
  const timer = setInterval(() => {
    if (asking || waiting.size === 0) return;
    asking = true;
    void look().finally(() => { asking = false; });
  }, lookEveryMs);
  return {
    licenceOf: (caseId) => new Promise((done, failed) => { waiting.set(caseId, { done, failed, since: performance.now() }); }),
    stop: () => clearInterval(timer),
  };
}

/** Submits an application and waits for its licence; gives the ms between. */
async function submitToLicence(origin: string, { applicant, id, revision }: FilledDraft, watch: Watch): Promise<number> {
  const started = performance.now();
  const { caseId } = await call<{ caseId: string }>(origin, 'POST', `/api/v1/drafts/${id}/submit`, applicant, { revision, declared: true });
  await watch.licenceOf(caseId);
  return performance.now() - started;
}

/** From handing an application in to its licence, decided by rules without a person, at 20 applicants at a time (DEC-06); one process serves and works. */
export async function measureAutomatic(bench: Bench, plan: { rounds: number; perRound: number }): Promise<Figure[]> {
  const itemId = await switchOn(bench);
  const watch = watchLicences(bench);
  const medians: number[] = [];
  const all: number[] = [];
  for (let round = 0; round <= plan.rounds; round += 1) {
    const waiting = await fillApplications(bench, itemId, plan.perRound);
    const times: number[] = [];
    const work = async (): Promise<void> => {
      for (let draft = waiting.pop(); draft; draft = waiting.pop()) times.push(await submitToLicence(bench.origin, draft, watch));
    };
    await Promise.all(Array.from({ length: concurrent }, work));
    bench.log(`automatic: median ${medianOf(times).toFixed(0)} ms`);
    // Round 0 warms up.
    if (round > 0) { medians.push(medianOf(times)); all.push(...times); }
  }
  watch.stop();
  return [
    atMost(`automatic: submit to licence, median at ${concurrent} applicants`, medianOf(medians), 'ms', 1_500),
    note('automatic: 95 of 100 within', percentileOf(all.sort((one, other) => one - other), 0.95), 'ms'),
  ];
}
