import { useTestServer } from '@tongban/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { createId } from '../../kernel/db/index.ts';
import { addTestOrganization, signInTestPerson, signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import { seedItems, toItemElements } from '../../seed/content/index.ts';
import { addProcesses } from '../../testing/add-processes.ts';
import type { ItemElements } from '../catalog/contract.ts';
import { createItem, publishVersion, reviewVersion, submitVersion } from '../catalog/index.ts';

const server = useTestServer();
let food = { itemId: '', versionId: '' };
let officer: TestAccount;
let foodElements: ItemElements;
let publish: (elements: ItemElements) => Promise<{ itemId: string; versionId: string }>;

beforeAll(async () => {
  const { kernel } = server();
  await addProcesses(kernel);
  const department = await addTestOrganization(kernel, { name: '区市监局' });
  officer = await signInTestStaff(kernel, { organizationId: department.id, roles: ['item-administrator'] });
  const contextOf = (id: string) => systemContext(kernel, systemActor(id), 'test');
  const [author, reviewer] = [contextOf('author'), contextOf('reviewer')];
  publish = async (elements) => {
    const draft = await createItem(author, elements);
    const submitted = await submitVersion(author, draft.versionId, draft.revision);
    const approved = await reviewVersion(reviewer, draft.versionId, { revision: submitted.revision, decision: 'approve', opinion: '同意' });
    return publishVersion(reviewer, draft.versionId, approved.revision);
  };
  const item = seedItems.find(({ key }) => key === 'food-business-licence');
  if (!item) throw new Error('seed');
  foodElements = toItemElements(item, () => department.id);
  food = await publish(foodElements);
});

async function evaluate(answers: Record<string, string>, itemId = food.itemId) {
  const payload = { answers: Object.entries(answers).map(([question, option]) => ({ question, option })) };
  const response = await server().app.inject({ method: 'POST', url: `/api/v1/items/${itemId}/guidance/evaluate`, payload });
  return { status: response.statusCode, ...response.json() };
}
const names = (result: { materials: { material: { name: string } }[] }) => result.materials.map(({ material }) => material.name);

describe('情形引导接口 (GDE-01)', () => {
  it('逐题引导到情形，材料随回答变化，并说明因何需要', async () => {
    const start = await evaluate({});
    expect([start.complete, start.nextQuestion.key, start.progress]).toEqual([false, 'business', { answered: 0, remainingAtMost: 3 }]);
    const cold = await evaluate({ business: 'catering', cold: 'yes', online: 'none' });
    expect([cold.complete, cold.situation, cold.formKey]).toEqual([true, { key: 'catering-cold', name: '餐饮服务（含冷食、生食）', refused: false }, 'food-licence-application']);
    expect(names(cold)).toContain('专间设计图');
    expect(cold.materials.find(({ material }: { material: { key: string } }) => material.key === 'cold-dish-room').reason).toBe('因选择了“餐饮服务（饭店、小吃店、饮品店）”，“是否制售冷食、生食或者裱花蛋糕”选择了“是”');
    const sale = await evaluate({ business: 'sale', online: 'own' });
    expect(names(sale)).toEqual(expect.arrayContaining(['散装食品防护和冷藏设施说明', '网络经营信息']));
    expect(names(sale)).not.toContain('专间设计图');
  });

  it('不需要许可的情形告知该怎么办', async () => {
    const result = await evaluate({ business: 'prepackaged' });
    expect(result).toMatchObject({ complete: true, situation: { key: 'filing-only', refused: true } });
    expect(result.notes[0]).toContain('仅销售预包装食品备案');
  });

  it('不存在的问题和选项被忽略，不能借此跳题', async () => {
    expect(await evaluate({ business: 'nothing', cold: 'yes', hacked: 'x' })).toMatchObject({ complete: false, nextQuestion: { key: 'business' }, answers: [] });
  });

  it('未发布的事项答 404，回答过多答 400', async () => {
    expect((await evaluate({}, '01890000-0000-7000-8000-000000000000')).status).toBe(404);
    const many = Object.fromEntries(Array.from({ length: 61 }, (_x, index) => [`q${index}`, 'a']));
    expect((await evaluate(many)).status).toBe(400);
  });

  it('问卷、表单和配置检查可以取得', async () => {
    const get = async (url: string, headers = {}) => (await server().app.inject({ method: 'GET', url, headers })).json();
    expect((await get(`/api/v1/items/${food.itemId}/guidance`)).questionnaire.questions).toHaveLength(3);
    expect((await get(`/api/v1/item-versions/${food.versionId}/forms/food-licence-application`)).definition.title).toBe('食品经营许可申请书');
    expect((await get(`/api/v1/item-versions/${food.versionId}/forms/none`)).code).toBe('catalog.form-not-found');
    expect(await get(`/api/v1/catalog/versions/${food.versionId}/guidance-check`, officer.headers)).toEqual({ pathCount: 13, faults: [] });
  });

  it('按单独的业务办理项办理的情形：告诉是哪一个，不能在实施清单上直接申请', async () => {
    const child = await publish({ ...foodElements, name: '食堂许可', localTaskCode: 'TEST-CHILD' });
    const { questionnaire } = foodElements;
    if (!questionnaire) throw new Error('seed');
    const situations = questionnaire.situations.map((situation) => (situation.refused ? situation : { ...situation, handlingItemId: child.itemId }));
    const parent = await createItem(systemContext(server().kernel, systemActor('author'), 'test'), { ...foodElements, name: '食品许可', localTaskCode: 'TEST-PARENT', audiences: ['person', 'company'], serviceObjects: [...new Set([...foodElements.serviceObjects, '1'])], personTopics: ['001'], questionnaire: { ...questionnaire, situations } });
    const { pool } = server().kernel.db;
    await pool.query('UPDATE catalog.item SET parent_item_id = $1 WHERE id = $2', [parent.itemId, child.itemId]);
    const [author, reviewer] = ['author', 'reviewer'].map((id) => systemContext(server().kernel, systemActor(id), 'test'));
    if (!author || !reviewer) throw new Error('fixture');
    const submitted = await submitVersion(author, parent.versionId, parent.revision);
    const approved = await reviewVersion(reviewer, parent.versionId, { revision: submitted.revision, decision: 'approve', opinion: '同意' });
    await publishVersion(reviewer, parent.versionId, approved.revision);
    const answers = { business: 'sale', online: 'none' };
    expect(await evaluate(answers, parent.itemId)).toMatchObject({ complete: true, situation: { handlingItemId: child.itemId } });
    const { headers } = await signInTestPerson(server().kernel);
    const guidance = Object.entries(answers).map(([question, option]) => ({ question, option }));
    const refused = await server().app.inject({ method: 'POST', url: '/api/v1/drafts', headers: { ...headers, 'idempotency-key': createId() }, payload: { itemId: parent.itemId, guidance } });
    expect(refused.json().code).toBe('intake.handling-item');
  });
});
