import { describe, expect, it } from 'vitest';
import { pdf } from '../kernel/files/testing/samples.ts';
import { listMessages } from '../kernel/messaging/contract.ts';
import { getCaseApplication } from '../modules/cases/contract.ts';
import { answerSpecialProcedure, proposeSpecialProcedure, returnForRework } from '../modules/handling/contract.ts';
import { requestSupplement, supplementCase } from '../modules/intake/contract.ts';
import { applyAsElder, applyFor } from '../testing/apply.ts';
import { registerTestCompany } from '../testing/companies.ts';
import { accept, look, review, taskOf } from '../testing/office.ts';
import { useTestCity, type Signed } from '../testing/test-city.ts';

const city = useTestCity();
const told = async (officer: Signed, caseId: string): Promise<string[]> => {
  await city().server.relay.drain();
  const { items } = await officer.http.call(listMessages, { query: {} });
  return items.filter(({ link }) => link === `/workbench/cases/${caseId}`).map(({ title }) => title).reverse();
};

describe('工作人员的站内提醒 (INT-10)', () => {
  it('新待办告知能办的人，办理期限写明；别的部门不打扰；退回另有说明', async () => {
    const { receipt: { caseId, number } } = await applyAsElder(city());
    const [clerk, examiner, checker, head] = [
      await city().officer('区民政局', 'window'), await city().officer('区民政局', 'preliminary-review'), await city().officer('区民政局', 'review'), await city().officer('区民政局', 'decision')];
    expect(await told(clerk, caseId)).toEqual(['待办：80周岁以上老年人高龄津贴申领（受理）']);
    const { items: [message] } = await clerk.http.call(listMessages, { query: {} });
    expect(message?.body).toBe(`办件 ${number} 到了“受理”环节，请在2026年11月23日前办理。`);
    expect(await told(await city().officer('区住建局', 'window'), caseId)).toEqual([]);
    await accept(clerk, caseId);
    await review(examiner, caseId);
    await review(checker, caseId);
    await head.http.call(returnForRework, { params: { caseId }, body: { taskId: taskOf(await look(head, caseId), 'decision'), toNode: 'Review', reason: '请重新比对户籍。' } });
    expect(await told(examiner, caseId)).toEqual(['待办：80周岁以上老年人高龄津贴申领（审查）', '退回重办：80周岁以上老年人高龄津贴申领（审查）']);
  });

  it('特别程序：有权批准的人被告知，批复告知提出的人', async () => {
    const { agent } = await registerTestCompany(city());
    const { caseId } = await applyFor(city(), agent, 'road-excavation', [{ question: 'road-age', option: 'old' }, { question: 'traffic', option: 'none' }]);
    await accept(await city().officer('区住建局', 'window'), caseId);
    const [examiner, head] = [await city().officer('区住建局', 'preliminary-review'), await city().officer('区住建局', 'decision')];
    const file = await examiner.http.uploadMaterial('委托书.pdf', pdf());
    await examiner.http.call(proposeSpecialProcedure, { params: { caseId }, body: { key: 'expert-review', reason: '需要专家评审。', days: 5, fileIds: [file.id] } });
    expect(await told(head, caseId)).toEqual(['特别程序待批：挖掘城市道路审批']);
    expect(await told(await city().officer('区公安分局', 'decision'), caseId)).toEqual([]);
    const procedureId = (await look(head, caseId)).specialProcedures[0]?.id ?? '';
    await head.http.call(answerSpecialProcedure, { params: { caseId, procedureId }, body: { approved: false, opinion: '材料已足够，不必评审。' } });
    expect(await told(examiner, caseId)).toEqual(['待办：挖掘城市道路审批（牵头部门审查）', '特别程序未获同意：挖掘城市道路审批']);
  });

  it('申请人补正后告知要求补正的人；重复投递不重复告知', async () => {
    const { elder, receipt: { caseId } } = await applyAsElder(city());
    const clerk = await city().officer('区民政局', 'window');
    const { version } = await look(clerk, caseId);
    await clerk.http.call(requestSupplement, { params: { caseId }, body: { version, explanation: '请补正。', items: [{ kind: 'material', key: 'household-register', reason: '照片模糊。' }] } });
    const photo = await elder.http.uploadMaterial('户口簿.pdf', pdf());
    const { answers } = await elder.http.call(getCaseApplication, { params: { caseId }, query: {} });
    await elder.http.call(supplementCase, { params: { caseId }, body: { version: version + 1, answers, materials: [{ key: 'household-register', fileIds: [photo.id] }] } });
    // Two subscriptions tell them, either first.
    const messages = ['已补正：80周岁以上老年人高龄津贴申领', '待办：80周岁以上老年人高龄津贴申领（受理）'];
    expect((await told(clerk, caseId)).sort()).toEqual(messages);
    await city().server.database.db.pool.query(`UPDATE kernel.subscription SET last_tx = '0', last_position = 0`);
    expect((await told(clerk, caseId)).sort()).toEqual(messages);
  });
});
