import { Logger, runOnce } from 'graphile-worker';
import { useResource } from '@tongban/testkit';
import { systemActor } from '../kernel/access/index.ts';
import { systemContext, type Context } from '../kernel/context.ts';
import { createId } from '../kernel/db/index.ts';
import { findPublishedItems } from '../modules/catalog/index.ts';
import { modules } from '../modules.ts';
import { createDraft, saveDraft, type Draft, type Receipt } from '../modules/intake/contract.ts';
import { automaticItems } from '../seed/content/wider/automatic.ts';
import { widerLicenceTypes } from '../seed/content/wider/licence-types.ts';
import { automaticRules } from '../seed/automation/automatic-rules.ts';
import { assistedRules } from '../seed/automation/assisted-rules.ts';
import { seedAutomation } from '../seed/automation/settings.ts';
import { seedAutomationSettings } from '../seed/automation/seed-automation.ts';
import { seedRuleSets } from '../seed/rules/seed-rule-sets.ts';
import { findDepartments, seedServices } from '../seed/seed-services.ts';
import { gatherMaterials, handIn } from './apply.ts';
import type { Signed, TestCity } from './test-city.ts';

/** Works off the queued jobs of a module, and what their events bring, until nothing is left. */
export async function settle(city: TestCity, prefix = 'decisioning.'): Promise<void> {
  const { server } = city;
  const jobs = modules.flatMap((module) => module.jobs ?? []).filter(({ name }) => name.startsWith(prefix));
  const taskList = Object.fromEntries(jobs.map((job) => [job.name, (payload: unknown) => job.handle(systemContext(server.kernel, systemActor(job.name), createId()), payload)]));
  for (let round = 0; round < 4; round += 1) {
    await server.relay.drain();
    await runOnce({ pgPool: server.kernel.db.pool, taskList, logger: new Logger(() => () => {}) });
  }
  await server.relay.drain();
}

export interface AutomaticCity {
  /** Id of an item that the platform acts on, by its key. */
  itemId(key: string): string;
}

const kept = new Set(['employment-record', 'unemployment-record', 'business-suspension', 'elderly-card', 'residence-endorsement']);
const seed = (city: TestCity): Context => systemContext(city.server.kernel, systemActor('seed', '演示数据'), createId());

/** Adds items that the platform acts on to a test city, as the demonstration has them, with their rules and settings. */
export function useAutomaticItems(city: () => TestCity): () => AutomaticCity {
  return useResource(async () => {
    const { kernel } = city().server;
    const items = automaticItems.filter(({ key }) => kept.has(key));
    await seedServices(kernel, items, widerLicenceTypes);
    const rules = [...automaticRules, ...assistedRules].filter(({ ruleSet }) => kept.has(ruleSet.code) || ruleSet.code === 'elderly-allowance-form');
    await seedRuleSets(seed(city()), await findDepartments(seed(city())), rules);
    await seedAutomationSettings(seed(city()), seedAutomation.filter(({ itemKey }) => kept.has(itemKey) || itemKey === 'elderly-allowance'));
    const codes = await findPublishedItems(kernel, items.map(({ elements }) => elements.localTaskCode));
    const ids = new Map(items.map(({ key, elements }) => [key, codes.get(elements.localTaskCode) ?? '']));
    return { itemId: (key: string) => ids.get(key) ?? city().itemId(key) };
  }, async () => {});
}

/** A filled draft of an automatic item, not yet submitted. */
export async function fillAutomatic(filer: Signed, itemId: string, itemKey: string, change: Record<string, unknown> = {}): Promise<{ draft: Draft; revision: number }> {
  const draft = await filer.http.call(createDraft, { body: { itemId, guidance: [] } });
  const sample = automaticItems.find(({ key }) => key === itemKey)?.forms[0]?.sampleData ?? {};
  const answers = { ...sample, ...draft.answers, ...change };
  const { revision } = await filer.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers, materials: await gatherMaterials(filer, draft) } });
  return { draft, revision };
}

/** Applies for an automatic item, as the filer does it in the portal. */
export async function applyAutomatic(filer: Signed, itemId: string, itemKey: string, change: Record<string, unknown> = {}): Promise<Receipt> {
  const { draft, revision } = await fillAutomatic(filer, itemId, itemKey, change);
  return handIn(filer, draft.id, revision);
}
