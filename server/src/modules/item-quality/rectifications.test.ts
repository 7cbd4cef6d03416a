import { describe, expect, test } from 'vitest';
import { listMessages } from '../../kernel/messaging/contract.ts';
import { openSpreadsheet, openTable } from '../../kernel/spreadsheets/index.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import {
  acceptFinding, advanceRectification, exportFindings, getQualityOverview, getRectification, issueRectifications, listFindings, listRectifications, type Rectification,
} from './contract.ts';
import { checkNightly } from './index.ts';
import { qualityDesk } from './testing/quality-desk.ts';

// Friday; five working days end on the next Friday.
const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const desk = qualityDesk(city);
const requirement = '请在期限内逐项改好，重新发布。';
const messages = async (who: Signed) => (await who.http.call(listMessages, { query: {} })).items.filter(({ templateKey }) => templateKey.startsWith('item-quality.'));
const look = (who: Signed, { id }: Pick<Rectification, 'id'>) => who.http.call(getRectification, { params: { rectificationId: id } });

/** Spoils a demonstration item so that its department has something to mend; gives its errors. */
async function spoil(department: '区住建局' | '区民政局', key: string, supervision: string) {
  const [editor, reviewer] = [await city().departmentAdministrator(department), await city().itemAdministrator()];
  const itemId = city().itemId(key);
  await city().server.kernel.db.pool.query(`UPDATE catalog.item_version SET elements = elements || $2::jsonb WHERE item_id = $1`,
    [itemId, JSON.stringify({ supervisionTelephone: supervision, consultationTelephone: '2000000' })]);
  await desk.check(reviewer);
  return { editor, reviewer, itemId, findings: await desk.findings(editor, { itemId, state: 'open', severity: 'error' }) };
}

describe('整改单 (CAT-04, IND-02)', () => {
  test('下达、部门反馈、退回、改好后复查自动办结；每一步相关的人都收到通知', async () => {
    const { editor, reviewer, itemId, findings } = await spoil('区住建局', 'drainage-licence', '0826-12345');
    expect(findings.map(({ rule, path }) => [rule, path])).toEqual([['area-code', 'consultationTelephone']]);
    const issued = await reviewer.http.call(issueRectifications, { body: { findingIds: findings.map(({ id }) => id), workingDays: 5, requirement } });
    const [order] = issued.rectifications;
    if (!order) throw new Error('no order');
    expect(issued.findings).toBe(1);
    expect(order).toMatchObject({
      state: 'issued', organizationName: '区住建局', dueOn: '2026-11-27', remainingDays: 5, overdue: false, findings: 1, remaining: 1, issuedByName: reviewer.name,
      number: 'ZG-2026-000001', abilities: { reply: false, sendBack: false, cancel: true },
    });
    expect(await messages(editor)).toMatchObject([{ title: '收到质量整改单：1 个问题', body: expect.stringContaining('2026年11月27日'), link: `/item-quality/rectifications/${order.id}` }]);
    expect((await desk.findings(editor, { rectificationId: order.id }))[0]).toMatchObject({ state: 'assigned', rectification: { id: order.id, dueOn: '2026-11-27', overdue: false } });
    expect((await refusalOf(reviewer.http.call(issueRectifications, { body: { findingIds: findings.map(({ id }) => id), workingDays: 5, requirement } }))).code).toBe('item-quality.nothing-to-order');

    const params = { rectificationId: order.id };
    expect((await look(editor, order)).abilities).toEqual({ reply: true, sendBack: false, cancel: false });
    expect((await refusalOf(editor.http.call(advanceRectification, { params, body: { action: 'cancel', version: 1, text: '自己撤回整改单。' } }))).kind).toBe('forbidden');
    expect((await refusalOf(reviewer.http.call(advanceRectification, { params, body: { action: 'reply', version: 1, text: '代部门反馈。' } }))).kind).toBe('forbidden');
    const replied = await editor.http.call(advanceRectification, { params, body: { action: 'reply', version: 1, text: '已与电信公司核实，正在修改。' } });
    expect(replied).toMatchObject({ state: 'replied', reply: '已与电信公司核实，正在修改。', version: 2, steps: [{ label: '下达' }, { label: '反馈', byName: editor.name }] });
    expect((await refusalOf(editor.http.call(advanceRectification, { params, body: { action: 'reply', version: 2, text: '再反馈一次看看。' } }))).code).toBe('item-quality.wrong-state');
    expect((await refusalOf(reviewer.http.call(advanceRectification, { params, body: { action: 'send-back', version: 1, text: '还没有改好。', workingDays: 3 } }))).code).toBe('item-quality.stale');
    const back = await reviewer.http.call(advanceRectification, { params, body: { action: 'send-back', version: 2, text: '还没有改好。', workingDays: 3 } });
    expect(back).toMatchObject({ state: 'issued', dueOn: '2026-11-25' });
    expect((await messages(editor)).map(({ title }) => title)).toContain(`整改单 ${order.number} 被退回`);
    expect((await messages(reviewer)).map(({ title }) => title)).toContain(`区住建局反馈了整改单 ${order.number}`);

    const draft = await desk.draft(editor, itemId, (elements) => ({ ...elements, consultationTelephone: '0826-2000000' }));
    expect((await look(editor, order)).state).toBe('issued');
    await desk.publish(editor, reviewer, draft);
    expect(await look(editor, order)).toMatchObject({ state: 'closed', remaining: 0, finishedAt: expect.any(String), remainingDays: null, abilities: { reply: false, sendBack: false, cancel: false } });
    expect((await messages(reviewer)).map(({ title }) => title)).toContain(`整改单 ${order.number} 已办结`);
  });

  test('超期显示出来，夜里告知部门和下达人一次；概览里计入部门', async () => {
    const { editor, reviewer, findings } = await spoil('区民政局', 'elderly-allowance', '2000000');
    const { rectifications: [order] } = await reviewer.http.call(issueRectifications, { body: { filter: { organizationId: city().organizationId('区民政局'), severity: 'error' }, workingDays: 2, requirement } });
    if (!order) throw new Error('no order');
    expect([order.findings, order.dueOn]).toEqual([findings.length, '2026-11-24']);
    await city().moveTo('2026-11-26T10:00');
    expect(await look(editor, order)).toMatchObject({ overdue: true, remainingDays: -2 });
    expect((await editor.http.call(listRectifications, { query: { overdue: true } })).items.map(({ id }) => id)).toEqual([order.id]);
    const { departments } = await reviewer.http.call(getQualityOverview, { query: {} });
    expect(departments.find(({ organizationId }) => organizationId === city().organizationId('区民政局'))).toMatchObject({ overdueRectifications: 1 });
    for (let night = 0; night < 2; night += 1) await checkNightly(city().system());
    await desk.finishRuns(reviewer);
    for (const who of [editor, reviewer]) {
      expect((await messages(who)).filter(({ title }) => title === `整改单 ${order.number} 已超期`)).toMatchObject([{ body: expect.stringContaining(`还有 ${findings.length} 个问题`) }]);
    }
  });

  test('撤回后问题可以重新下达；认可为例外的问题也算处理完', async () => {
    const [editor, reviewer] = [await city().departmentAdministrator('区民政局'), await city().itemAdministrator()];
    const { items: [order] } = await editor.http.call(listRectifications, { query: { open: true } });
    const params = { rectificationId: order?.id ?? '' };
    const cancelled = await reviewer.http.call(advanceRectification, { params, body: { action: 'cancel', version: order?.version ?? 0, text: '改为分批下达。' } });
    expect(cancelled).toMatchObject({ state: 'cancelled', remaining: 0 });
    const open = await desk.findings(editor, { state: 'open', severity: 'error' });
    expect(open.length).toBe(order?.findings);
    const { rectifications: [again] } = await reviewer.http.call(issueRectifications, { body: { findingIds: open.map(({ id }) => id), workingDays: 2, requirement } });
    for (const { id } of open) await reviewer.http.call(acceptFinding, { params: { findingId: id }, body: { reason: '下周统一改号，暂予认可' } });
    expect((await look(editor, again ?? { id: '' })).state).toBe('closed');
  });

  test('不写明哪些问题、别的部门的整改单、没有权限的人', async () => {
    const [editor, reviewer, other] = [await city().departmentAdministrator('区民政局'), await city().itemAdministrator(), await city().departmentAdministrator('区人社局')];
    expect((await refusalOf(reviewer.http.call(issueRectifications, { body: { workingDays: 5, requirement } }))).code).toBe('item-quality.which-findings');
    const { items: [order] } = await editor.http.call(listRectifications, { query: {} });
    expect((await refusalOf(look(other, order ?? { id: '' }))).code).toBe('item-quality.rectification-not-found');
    expect((await refusalOf((await city().officer('区民政局', 'decision')).http.call(issueRectifications, { body: { filter: {}, workingDays: 5, requirement } }))).kind).toBe('forbidden');
    const foreign = await desk.findings(reviewer, { organizationId: city().organizationId('区住建局'), state: 'open' });
    expect((await refusalOf(other.http.call(issueRectifications, { body: { findingIds: foreign.slice(0, 1).map(({ id }) => id), workingDays: 5, requirement } }))).code).toBe('item-quality.nothing-to-order');
  });
});

describe('异常明细 (CAT-04, CAT-05)', () => {
  test('办事指南和材料要素分列；按部门、规则、程度、状态、事项筛选；翻页不重不漏', async () => {
    const admin = await city().itemAdministrator();
    const groups = async (list: 'guide' | 'materials') => new Set((await desk.findings(admin, { list })).map(({ group }) => group));
    expect([...await groups('guide')].every((group) => group === 'guide' || group === 'guidance')).toBe(true);
    expect([...await groups('materials')].every((group) => group === 'materials' || group === 'review-points')).toBe(true);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await admin.http.call(listFindings, { query: { limit: 7, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    const { rows: [count] } = await city().server.kernel.db.pool.query('SELECT count(*)::int AS findings FROM item_quality.finding');
    expect([seen.length, new Set(seen).size]).toEqual([count.findings, count.findings]);
    const organizationId = city().organizationId('区住建局');
    const narrowed = await desk.findings(admin, { organizationId, rule: 'material-licence', severity: 'warning', state: 'current', regionCode: '511602', q: '排水' });
    expect(narrowed.length).toBeGreaterThan(0);
    for (const one of narrowed) expect(one).toMatchObject({ organizationId, rule: 'material-licence', severity: 'warning', itemName: expect.stringContaining('排水') });
    expect(await desk.findings(admin, { q: '100%' })).toEqual([]);
    expect(await desk.findings(admin, { regionCode: '511603' })).toEqual([]);
  });

  test('导出的 Excel 与列表一致', async () => {
    const admin = await city().itemAdministrator();
    const query = { list: 'materials', state: 'current', organizationId: city().organizationId('区住建局') } as const;
    const expected = await desk.findings(admin, query);
    const response = await city().server.app.inject({
      method: 'GET', url: `/api/v1/item-quality/findings/export?${new URLSearchParams(query).toString()}`, headers: admin.headers,
    });
    expect(decodeURIComponent(String(response.headers['content-disposition']))).toContain('材料要素异常明细-2026-11-2');
    const file = await openSpreadsheet({ fileName: 'x.xlsx', content: response.rawPayload });
    const table = await openTable(file, { sheet: '材料要素异常明细', columns: { item: { title: '事项名称' }, message: { title: '问题' }, element: { title: '要素' }, state: { title: '状态' } } });
    const rows: string[][] = [];
    for await (const row of table.rows) rows.push((['item', 'message', 'element', 'state'] as const).map((key) => row.cell(key)?.text ?? ''));
    expect(rows).toEqual(expected.map(({ itemName, message }) => [itemName, message, '申请材料', '待处理']));
    expect(exportFindings.responseKind).toBe('binary');
  });
});
