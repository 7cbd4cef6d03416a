import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { createId } from '../../kernel/db/index.ts';
import { signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import { openSpreadsheet, openTable, RowReader } from '../../kernel/spreadsheets/index.ts';
import { seedReviewProcesses } from '../../seed/reviews/seed-review-processes.ts';
import { useItemOffice, type Answer } from '../../testing/item-office.ts';
import type { ItemElements, Questionnaire } from '../catalog/contract.ts';

const office = useItemOffice();
let decider: TestAccount;
let clerk: TestAccount;
/** Edits items of every department, as colleagues of the one who asked do. */
let keeper: TestAccount;

beforeAll(async () => {
  const { server: { kernel }, organizationId, organizationPath } = office();
  await seedReviewProcesses(systemContext(kernel, systemActor('test'), createId()));
  const scope = { kind: 'organization', organizationPath } as const;
  decider = await signInTestStaff(kernel, { organizationId, roles: [{ code: 'decider', scope }] });
  keeper = await signInTestStaff(kernel, { organizationId, roles: [{ code: 'item-administrator', scope: { kind: 'all' } }] });
  clerk = await signInTestStaff(kernel, { organizationId, roles: [{ code: 'window-clerk', scope }] });
});

const options = [{ key: 'yes', text: '是' }, { key: 'no', text: '否' }];
const questionnaire: Questionnaire = {
  questions: [{ key: 'shop', text: '是否有店面', options }],
  situations: [
    { key: 'shop', name: '有店面', when: [{ question: 'shop', options: ['yes'] }], notes: [] },
    { key: 'none', name: '没有店面', when: [{ question: 'shop', options: ['no'] }], notes: ['不需要许可，直接经营。'], refused: true },
  ],
};

type Draft = { itemId: string; versionId: string; revision: number; elements: ItemElements };
async function draft(extra: Partial<ItemElements> = {}): Promise<Draft> {
  const base = office().elements();
  const elements = { ...base, questionnaire, materials: base.materials.map(({ when: _when, ...material }) => material), forms: base.forms.map((form) => ({ ...form, definition: { ...form.definition, parameters: [] } })), ...extra };
  const { body } = await office().create(elements);
  return { ...body, elements };
}
const url = ({ versionId }: { versionId: string }, step = '') => `/api/v1/catalog/versions/${versionId}/guidance-confirmation${step}`;
const read = async (at: { versionId: string }, who = office().editor) => (await office().call(who, 'GET', url(at))).body;
async function ask(at: { versionId: string }, who = office().editor): Promise<Answer> {
  return office().call(who, 'POST', url(at), { digest: (await read(at)).digest });
}
async function decide(at: { versionId: string }, who: TestAccount, decision: 'approve' | 'return' = 'approve', digest?: string): Promise<Answer> {
  return office().call(who, 'POST', url(at, '/decision'), { digest: digest ?? (await read(at)).digest, decision, opinion: decision === 'approve' ? '问题清楚，情形齐全。' : '请补充网店的情形。' });
}
const rulesOf = async ({ versionId }: { versionId: string }): Promise<string[]> =>
  (await office().call(office().editor, 'GET', `/api/v1/catalog/versions/${versionId}`)).body.findings.map(({ rule }: { rule: string }) => rule);

describe('初稿、部门确认、上线留痕 (GDE-01)', () => {
  it('送部门确认 → 部门的人收到待办、写意见、确认；谁、何时、什么意见都留下，上线后看得到全过程', async () => {
    const made = await draft();
    expect(await rulesOf(made)).toContain('guidance-unconfirmed');
    expect(await read(made)).toMatchObject({ confirmed: null, review: null, abilities: { request: true, withdraw: false, decide: false }, history: [{ kind: 'drafted', actorName: office().editor.name }] });
    expect((await ask(made)).status).toBe(204);
    const inbox = await office().call(decider, 'GET', '/api/v1/inbox?limit=50');
    expect(inbox.body.items.find(({ subject }: { subject: { id: string } }) => subject.id === made.versionId)?.subject.type).toBe('guidance');
    expect((await read(made, decider)).abilities).toEqual({ request: false, withdraw: false, decide: true });
    expect((await decide(made, decider)).status).toBe(204);
    expect(await read(made)).toMatchObject({ confirmed: { byName: decider.name, organizationName: '区住建局', opinion: '问题清楚，情形齐全。' }, abilities: { request: false } });
    expect(await rulesOf(made)).not.toContain('guidance-unconfirmed');
    const submitted = (await office().act(office().editor, made, 'submit')).body;
    const { history } = await read(submitted);
    expect(history.map(({ kind, actorName }: { kind: string; actorName: string }) => [kind, actorName]))
      .toEqual([['submitted', office().editor.name], ['confirmed', decider.name], ['requested', office().editor.name], ['drafted', office().editor.name]]);
  });

  it('确认之后改了问题，要重新确认；改了别的要素不用', async () => {
    const made = await draft();
    await ask(made);
    await decide(made, decider);
    const saved = (await office().save(made, { ...made.elements, summary: '换一种说法' })).body;
    expect((await read(made)).confirmed?.byName).toBe(decider.name);
    const situations = questionnaire.situations.map((situation) => ({ ...situation, name: `${situation.name}的` }));
    await office().save(saved, { ...made.elements, questionnaire: { ...questionnaire, situations } });
    expect(await read(made)).toMatchObject({ confirmed: null, abilities: { request: true } });
  });

  it('退回写明意见，改好再送；送出后可以撤回', async () => {
    const made = await draft();
    await ask(made);
    expect((await decide(made, decider, 'return')).status).toBe(204);
    expect(await read(made)).toMatchObject({ confirmed: null, review: { state: 'returned', steps: [{ opinion: '请补充网店的情形。' }] } });
    await ask(made);
    expect((await office().call(keeper, 'POST', url(made, '/withdraw'))).status).toBe(204);
    expect((await read(made)).history[0]).toMatchObject({ kind: 'withdrawn', actorName: keeper.name, opinion: null });
    expect((await office().call(office().editor, 'POST', url(made, '/withdraw'))).body.code).toBe('guidance.not-asked');
    expect((await read(made)).history.map(({ kind }: { kind: string }) => kind)).toEqual(['withdrawn', 'requested', 'returned', 'requested', 'drafted']);
  });

  it('没有看到最新内容的不能确认，送确认的人不能确认自己的，没有送的不能确认', async () => {
    const made = await draft();
    const { digest } = await read(made);
    expect((await decide(made, decider)).body.code).toBe('guidance.not-asked');
    await ask(made);
    expect((await ask(made)).body.code).toBe('reviews.already-under-review');
    expect((await decide(made, office().editor)).body.code).toBe('reviews.own-review');
    await office().save(made, { ...made.elements, questionnaire: { ...questionnaire, questions: questionnaire.questions.map((question) => ({ ...question, text: '有没有店面' })) } });
    expect((await decide(made, decider, 'approve', digest)).body.code).toBe('guidance.changed');
  });

  it('有问题的引导不能送确认，也不能提交审核，逐处指出 (GDE-02)', async () => {
    const [shop] = questionnaire.situations;
    const made = await draft({ questionnaire: { ...questionnaire, situations: shop ? [shop] : [] } });
    const refused = await ask(made);
    expect([refused.status, refused.body.code, refused.body.issues]).toMatchObject([422, 'guidance.not-proved', [{ path: 'questionnaire.questions.shop.options.no', code: 'dead-end' }]]);
    const submitted = await office().act(office().editor, made, 'submit');
    expect([submitted.body.code, submitted.body.issues.map(({ code }: { code: string }) => code)]).toEqual(['catalog.not-ready', ['guidance-dead-end']]);
  });

  it('别的部门、窗口人员和没有登录的人被拒绝', async () => {
    const made = await draft();
    const { digest } = await read(made);
    expect((await office().call(office().other, 'GET', url(made))).status).toBe(404);
    expect((await office().call(office().other, 'POST', url(made), { digest })).status).toBe(404);
    expect((await office().call(clerk, 'POST', url(made), { digest })).status).toBe(403);
    await ask(made);
    expect((await decide(made, office().other, 'approve', digest)).status).toBe(404);
    expect((await decide(made, clerk, 'approve', digest)).status).toBe(403);
    expect((await office().call(office().other, 'POST', url(made, '/withdraw'))).status).toBe(404);
    expect((await office().call(undefined, 'GET', url(made))).status).toBe(401);
    expect((await office().call(office().other, 'GET', `/api/v1/catalog/versions/${made.versionId}/guidance-ways`)).status).toBe(404);
  });

  it('确认的记录改不了、删不掉', async () => {
    const made = await draft();
    await ask(made);
    await decide(made, decider);
    const change = office().server.kernel.db.pool.query('UPDATE catalog.guidance_confirmation SET opinion = $1', ['改过']);
    await expect(change).rejects.toThrow('kept as it was made');
  });
});

describe('全部路径和业务办理项 (GDE-01, GDE-02)', () => {
  it('导出的表里一条路径一行：回答、情形、办理项、材料、表单、提示', async () => {
    const made = await draft();
    const response = await office().server.app.inject({ method: 'GET', url: `/api/v1/catalog/versions/${made.versionId}/guidance-ways`, headers: office().editor.headers });
    const table = await openTable(await openSpreadsheet({ fileName: 'a.xlsx', content: response.rawPayload }), {
      sheet: '全部路径', columns: { answers: { title: '回答' }, situation: { title: '情形' }, can: { title: '能否办理' }, item: { title: '业务办理项' }, notes: { title: '提示' } },
    });
    const rows: (string | undefined)[][] = [];
    for await (const row of table.rows) {
      const reader = new RowReader(row);
      rows.push((['answers', 'situation', 'can', 'item', 'notes'] as const).map((name) => reader.line(name, { max: 500 })));
    }
    expect(rows).toEqual([
      ['是否有店面：是', '有店面', '能', made.elements.name, undefined],
      ['是否有店面：否', '没有店面', '不在这里办', undefined, '不需要许可，直接经营。'],
    ]);
  });

  it('情形指向不属于本事项的业务办理项：不能提交审核', async () => {
    const [shop, none] = questionnaire.situations;
    const made = await draft({ questionnaire: { ...questionnaire, situations: shop && none ? [{ ...shop, handlingItemId: createId() }, none] : [] } });
    expect((await office().act(office().editor, made, 'submit')).body.issues).toMatchObject([{ path: 'questionnaire.situations.shop', code: 'guidance-handling-item' }]);
  });
});
