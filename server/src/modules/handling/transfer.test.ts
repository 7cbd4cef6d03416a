import { describe, expect, it } from 'vitest';
import { claimTask, delegateTask, listInbox, listTransferTargets, transferTask } from '../../kernel/workflow/contract.ts';
import { listMessages } from '../../kernel/messaging/contract.ts';
import { applyAsElder } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, approve, look, review, taskOf } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { downloadCaseFile, getCaseApplication } from '../cases/contract.ts';
import { recordReview } from './contract.ts';

const city = useTestCity({ now: '2026-11-23T10:00:00+08:00' });
expectWholeRecords(city);
const civil = '区民政局';
const housing = '区住建局';

/** A case of 区民政局 that waits for its first review. */
async function inReview(): Promise<{ caseId: string; number: string; taskId: string; reviewer: Signed }> {
  const { receipt: { caseId, number } } = await applyAsElder(city());
  await accept(await city().officer(civil, 'window'), caseId);
  const reviewer = await city().officer(civil, 'preliminary-review');
  return { caseId, number, taskId: taskOf(await look(reviewer, caseId), 'review'), reviewer };
}

async function transfer(from: Signed, taskId: string, to: Signed): Promise<void> {
  await from.http.call(transferTask, { params: { taskId }, body: { to: to.id, reason: '需要对方的专业意见' } });
  await city().server.relay.drain();
}

describe('转办给别的部门的人员 (HND-01, WFL-02)', () => {
  it('接手的人收到消息，看得到办件、材料和文件，办得了；别的部门的人照样看不到', async () => {
    const { caseId, number, taskId, reviewer } = await inReview();
    const [taker, stranger] = [await city().officer(housing, 'review'), await city().officer('区公安分局', 'review')];
    expect(await refusalOf(look(taker, caseId))).toMatchObject({ code: 'cases.not-found' });
    await transfer(reviewer, taskId, taker);

    expect((await taker.http.call(listInbox, { query: { q: number } })).items).toMatchObject([{ taskId, claim: 'mine' }]);
    expect((await taker.http.call(listMessages, { query: {} })).items[0]?.body).toContain(number);
    const view = await look(taker, caseId);
    expect(view.tasks).toMatchObject([{ taskId, mine: true, handler: taker.name }]);
    expect(await taker.http.call(getCaseApplication, { params: { caseId }, query: {} })).toBeDefined();
    const [file] = view.materials.flatMap(({ files }) => files);
    expect((await taker.http.download(downloadCaseFile, { params: { caseId, fileId: file?.id ?? '' } })).size).toBeGreaterThan(0);

    expect(await refusalOf(look(stranger, caseId))).toMatchObject({ code: 'cases.not-found' });
    const foreign = stranger.http.call(recordReview, { params: { caseId }, body: { taskId, conclusion: 'pass', opinion: '同意。', points: [] } });
    expect(await refusalOf(foreign)).toMatchObject({ code: 'cases.not-found' });
    expect(await refusalOf(stranger.http.call(claimTask, { params: { taskId } }))).toMatchObject({ code: 'workflow.not-handler' });
    expect((await look(reviewer, caseId)).tasks).toMatchObject([{ mine: false }]);

    await review(taker, caseId);
    await city().server.relay.drain();
    // what it has said it answers for, so it goes on seeing the case
    expect((await look(taker, caseId)).reviews.map(({ reviewerName }) => reviewerName)).toContain(taker.name);
  });

  it('没有办就转走或者转回来的，这个部门不再看得到办件，也不能再转', async () => {
    const { caseId, taskId, reviewer } = await inReview();
    const [taker, third] = [await city().officer(housing, 'review'), await city().officer('区公安分局', 'review')];
    await transfer(reviewer, taskId, taker);
    await transfer(taker, taskId, third);
    expect(await refusalOf(look(taker, caseId))).toMatchObject({ code: 'cases.not-found' });
    expect((await look(third, caseId)).tasks).toMatchObject([{ mine: true }]);
    await transfer(third, taskId, reviewer);
    expect(await refusalOf(look(third, caseId))).toMatchObject({ code: 'cases.not-found' });
    expect(await refusalOf(third.http.call(transferTask, { params: { taskId }, body: { to: third.id, reason: '再看一眼' } }))).toMatchObject({ code: 'workflow.not-handler' });
    await review(reviewer, caseId);
    expect((await look(await city().officer(civil, 'review'), caseId)).tasks).toMatchObject([{ mine: true }]);
  });

  it('转来转去的事件晚些才处理，看得到的仍是现在办理的部门', async () => {
    const { caseId, taskId, reviewer } = await inReview();
    const taker = await city().officer(housing, 'review');
    const give = (from: Signed, to: Signed) => from.http.call(transferTask, { params: { taskId }, body: { to: to.id, reason: '请对方看一下' } });
    await give(reviewer, taker);
    await give(taker, reviewer);
    await give(reviewer, taker);
    await city().server.relay.drain();
    expect((await look(taker, caseId)).tasks).toMatchObject([{ mine: true }]);
  });

  it('委托给别的部门的人员也看得到；本部门的人转出去以后本部门照样看得到', async () => {
    const { caseId, taskId, reviewer } = await inReview();
    const taker = await city().officer(housing, 'review');
    await reviewer.http.call(delegateTask, { params: { taskId }, body: { to: taker.id, confirm: true, reason: '请先提出意见' } });
    await city().server.relay.drain();
    await review(taker, caseId);
    await city().server.relay.drain();
    expect((await look(reviewer, caseId)).tasks).toMatchObject([{ taskId, mine: true }]);
    expect((await look(taker, caseId)).tasks).toMatchObject([{ mine: false }]);
  });

  it('可以转给谁：任何部门办得了这一步的人，本部门的在前，按姓名或部门查找；办不了的、决定机关以外的不列出；不是经办人的看不到名单', async () => {
    const { caseId, taskId, reviewer } = await inReview();
    const [colleague, taker, clerk] = [await city().officer(civil, 'review'), await city().officer(housing, 'review'), await city().officer(housing, 'window')];
    const targets = (who: Signed, task: string, search?: string) => who.http.call(listTransferTargets, { params: { taskId: task }, query: search === undefined ? {} : { search } });
    const idsOf = async (...asked: Parameters<typeof targets>): Promise<string[]> => (await targets(...asked)).items.map(({ id }) => id);
    const all = await targets(reviewer, taskId);
    expect(all.items.map(({ id }) => id)).not.toContain(reviewer.id);
    const departments = all.items.map(({ organizationName }) => organizationName.includes('民政'));
    expect(departments.lastIndexOf(true)).toBeLessThan(departments.indexOf(false));
    expect(await idsOf(reviewer, taskId, colleague.name)).toContain(colleague.id);
    const found = await idsOf(reviewer, taskId, '住建');
    expect(found).toContain(taker.id);
    expect(found).not.toContain(clerk.id);
    expect(await idsOf(reviewer, taskId, '100%')).toEqual([]);
    expect(await refusalOf(targets(taker, taskId))).toMatchObject({ code: 'workflow.not-handler' });
    expect(await refusalOf(targets(await city().person(), taskId))).toMatchObject({ status: 403 });

    await review(reviewer, caseId);
    await review(colleague, caseId);
    const head = await city().officer(civil, 'decision');
    const decision = taskOf(await look(head, caseId), 'decision');
    const deputy = await city().officer(civil, 'decision', '副局长');
    await city().officer(housing, 'decision');
    const deciders = await targets(head, decision);
    expect(deciders.items.map(({ id }) => id)).toContain(deputy.id);
    expect(deciders.items.every(({ organizationName }) => organizationName.includes('民政'))).toBe(true);
  });

  it('不能转给办不了的人；决定不能转给决定机关以外的人 (HND-04)', async () => {
    const { caseId, taskId, reviewer } = await inReview();
    const clerk = await city().officer(housing, 'window');
    const wrong = reviewer.http.call(transferTask, { params: { taskId }, body: { to: clerk.id, reason: '请办理' } });
    expect(await refusalOf(wrong)).toMatchObject({ status: 422, code: 'dispatch.handover-unable' });
    await review(reviewer, caseId);
    await review(await city().officer(civil, 'review'), caseId);
    const head = await city().officer(civil, 'decision');
    const decision = taskOf(await look(head, caseId), 'decision');
    const foreign = head.http.call(transferTask, { params: { taskId: decision }, body: { to: (await city().officer(housing, 'decision')).id, reason: '请决定' } });
    expect(await refusalOf(foreign)).toMatchObject({ status: 422, code: 'dispatch.target-authority' });
    const deputy = await city().officer(civil, 'decision', '副局长');
    await transfer(head, decision, deputy);
    await approve(deputy, caseId);
    expect(await look(deputy, caseId)).toMatchObject({ status: 'decided' });
  });
});
