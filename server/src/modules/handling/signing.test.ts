import { describe, expect, it } from 'vitest';
import { addSigners, listInbox } from '../../kernel/workflow/contract.ts';
import { listMessages } from '../../kernel/messaging/contract.ts';
import { applyAsElder } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, look, review, taskOf } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { expectWholeRecords } from '../../testing/whole-records.ts';
import { getCase } from '../cases/contract.ts';
import { recordReview } from './contract.ts';

const city = useTestCity({ now: '2026-11-23T10:00:00+08:00' });
expectWholeRecords(city);
const civil = '区民政局';
const housing = '区住建局';

/** A case of 区民政局 that waits for its first review, and two officers who may be asked for an opinion. */
async function inReview() {
  const { elder: citizen, receipt: { caseId, number } } = await applyAsElder(city());
  await accept(await city().officer(civil, 'window'), caseId);
  const reviewer = await city().officer(civil, 'preliminary-review');
  const [expert, other] = [await city().officer(housing, 'review'), await city().officer('区公安分局', 'review')];
  return { caseId, number, citizen, reviewer, expert, other, taskId: taskOf(await look(reviewer, caseId), 'review') };
}

async function sign(from: Signed, taskId: string, mode: 'before' | 'after', signers: readonly Signed[]): Promise<void> {
  await from.http.call(addSigners, { params: { taskId }, body: { mode, signers: signers.map(({ id }) => id), sequential: false, reason: '涉及房屋安全' } });
  await city().server.relay.drain();
}

const inboxOf = async (who: Signed, number: string) => (await who.http.call(listInbox, { query: { q: number } })).items;

describe('审查时加签 (HND-04, WFL-01)', () => {
  it('前加签：加签人在待办里看到并提出意见，全部提出后才回到经办人；记录写明谁请谁、为什么，申请人看不到原因', async () => {
    const { caseId, number, citizen, reviewer, expert, other, taskId } = await inReview();
    await sign(reviewer, taskId, 'before', [expert, other]);

    expect(await inboxOf(reviewer, number)).toEqual([]);
    const early = reviewer.http.call(recordReview, { params: { caseId }, body: { taskId, conclusion: 'pass', opinion: '同意。', points: [] } });
    expect(await refusalOf(early)).toMatchObject({ code: 'cases.not-your-task' });
    expect(await inboxOf(expert, number)).toMatchObject([{ sign: 'before', step: 'review' }]);
    expect((await expert.http.call(listMessages, { query: {} })).items[0]?.body).toContain(number);
    const entry = (await look(expert, caseId)).timeline.at(-1);
    expect(entry).toMatchObject({ by: reviewer.name, opinion: `请${expert.name}、${other.name}先提出意见。原因：涉及房屋安全` });
    expect(entry?.label).toContain('前加签');
    expect((await citizen.http.call(getCase, { params: { caseId } })).timeline.at(-1)).toMatchObject({ opinion: null });

    await review(expert, caseId);
    expect(await inboxOf(reviewer, number)).toEqual([]);
    await review(other, caseId);
    expect(await inboxOf(reviewer, number)).toMatchObject([{ taskId, sign: null }]);
    await review(reviewer, caseId);
    const view = await look(await city().officer(civil, 'review'), caseId);
    expect(view.reviews.slice(-3).map(({ reviewerName }) => reviewerName)).toEqual([expert.name, other.name, reviewer.name]);
    expect(view.tasks).toMatchObject([{ mine: true, sign: null }]);
  });

  it('后加签：经办人提交意见以后才到加签人，办完进入下一步', async () => {
    const { caseId, number, reviewer, expert, taskId } = await inReview();
    await sign(reviewer, taskId, 'after', [expert]);
    expect(await inboxOf(expert, number)).toEqual([]);
    await review(reviewer, caseId);
    await city().server.relay.drain();
    expect(await inboxOf(expert, number)).toMatchObject([{ sign: 'after' }]);
    expect((await look(expert, caseId)).tasks).toMatchObject([{ mine: true, sign: 'after' }]);
    await review(expert, caseId);
    expect((await look(await city().officer(civil, 'review'), caseId)).tasks).toMatchObject([{ mine: true, sign: null }]);
  });

  it('办不了这一步的、自己、已经请过的不能请；被请的人不能再请；不是审查的环节不能加签；被拒绝的不留记录', async () => {
    const { caseId, reviewer, expert, other, taskId } = await inReview();
    const before = (await look(reviewer, caseId)).timeline.length;
    expect(await refusalOf(sign(reviewer, taskId, 'before', [await city().officer(housing, 'window')]))).toMatchObject({ code: 'dispatch.handover-unable' });
    expect(await refusalOf(sign(reviewer, taskId, 'before', [reviewer]))).toMatchObject({ code: 'workflow.signs-alone' });
    expect(await refusalOf(sign(expert, taskId, 'before', [other]))).toMatchObject({ code: 'workflow.not-handler' });
    expect((await look(reviewer, caseId)).timeline).toHaveLength(before);
    await sign(reviewer, taskId, 'after', [expert]);
    expect(await refusalOf(sign(reviewer, taskId, 'after', [other]))).toMatchObject({ code: 'workflow.task-already-signed' });
    await review(reviewer, caseId);
    await city().server.relay.drain();
    const signing = taskOf(await look(expert, caseId), 'review');
    expect(await refusalOf(sign(expert, signing, 'before', [other]))).toMatchObject({ code: 'workflow.sign-task-not-extendable' });

    const { receipt: { caseId: fresh } } = await applyAsElder(city());
    const window = await city().officer(civil, 'window');
    const acceptance = taskOf(await look(window, fresh), 'acceptance');
    expect(await refusalOf(sign(window, acceptance, 'before', [await city().officer(civil, 'window', '同事')]))).toMatchObject({ code: 'dispatch.signing-step' });
  });
});
