import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMessages } from '../../kernel/messaging/contract.ts';
import { applyAsElder } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { look } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { jumpToSystem, listOutstanding, listReconciliations, listRefusals, listSystems, pullNow, reconcile } from './contract.ts';
import { pullDue, reconcileDaily } from './jobs/jobs.ts';
import { enter, enteredCase, linkOf, registerSystem, signInAdministrator, stop, type RealEstate } from './testing/real-estate.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
let administrator: Signed;
let estate: RealEstate;
beforeAll(async () => {
  administrator = await signInAdministrator(city());
  estate = await registerSystem(city(), administrator, { name: '不动产登记系统', itemKey: 'elderly-allowance' });
});
afterAll(() => { stop(estate); });

const params = () => ({ systemId: estate.system.id });
const seen = async () => (await administrator.http.call(listSystems, {})).items.find(({ id }) => id === estate.system.id);
const numbersIn = async (group: 'not-entered' | 'silent' | 'troubled' | 'open') => (await administrator.http.call(listOutstanding, { params: params(), query: { group } })).items.map(({ caseNumber }) => caseNumber);

describe('对方系统停一天 (INT-04)', () => {
  it('跳转说明停机、登记保留；恢复后接着办；操作员看得到没有进入的办件', async () => {
    const { elder, receipt } = await applyAsElder(city());
    await city().server.relay.drain();
    estate.simulator.fail = 503;
    const { consent } = await linkOf(elder, receipt.caseId);
    const refusal = await refusalOf(elder.http.call(jumpToSystem, { params: { caseId: receipt.caseId }, body: { consent } }));
    expect(refusal).toMatchObject({ status: 503, code: 'self-built.down', detail: expect.stringContaining(receipt.number) });
    expect(refusal.detail).toContain('登记已经保留');
    expect(await look(elder, receipt.caseId)).toMatchObject({ status: 'submitted', acceptanceDueOn: '2026-11-27' });
    expect(await linkOf(elder, receipt.caseId)).toMatchObject({ state: 'registered', downSince: expect.any(String), mayJump: true });
    expect(await seen()).toMatchObject({ connection: { state: 'down', lastError: expect.stringContaining('503') } });
    expect(await numbersIn('not-entered')).toContain(receipt.number);
    await city().moveTo('2026-11-21T10:00');
    estate.simulator.fail = undefined;
    await enter(elder, receipt.caseId);
    expect(await linkOf(elder, receipt.caseId)).toMatchObject({ state: 'entered', downSince: null });
    expect(await numbersIn('not-entered')).not.toContain(receipt.number);
    await city().moveTo('2026-11-20T10:00');
  });

  it('停满十分钟告诉管理员和领人办理的窗口，恢复了再说一次；一会儿就好的不打扰人', async () => {
    await enteredCase(city());
    const clerk = await city().officer('区民政局', 'window');
    const told = async (who: Signed) => (await who.http.call(listMessages, { query: {} })).items.filter(({ title }) => title.includes('不动产登记系统')).map(({ title }) => title);
    const at = async (time: string) => { await city().moveTo(time); await pullDue(city().system()); };
    estate.simulator.fail = 503;
    await at('2026-11-20T10:20');
    await at('2026-11-20T10:25');
    expect([await told(administrator), await told(clerk)]).toEqual([[], []]);
    await at('2026-11-20T10:31');
    await at('2026-11-20T10:50');
    const down = '“不动产登记系统”从2026年11月20日 10:20起连不上';
    expect([await told(administrator), await told(clerk)]).toEqual([[down], [down]]);
    const wordsOf = async (who: Signed) => (await who.http.call(listMessages, { query: {} })).items.filter(({ title }) => title === down).map(({ body, link }) => [body.includes('503'), link]);
    expect([await wordsOf(administrator), await wordsOf(clerk)]).toEqual([[[true, `/workbench/self-built-systems/${estate.system.id}`]], [[false, '/workbench/inbox']]]);
    expect(await told(await city().officer('区住建局', 'window'))).toEqual([]);
    estate.simulator.fail = undefined;
    await at('2026-11-20T12:00');
    await at('2026-11-20T12:01');
    expect(await told(clerk)).toEqual(['“不动产登记系统”已恢复', down]);
    await city().moveTo('2026-11-20T10:00');
  });

  it('没有到的回传按时去取，间隔越来越长；取回的与当时收到的一样，只记一次', async () => {
    const { elder, caseId, number } = await enteredCase(city());
    estate.simulator.cut = true;
    await estate.simulator.happen(number, { kind: 'accepted' });
    await estate.simulator.happen(number, { kind: 'in-progress', stepName: '权籍调查' });
    estate.simulator.cut = false;
    await pullDue(city().system());
    expect((await look(elder, caseId)).status).toBe('submitted');
    estate.simulator.fail = 503;
    let at = new Date('2026-11-20T10:15:00+08:00').getTime();
    const waits: number[] = [];
    for (let tried = 0; tried < 9; tried += 1) {
      city().server.clock.set(new Date(at));
      await pullDue(city().system());
      const { rows: [row] } = await city().server.database.db.pool.query<{ next: Date; failures: number }>('SELECT next_try_at AS next, failures FROM self_built.system WHERE id = $1', [estate.system.id]);
      waits.push(Math.round(((row?.next.getTime() ?? 0) - at) / 60_000));
      at = row?.next.getTime() ?? at;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    estate.simulator.fail = undefined;
    await city().moveTo('2026-11-21T11:30');
    expect(await numbersIn('silent')).toContain(number);
    await Promise.all([pullDue(city().system()), pullDue(city().system())]);
    await city().server.relay.drain();
    const view = await look(elder, caseId);
    expect(view.timeline.map(({ label }) => label).filter((label) => label === '受理' || label === '权籍调查')).toEqual(['受理', '权籍调查']);
    expect((await linkOf(elder, caseId)).reports.map(({ sequence }) => sequence)).toEqual([2, 1]);
    expect(await seen()).toMatchObject({ connection: { state: 'up', downSince: null } });
    // What comes again by the line is known already.
    const [first] = estate.simulator.cases.get(number)?.reports ?? [];
    expect(await estate.simulator.send('reports', 'report', first ?? {})).toMatchObject({ status: 200, body: { duplicate: true } });
    const due = async () => (await city().server.database.db.pool.query<{ next: Date }>('SELECT next_pull_at AS next FROM self_built.link WHERE case_id = $1', [caseId])).rows[0]?.next.getTime() ?? 0;
    const quiet: number[] = [];
    for (let asked = 0; asked < 7; asked += 1) {
      const now = await due();
      city().server.clock.set(new Date(now));
      await pullDue(city().system());
      quiet.push((await due() - now) / 60_000);
    }
    expect(quiet).toEqual([30, 60, 120, 240, 480, 480, 480]);
    await city().moveTo('2026-11-20T10:00');
  });

  it('取回的有问题：写明原因，操作员看得到，改正后再取就好；后面的不跳过去办', async () => {
    const { caseId, elder, number } = await enteredCase(city());
    estate.simulator.cut = true;
    await estate.simulator.happen(number, { kind: 'accepted' });
    await estate.simulator.happen(number, { kind: 'decided', outcome: 'denied' });
    await estate.simulator.happen(number, { kind: 'delivered', receiver: '陈德福' });
    estate.simulator.cut = false;
    expect(await administrator.http.call(pullNow, { params: params(), body: { caseIds: [caseId] } })).toEqual({ asked: 1, taken: 1, refused: 1 });
    expect((await look(elder, caseId)).status).toBe('accepted');
    expect(await numbersIn('troubled')).toContain(number);
    expect((await administrator.http.call(listRefusals, { params: params() })).items[0]).toMatchObject({ caseNumber: number, sequence: 2, kind: 'decided', code: 'self-built.report-lacks', reason: expect.stringContaining('不予的理由') });
    const wrong = estate.simulator.cases.get(number)?.reports[1];
    if (wrong) Object.assign(wrong, { reasons: '权属有争议。' });
    expect(await administrator.http.call(pullNow, { params: params(), body: { caseIds: [caseId] } })).toEqual({ asked: 1, taken: 2, refused: 0 });
    expect(await look(elder, caseId)).toMatchObject({ status: 'closed', outcome: 'denied' });
    expect(await numbersIn('troubled')).not.toContain(number);
    expect(await numbersIn('open')).not.toContain(number);
  });

  it('对账找出双方不一致的，少了的随即补取；每天自动对账；别人不能', async () => {
    const { elder, caseId, number } = await enteredCase(city());
    const lost = await enteredCase(city());
    estate.simulator.cut = true;
    await estate.simulator.happen(number, { kind: 'accepted' });
    estate.simulator.cut = false;
    const known = estate.simulator.cases.get(number);
    if (known) estate.simulator.cases.set('511602202611200109999', { ...known, content: { ...known.content, caseNumber: '511602202611200109999' }, reports: [] });
    estate.simulator.cases.delete(lost.number);
    const day = { from: '2026-11-20', to: '2026-11-20' };
    const found = await administrator.http.call(reconcile, { params: params(), body: day });
    expect(found.differences).toEqual(expect.arrayContaining([
      { kind: 'behind', caseNumber: number, ours: 0, theirs: 1 }, { kind: 'missing-here', caseNumber: '511602202611200109999', ours: null, theirs: 0 }, { kind: 'missing-there', caseNumber: lost.number, ours: 0, theirs: null },
    ]));
    expect(found.taken).toBe(1);
    expect((await look(elder, caseId)).status).toBe('accepted');
    await city().moveTo('2026-11-21T03:40');
    await reconcileDaily(city().system());
    const { items: [latest] } = await administrator.http.call(listReconciliations, { params: params() });
    expect(latest).toMatchObject({ from: '2026-11-14', to: '2026-11-20', taken: 0 });
    expect(latest?.differences.filter(({ kind }) => kind === 'behind')).toEqual([]);
    await city().moveTo('2026-11-20T10:00');
    expect(await refusalOf(administrator.http.call(reconcile, { params: params(), body: { from: '2026-11-20', to: '2026-11-01' } }))).toMatchObject({ code: 'self-built.period' });
    estate.simulator.fail = 500;
    expect(await refusalOf(administrator.http.call(reconcile, { params: params(), body: day }))).toMatchObject({ status: 503, code: 'self-built.unreachable' });
    estate.simulator.fail = undefined;
    const clerk = await city().officer('区民政局', 'window');
    expect(await refusalOf(clerk.http.call(reconcile, { params: params(), body: day }))).toMatchObject({ status: 403 });
    expect(await refusalOf(clerk.http.call(pullNow, { params: params(), body: { caseIds: [] } }))).toMatchObject({ status: 403 });
  });
});
