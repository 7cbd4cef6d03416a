import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { createId } from '../../kernel/db/index.ts';
import { signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import { seedReviewProcesses } from '../../seed/reviews/seed-review-processes.ts';
import { useItemOffice, type Answer } from '../../testing/item-office.ts';
import type { ItemElements, Questionnaire } from '../catalog/contract.ts';

const office = useItemOffice();
let city: TestAccount;

beforeAll(async () => {
  const { server: { kernel }, organizationId } = office();
  city = await signInTestStaff(kernel, { organizationId, roles: [{ code: 'item-administrator', scope: { kind: 'all' } }] });
});

const options = [{ key: 'yes', text: '是' }, { key: 'no', text: '否' }];
const is = (question: string, ...chosen: string[]) => ({ question, options: chosen });
const shop = { key: 'shop', text: '是否有店面', options };
const kitchen = { key: 'kitchen', text: '是否有厨房', options };
const withShop = { key: 'with-shop', name: '有店面', when: [is('shop', 'yes')], notes: [] };
const without = { key: 'without', name: '没有店面', when: [is('shop', 'no')], notes: [] };
const proved: Questionnaire = { questions: [shop], situations: [withShop, without] };

interface Fault {
  what: string;
  code: string;
  path: string;
  change(elements: ItemElements): Partial<ItemElements>;
}
const asks = (questionnaire: Questionnaire) => () => ({ questionnaire });
/** The first material with a condition of its own. */
const firstWhen = (when: ItemElements['materials'][number]['when']) => ({ materials }: ItemElements) =>
  ({ materials: materials.map((material, index) => (index === 0 && when ? { ...material, when } : material)) });

/** Every way in which guidance may fail its proof (GDE-02). */
const faults: readonly Fault[] = [
  { what: '回答重叠', code: 'guidance-overlapping', path: 'situations.with-shop', change: asks({ ...proved, situations: [withShop, { ...without, when: [] }] }) },
  { what: '回答不完备', code: 'guidance-dead-end', path: 'questions.shop.options.no', change: asks({ ...proved, situations: [withShop] }) },
  {
    what: '后面的问题走进死路', code: 'guidance-dead-end', path: 'questions.kitchen.options.no',
    change: asks({ questions: [shop, { ...kitchen, when: [is('shop', 'no')] }], situations: [withShop, { ...without, when: [is('kitchen', 'yes')] }] }),
  },
  { what: '情形没有材料', code: 'guidance-no-material', path: 'situations.without', change: ({ materials }) => ({ materials: materials.map((material) => ({ ...material, situations: ['with-shop'] })) }) },
  { what: '情形没有表单', code: 'guidance-no-form', path: 'situations.with-shop', change: ({ handling: { formKey: _none, ...handling } }) => ({ handling }) },
  { what: '情形的表单不存在', code: 'guidance-unknown-form', path: 'situations.with-shop', change: asks({ ...proved, situations: [{ ...withShop, formKey: 'gone' }, without] }) },
  { what: '情形指向别处的业务办理项', code: 'guidance-handling-item', path: 'situations.with-shop', change: () => asks({ ...proved, situations: [{ ...withShop, handlingItemId: createId() }, without] })() },
  { what: '条件引用的问题不存在', code: 'guidance-unknown-question', path: 'situations.without', change: asks({ ...proved, situations: [withShop, { ...without, when: [is('gone', 'no')] }] }) },
  { what: '条件引用的选项不存在', code: 'guidance-unknown-option', path: 'situations.without', change: asks({ ...proved, situations: [withShop, { ...without, when: [is('shop', 'perhaps')] }] }) },
  { what: '条件引用后面的问题', code: 'guidance-later-question', path: 'questions.kitchen', change: asks({ ...proved, questions: [{ ...kitchen, when: [is('shop', 'yes')] }, shop] }) },
  { what: '永远不问的问题', code: 'guidance-never-asked', path: 'questions.kitchen', change: asks({ ...proved, questions: [shop, { ...kitchen, when: [is('shop')] }] }) },
  { what: '到不了的情形', code: 'guidance-never-reached', path: 'situations.both', change: asks({ ...proved, situations: [withShop, without, { key: 'both', name: '两种', when: [is('shop', 'yes'), is('shop', 'no')], notes: [] }] }) },
  { what: '永远不要的材料', code: 'guidance-never-reached', path: 'materials.', change: firstWhen([is('shop')]) },
  { what: '材料适用的情形不存在', code: 'guidance-unknown-situation', path: 'materials.', change: ({ materials }) => ({ materials: materials.map((material, index) => (index === 0 ? { ...material, situations: ['gone'] } : material)) }) },
  { what: '标识重复', code: 'guidance-duplicate-key', path: 'questions.shop', change: asks({ ...proved, questions: [shop, shop] }) },
  { what: '问题没有写', code: 'guidance-unworded', path: 'questions.shop', change: asks({ ...proved, questions: [{ ...shop, text: '' }] }) },
  { what: '选项相同', code: 'guidance-repeated-option', path: 'questions.shop.options.no', change: asks({ ...proved, questions: [{ ...shop, options: options.map((option) => ({ ...option, text: '是' })) }] }) },
];

async function weigh(severity: 'off' | null): Promise<void> {
  const { rules } = (await office().call(city, 'GET', '/api/v1/item-quality/rules')).body as { rules: { id: string; revision: number }[] };
  // A version without any form breaks another rule as well.
  for (const ruleId of new Set(['form', ...faults.map(({ code }) => code)])) {
    const revision = rules.find(({ id }) => id === ruleId)?.revision;
    const { status } = await office().call(city, 'PUT', `/api/v1/item-quality/rules/${ruleId}`, { revision, severity, parameters: {}, reason: '试验规则的轻重' });
    expect([ruleId, status]).toEqual([ruleId, 200]);
  }
}

function guided(change: Fault['change'] = () => ({})): ItemElements {
  const base = office().elements();
  const plain = {
    ...base, questionnaire: proved, materials: base.materials.map(({ when: _when, ...material }) => material),
    forms: base.forms.map((form) => ({ ...form, definition: { ...form.definition, parameters: [] } })),
  };
  return { ...plain, ...change(plain) };
}
async function approve(elements: ItemElements): Promise<Answer> {
  const submitted = await office().act(office().editor, (await office().create(elements)).body, 'submit');
  return office().act(office().reviewer, submitted.body, 'review', { decision: 'approve', opinion: '同意' });
}

describe('情形引导没有通过证明的不能发布 (GDE-02)', () => {
  const approved = new Map<string, Answer>();

  it('规则不管的时候，这些版本都能审核通过', async () => {
    await weigh('off');
    for (const { what, change } of faults) approved.set(what, await approve(guided(change)));
    approved.set('没有错误', await approve(guided()));
    expect([...approved].filter(([, { body }]) => body.state !== 'approved').map(([what, { body }]) => [what, body.code])).toEqual([]);
    await weigh(null);
  }, 120_000);

  it.each(faults)('发布时再证明一遍：$what的挡住，逐处指出', async ({ what, code, path }) => {
    const at = approved.get(what)?.body;
    const { status, body } = await office().act(office().reviewer, at, 'publish');
    expect([status, body.code]).toEqual([422, 'catalog.not-ready']);
    expect(body.issues).toContainEqual(expect.objectContaining({ code, path: expect.stringContaining(`questionnaire.${path}`) as string }));
    expect((await office().call(office().editor, 'GET', `/api/v1/catalog/versions/${at.versionId}`)).body.state).toBe('approved');
  });

  it('没有错误的照常发布', async () => {
    expect((await office().act(office().reviewer, approved.get('没有错误')?.body, 'publish')).body.state).toBe('published');
  });
});

describe('删除的草稿不再等部门确认 (GDE-01)', () => {
  it('请求结束，待办收回，留下痕迹；事项的问题数按留下的版本算', async () => {
    const { server: { kernel, relay }, organizationId, organizationPath, editor } = office();
    const elements = guided();
    const published = await office().publishNew(elements);
    await seedReviewProcesses(systemContext(kernel, systemActor('test'), createId()));
    const decider = await signInTestStaff(kernel, { organizationId, roles: [{ code: 'decider', scope: { kind: 'organization', organizationPath } }] });
    const made = (await office().call(editor, 'POST', `/api/v1/catalog/items/${published.itemId}/versions`, {})).body;
    const confirmation = `/api/v1/catalog/versions/${made.versionId}/guidance-confirmation`;
    const { digest } = (await office().call(editor, 'GET', confirmation)).body;
    expect((await office().call(editor, 'POST', confirmation, { digest })).status).toBe(204);
    const waiting = async () => (await office().call(decider, 'GET', '/api/v1/inbox?limit=50')).body.items.some(({ subject }: { subject: { id: string } }) => subject.id === made.versionId);
    expect(await waiting()).toBe(true);
    const faulty = (await office().save(made, { ...elements, conditions: [] })).body;
    const listed = async () => (await office().call(editor, 'GET', `/api/v1/catalog/items?q=${elements.localTaskCode}`)).body.items;
    expect((await listed())[0].errorCount).toBeGreaterThan(0);
    expect((await office().act(editor, faulty, 'discard')).status).toBe(204);
    await relay.drain();
    expect(await waiting()).toBe(false);
    const { rows } = await kernel.db.pool.query(
      `SELECT r.state, r.ended_at IS NOT NULL AS ended, a.detail, a.actor_name FROM reviews.review r JOIN kernel.audit_entry a ON a.object_id = r.subject_id::text AND a.action = 'guidance.end-confirmation'
        WHERE r.subject_type = 'guidance' AND r.subject_id = $1`, [made.versionId]);
    expect(rows).toMatchObject([{ state: 'cancelled', ended: true, detail: expect.stringContaining('catalog.version-given-up') as string }]);
    expect(await listed()).toMatchObject([{ state: 'published', errorCount: 0 }]);
    expect((await office().call(decider, 'POST', `${confirmation}/decision`, { digest, decision: 'approve', opinion: '同意' })).status).toBe(404);
  });
});
