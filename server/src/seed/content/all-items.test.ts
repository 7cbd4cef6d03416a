import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { createId } from '../../kernel/db/index.ts';
import { findGuidanceConfirmation, getPublishedItem, guidanceDigestOf, listQuestionnairePaths } from '../../modules/catalog/index.ts';
import type { Questionnaire } from '../../modules/catalog/contract.ts';
import { resolveSituation } from '../../modules/guidance/index.ts';
import { listMyLicences, verifyLicenceCode } from '../../modules/licences/contract.ts';
import { applyFor, type Guidance } from '../../testing/apply.ts';
import { registerTestCompany, type TestCompany } from '../../testing/companies.ts';
import { accept, approve, deliver, findTurn, look, review } from '../../testing/office.ts';
import { fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { seedRuleSets } from '../rules/seed-rule-sets.ts';
import { siteInspectionRules } from '../rules/site-inspection-rules.ts';
import { seedItems, seedLicenceTypes, type SeedItem } from './index.ts';

const city = useTestCity({ now: '2026-11-20T09:30:00+08:00' });
expectWholeRecords(city);

// A step of one of the processes runs them.
beforeAll(async () => seedRuleSets(city().system(), (department) => city().organizationId(department), [siteInspectionRules]));

/** One set of answers for each situation in which one may apply. */
function waysOf({ elements: { questionnaire } }: SeedItem): { situation: string; guidance: Guidance }[] {
  const ways = new Map<string, Guidance>();
  const asked: Questionnaire = questionnaire ?? { questions: [], situations: [{ key: 'general', name: '通用', when: [], notes: [] }] };
  for (const path of listQuestionnairePaths(asked) ?? []) {
    const guidance = [...path].map(([question, option]) => ({ question, option }));
    const result = resolveSituation(asked, guidance);
    if (result.kind === 'situation' && result.situation.refused !== true) ways.set(result.situation.name, guidance);
  }
  return [...ways].map(([situation, guidance]) => ({ situation, guidance }));
}

const all = seedItems.flatMap((item) => waysOf(item).map((way) => [`${item.elements.name}：${way.situation}`, item, way.guidance] as const));

let company: Promise<TestCompany> | undefined;

async function applicantOf(item: SeedItem): Promise<{ who: Signed; change: Record<string, unknown> }> {
  if (item.elements.audiences.includes('company')) {
    company ??= registerTestCompany(city());
    return { who: (await company).agent, change: {} };
  }
  const birth = item.key === 'elderly-allowance' ? '19400203' : '19950203';
  applicants += 1;
  return { who: await city().person({ documentNumber: fictitiousResidentId(800 + applicants, birth) }), change: { byFamily: false } };
}

let applicants = 0;

/** Carries a case from acceptance to delivery by whoever's turn it is; gives the steps in their order. */
async function carryThrough(item: SeedItem, caseId: string): Promise<string[]> {
  const steps: string[] = [];
  const decided = seedLicenceTypes.find(({ code }) => code === item.elements.handling.licenceTypeCode)?.validity === 'decided';
  for (let turn = await findTurn(city(), caseId); turn; turn = await findTurn(city(), caseId)) {
    const { officer, step } = turn;
    steps.push(step);
    if (step === 'acceptance') await accept(officer, caseId);
    if (step === 'review') await review(officer, caseId);
    if (step === 'decision') await approve(officer, caseId, decided ? { validFrom: '2026-12-01', validTo: '2027-05-31' } : undefined);
    if (step === 'delivery') await deliver(officer, caseId);
    if (steps.length > 12) throw new Error(`not closed: ${steps.join(' ')}`);
    await city().server.relay.drain();
  }
  return steps;
}

it('示范事项的情形引导都有办理部门的确认 (GDE-01)', async () => {
  const { kernel } = city().server;
  const guided = seedItems.filter(({ elements }) => elements.questionnaire);
  const confirmed = await Promise.all(guided.map(async ({ key }) => {
    const { itemId, elements } = await getPublishedItem(systemContext(kernel, systemActor('test', '测试'), createId()), city().itemId(key));
    return (await findGuidanceConfirmation(kernel, itemId, guidanceDigestOf(elements)))?.organizationName;
  }));
  expect(confirmed).toEqual(guided.map(({ department }) => department));
});

describe('每个示范事项的每种情形都能从申请走到证照 (CAT-06, GDE-02, INT-02, HND-01, LIC-01, LIC-02)', () => {
  it.each(all)('%s', async (_name, item, guidance) => {
    const { who, change } = await applicantOf(item);
    const receipt = await applyFor(city(), who, item.key, guidance, change);
    await city().server.relay.drain();
    const steps = await carryThrough(item, receipt.caseId);
    expect(steps).toEqual(['acceptance', ...steps.filter((step) => step === 'review'), 'decision', 'delivery']);
    const view = await look(who, receipt.caseId);
    expect(view.status).toBe('closed');
    const { items: licences } = await who.http.call(listMyLicences, { query: { limit: 100 } });
    const licence = licences.find(({ caseId }) => caseId === receipt.caseId);
    expect(licence).toMatchObject({ typeCode: item.elements.handling.licenceTypeCode, state: 'valid', holderName: expect.any(String), number: expect.stringMatching(/\d/) });
    expect(await city().stranger().call(verifyLicenceCode, { params: { code: licence?.identifier ?? '' } })).toMatchObject({ verdict: 'genuine' });
  }, 60_000);

  it('有现场核查标记的情形多一个审查任务', async () => {
    const item = seedItems.find(({ key }) => key === 'food-business-licence');
    if (!item) throw new Error('seed');
    const { who } = await applicantOf(item);
    const reviews = async (guidance: Guidance): Promise<number> => {
      const { caseId } = await applyFor(city(), who, item.key, guidance);
      await city().server.relay.drain();
      return (await carryThrough(item, caseId)).filter((step) => step === 'review').length;
    };
    const [sale, catering] = [await reviews([{ question: 'business', option: 'sale' }, { question: 'online', option: 'none' }]),
      await reviews([{ question: 'business', option: 'canteen' }, { question: 'cold', option: 'no' }])];
    expect([sale, catering]).toEqual([2, 3]);
  }, 60_000);
});
