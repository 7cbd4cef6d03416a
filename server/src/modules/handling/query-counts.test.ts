import { describe, expect, it } from 'vitest';
import { addElder, applyAsElder, beginDraft, fillDraft, handIn } from '../../testing/apply.ts';
import { statementsOf } from '../../testing/count-statements.ts';
import { accept, approve, look, review, taskOf, tick } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { acceptCase, saveDraft } from '../intake/contract.ts';
import { decideCase, recordReview } from './contract.ts';

const city = useTestCity();
const officer = (post: Parameters<ReturnType<typeof city>['officer']>[1]) => city().officer('区民政局', post);
const self = [{ question: 'who', option: 'self' }];

async function filledDraft(elder: Signed) {
  const draft = await beginDraft(city(), elder, 'elderly-allowance', self);
  return fillDraft(elder, draft, 'elderly-allowance', { byFamily: false });
}

/** Round trips to the database of each step, one of them the check of the session; what is cached is warm. */
async function countAll(): Promise<Record<string, string[]>> {
  const elder = await addElder(city());
  const [clerk, examiner, checker, head] = [await officer('window'), await officer('preliminary-review'), await officer('review'), await officer('decision')];
  const [other, { draft, revision, answers }] = [await filledDraft(elder), await filledDraft(elder)];
  const save = await statementsOf(() => elder.http.call(saveDraft, { params: { draftId: other.draft.id }, body: { revision: other.revision, answers, materials: [] } }));
  let caseId = '';
  const submit = await statementsOf(async () => { caseId = (await handIn(elder, draft.id, revision)).caseId; });
  const page = await statementsOf(() => look(clerk, caseId));
  const submitted = await look(clerk, caseId);
  const acceptance = { params: { caseId }, body: { version: submitted.version, points: await tick(clerk, submitted, 'acceptance') } };
  const accepting = await statementsOf(() => clerk.http.call(acceptCase, acceptance));
  const accepted = await look(examiner, caseId);
  const opinion = { params: { caseId }, body: { taskId: taskOf(accepted, 'review'), conclusion: 'pass' as const, opinion: '通过。', points: await tick(examiner, accepted, 'review') } };
  const reviewing = await statementsOf(() => examiner.http.call(recordReview, opinion));
  await review(checker, caseId);
  const decision = { params: { caseId }, body: { taskId: taskOf(await look(head, caseId), 'decision'), outcome: 'approved' as const, opinion: '同意。' } };
  const deciding = await statementsOf(() => head.http.call(decideCase, decision));
  return { save, submit, page, accept: accepting, review: reviewing, decide: deciding };
}

describe('热路径的数据库往返次数', () => {
  it('提交三次、受理和审查各不超过五次，每次办理只有一条写语句', async () => {
    const { receipt: { caseId } } = await applyAsElder(city());
    await accept(await officer('window'), caseId);
    await review(await officer('preliminary-review'), caseId);
    await review(await officer('review'), caseId);
    await approve(await officer('decision'), caseId);

    const sent = await countAll();
    const most = { save: 3, submit: 3, page: 9, accept: 5, review: 5, decide: 8 };
    for (const [step, limit] of Object.entries(most)) {
      expect({ step, statements: sent[step], within: (sent[step]?.length ?? 0) <= limit }).toMatchObject({ step, within: true });
    }
    const writes = (step: string) => sent[step]?.filter((text) => /^WITH w0 AS/.test(text)).length;
    expect(Object.fromEntries(Object.keys(most).map((step) => [step, writes(step)]))).toEqual({ save: 1, submit: 1, page: 0, accept: 1, review: 1, decide: 1 });
  });
});
