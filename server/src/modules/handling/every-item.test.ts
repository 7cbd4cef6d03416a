import { describe, expect, it } from 'vitest';
import { evaluateGuidance } from '../guidance/contract.ts';
import { fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { seedItems, type DepartmentName, type SeedItem } from '../../seed/content/index.ts';
import { applyFor, type Guidance } from '../../testing/apply.ts';
import { registerTestCompany } from '../../testing/companies.ts';
import { accept, approve, deliver, look, review } from '../../testing/office.ts';
import { useTestCity, type Signed, type TestPost } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { listMyLicences, verifyLicenceCode } from '../licences/contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
expectWholeRecords(city);
let people = 0;

/** The first way through an item's questions that is not refused. */
async function firstWay(item: SeedItem, visitor: Signed): Promise<Guidance> {
  const params = { itemId: city().itemId(item.key) };
  const walk = async (answers: Guidance): Promise<Guidance | undefined> => {
    const result = await visitor.http.call(evaluateGuidance, { params, body: { answers } });
    if (result.complete) return result.situation && !result.situation.refused ? answers : undefined;
    for (const { key } of result.nextQuestion?.options ?? []) {
      const found = await walk([...answers, { question: result.nextQuestion?.key ?? '', option: key }]);
      if (found) return found;
    }
    return undefined;
  };
  return await walk([]) ?? [];
}

async function applicantOf(item: SeedItem): Promise<Signed> {
  people += 1;
  if (item.elements.audiences.includes('company')) return (await registerTestCompany(city())).agent;
  return city().person({ name: '周婷', documentNumber: fictitiousResidentId(people, item.key === 'elderly-allowance' ? '19410203' : '19950101', '519997') });
}

/** Lets whoever has a task do it, until the case is closed; gives the steps in their order. */
async function handleToTheEnd(departments: readonly DepartmentName[], caseId: string): Promise<string[]> {
  const done: string[] = [];
  const posts: readonly TestPost[] = ['window', 'preliminary-review', 'review', 'decision', 'delivery'];
  for (let round = 0; round < 12; round += 1) {
    for (const department of departments) {
      for (const post of posts) {
        const officer = await city().officer(department, post);
        const view = await look(officer, caseId).catch(() => undefined);
        if (!view) continue;
        if (view.status === 'closed') return done;
        const task = view.tasks.find(({ mine }) => mine);
        if (!task) continue;
        if (view.abilities.accept) await accept(officer, caseId);
        else if (view.abilities.review) await review(officer, caseId);
        else if (view.abilities.decide) await approve(officer, caseId, view.licenceValidity === 'decided' ? { validFrom: '2026-12-01', validTo: '2026-12-31' } : undefined);
        else if (view.abilities.deliver) await deliver(officer, caseId);
        else continue;
        done.push(task.step);
        // The licence follows from the decision's event, and the delivery waits for it.
        if (task.step === 'decision') await city().server.relay.drain();
      }
    }
  }
  throw new Error(`not closed: ${done.join(' ')}`);
}

describe('每个示范事项都能从申请走到证照 (INT-02, HND-01, LIC-01, LIC-02)', () => {
  it.each(seedItems.map((item) => [item.elements.name, item] as const))('%s', async (_name, item) => {
    const applicant = await applicantOf(item);
    const { caseId } = await applyFor(city(), applicant, item.key, await firstWay(item, applicant));
    const steps = await handleToTheEnd([...new Set([item.department, ...item.handlingDepartments.map(({ department }) => department)])], caseId);
    expect(steps.filter((step) => step !== 'review')).toEqual(['acceptance', 'decision', 'delivery']);
    const { items: [licence] } = await applicant.http.call(listMyLicences, { query: {} });
    expect(licence).toMatchObject({ caseId, state: 'valid', typeCode: item.elements.handling?.licenceTypeCode, holderName: expect.any(String), number: expect.stringMatching(/\d/) });
    expect(await city().stranger().call(verifyLicenceCode, { params: { code: licence?.identifier ?? '' } })).toMatchObject({ verdict: 'genuine' });
  });
});
