import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { seedItems, toItemElements } from '../../seed/content/index.ts';
import { applyAsElder, applyFor, beginDraft, fillDraft, handIn } from '../../testing/apply.ts';
import { registerTestCompany } from '../../testing/companies.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, approve, look, review, taskOf, tick } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import type { ConditionPoint } from '../catalog/contract.ts';
import { createItem, publishVersion, reviewVersion, submitVersion } from '../catalog/index.ts';
import { acceptCase, createDraft, type PointResult } from '../intake/contract.ts';
import { decideCase, recordReview } from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const isOfCondition = ({ materialKey }: { materialKey?: string }): boolean => materialKey === undefined;

describe('受理条件的审查要点 (DEC-01, HND-04)', () => {
  let elder: Signed;
  let clerk: Signed;
  let caseId: string;
  beforeAll(async () => {
    const applied = await applyAsElder(city());
    [elder, caseId] = [applied.elder, applied.receipt.caseId];
    clerk = await city().officer('区民政局', 'window');
  });

  const tryAccept = async (points: PointResult[]) => {
    const { version } = await look(clerk, caseId);
    return refusalOf(clerk.http.call(acceptCase, { params: { caseId }, body: { version, points } }));
  };

  it('受理时没有核对条件的要点、核对为不符合，都不能受理；拒绝时指明是哪一条', async () => {
    const points = await tick(clerk, await look(clerk, caseId), 'acceptance');
    expect(points.filter(isOfCondition)).toEqual([{ pointKey: 'age', satisfied: true }]);
    const missing = await tryAccept(points.filter((point) => !isOfCondition(point)));
    expect(missing).toMatchObject({ status: 400, code: 'intake.points-incomplete', issues: [{ path: 'conditionPoints.age', message: expect.stringContaining('申请之日已满80周岁') }] });
    // A point of a material by the same key is another point.
    expect(await tryAccept([...points.filter((point) => !isOfCondition(point)), { materialKey: 'application-form', pointKey: 'age', satisfied: true }])).toMatchObject({ code: 'intake.points-incomplete' });
    expect(await tryAccept(points.map((point) => ({ ...point, satisfied: !isOfCondition(point) })))).toMatchObject({ code: 'intake.points-unsatisfied' });
  });

  it('审查环节只核对审查的要点；核对结果连同当时的条件一起留存，申请人看不到', async () => {
    await accept(clerk, caseId);
    const examiner = await city().officer('区民政局', 'preliminary-review');
    const view = await look(examiner, caseId);
    const points = await tick(examiner, view, 'review');
    expect(points.filter(isOfCondition)).toEqual([{ pointKey: 'residence', satisfied: true }]);
    const body = { taskId: taskOf(view, 'review'), conclusion: 'pass' as const, opinion: '经审查，符合条件。' };
    expect(await refusalOf(examiner.http.call(recordReview, { params: { caseId }, body: { ...body, points: points.filter((point) => !isOfCondition(point)) } })))
      .toMatchObject({ code: 'intake.points-incomplete', issues: [{ path: 'conditionPoints.residence' }] });
    await review(examiner, caseId, { opinion: '人口信息显示户籍已经迁出。', points: ['residence'] });
    const { reviews } = await look(examiner, caseId);
    expect(reviews.map(({ step, points: kept }) => [step, kept.filter(isOfCondition)])).toEqual([
      ['acceptance', [expect.objectContaining({ pointKey: 'age', condition: '年满80周岁。', satisfied: true })]],
      ['review', [{ pointKey: 'residence', condition: '户籍在广安市广安区。', text: '查询人口信息，户籍登记在广安区，没有迁出或者注销。', satisfied: false, remark: null }]],
    ]);
    expect((await look(elder, caseId)).reviews).toEqual([]);
  });

  it('窗口登记时列出受理要核对的条件 (INT-02)', async () => {
    const draft = await beginDraft(city(), elder, 'elderly-allowance', [{ question: 'who', option: 'self' }]);
    expect(draft.conditionChecks).toEqual([{ itemName: null, condition: '年满80周岁。', points: [expect.stringContaining('已满80周岁')] }]);
  });
});

describe('没有材料的事项也有审查要点 (DEC-01)', () => {
  const condition = '只销售预包装食品，不销售散装食品，不提供餐饮服务。';
  const conditionPoints: ConditionPoint[] = [
    { key: 'scope', stage: 'acceptance', condition, text: '查询登记信息，经营范围只有预包装食品销售。' },
    { key: 'site', stage: 'decision', condition, text: '现场没有散装食品和餐饮设施。' },
    { key: 'ending', stage: 'acceptance', condition, text: '查询登记信息，已经办理注销登记。', situations: ['ending'] },
  ];

  /** The filing item once more, without material, with points of a condition, one of them for a situation that this case is not in. */
  async function publishWithoutMaterial(): Promise<string> {
    const [author, reviewer] = ['author', 'reviewer'].map((id) => systemContext(city().server.kernel, systemActor(id), 'test'));
    const item = seedItems.find(({ key }) => key === 'prepackaged-food-filing');
    if (!author || !reviewer || !item) throw new Error('seed');
    const elements = toItemElements(item, (department) => city().organizationId(department));
    const situations = [{ key: 'opening', name: '备案', when: [{ question: 'matter', options: ['opening'] }], notes: [] }, { key: 'ending', name: '注销备案', when: [{ question: 'matter', options: ['ending'] }], notes: [] }];
    const questions = [{ key: 'matter', text: '办什么？', options: [{ key: 'opening', text: '备案' }, { key: 'ending', text: '注销' }] }];
    const draft = await createItem(author, {
      ...elements, name: '仅销售预包装食品备案（免材料）', localTaskCode: 'TEST-FILING-BARE', materials: [], noMaterials: true, conditions: [condition], conditionPoints, questionnaire: { questions, situations },
    });
    const { revision } = await submitVersion(author, draft.versionId, draft.revision);
    const approved = await reviewVersion(reviewer, draft.versionId, { revision, decision: 'approve', opinion: '同意' });
    return (await publishVersion(reviewer, draft.versionId, approved.revision)).itemId;
  }

  it('按本件的情形要求核对，别的情形的要点不问；决定环节的不在受理时问', async () => {
    const { agent } = await registerTestCompany(city());
    const draft = await agent.http.call(createDraft, { body: { itemId: await publishWithoutMaterial(), guidance: [{ question: 'matter', option: 'opening' }] } });
    const { revision } = await fillDraft(agent, draft, 'prepackaged-food-filing');
    const { caseId } = await handIn(agent, draft.id, revision);
    const clerk = await city().officer('区市监局', 'window');
    const { version, materials } = await look(clerk, caseId);
    expect(materials).toEqual([]);
    expect(await refusalOf(clerk.http.call(acceptCase, { params: { caseId }, body: { version, points: [] } }))).toMatchObject({ issues: [{ path: 'conditionPoints.scope' }] });
    await clerk.http.call(acceptCase, { params: { caseId }, body: { version, points: [{ pointKey: 'scope', satisfied: true }] } });
    const decide = async (points?: PointResult[]) => {
      const taskId = taskOf(await look(clerk, caseId), 'decision');
      return refusalOf(clerk.http.call(decideCase, { params: { caseId }, body: { taskId, outcome: 'approved', opinion: '同意。', ...(points ? { points } : {}) } }));
    };
    expect(await decide()).toMatchObject({ code: 'intake.points-incomplete', issues: [{ path: 'conditionPoints.site', message: expect.stringContaining('现场没有散装食品') }] });
    expect(await decide([{ pointKey: 'scope', satisfied: true }])).toMatchObject({ code: 'intake.points-incomplete' });
    expect(await decide([{ pointKey: 'site', satisfied: false, remark: '现场有散装糕点' }])).toMatchObject({ code: 'handling.decision-points-unsatisfied' });
    await approve(clerk, caseId);
    expect(await look(clerk, caseId)).toMatchObject({ status: 'decided', reviews: [{ points: [{ pointKey: 'scope' }] }, { points: [{ pointKey: 'site', condition, satisfied: true }] }] });
  });

  it('不予许可的理由可以与要点无关，不要求先核对；核对了的一并留存', async () => {
    const { elements } = seedItems.find(({ key }) => key === 'prepackaged-food-filing') ?? {};
    expect(elements?.materials.flatMap(({ reviewPoints }) => reviewPoints.filter(({ stage }) => stage === 'decision').map(({ key }) => key))).toEqual(['scope']);
    const clerk = await city().officer('区市监局', 'window');
    const deny = async (points?: PointResult[]) => {
      const { agent } = await registerTestCompany(city());
      const { caseId } = await applyFor(city(), agent, 'prepackaged-food-filing', []);
      await accept(clerk, caseId);
      const taskId = taskOf(await look(clerk, caseId), 'decision');
      await clerk.http.call(decideCase, { params: { caseId }, body: { taskId, outcome: 'denied', opinion: '不予备案。', reasons: '营业执照已经吊销。', ...(points ? { points } : {}) } });
      return { kept: (await look(clerk, caseId)).reviews.at(-1)?.points };
    };
    expect((await deny()).kept).toEqual([]);
    expect((await deny([{ materialKey: 'application-form', pointKey: 'scope', satisfied: false, remark: '有散装熟食' }])).kept).toMatchObject([{ pointKey: 'scope', satisfied: false, remark: '有散装熟食' }]);
  });
});
