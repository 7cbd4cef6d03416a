import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyAsElder } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { deliverPush } from './actions/deliver-push.ts';
import { checkWording, classifyText, extractValues, findIndicator, listEngines, listPushes, retryPush, suggestMeant } from './contract.ts';
import { pushCaseFigures, sweepPushes } from './jobs/push-jobs.ts';
import { createCityBrainSimulator } from './simulator/city-brain-simulator.ts';
import { createNlpSimulator } from './simulator/nlp-simulator.ts';

const minute = 60_000;
const brain = createCityBrainSimulator();
const servers = [createNlpSimulator(), brain.server];
const addressOf = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const [nlpUrl = '', brainUrl = ''] = await Promise.all(servers.map(addressOf));
afterAll(() => { for (const server of servers) { server.close(); server.closeAllConnections(); } });

const city = useTestCity({ env: { NLP_ENGINE_URL: nlpUrl, CITY_BRAIN_URL: brainUrl } });
let keeper: Signed, visitor: Signed, clerk: Signed;

beforeAll(async () => {
  [keeper, visitor, clerk] = [await city().itemAdministrator(), await city().person(), await city().officer('区民政局', 'window')];
});

/** A service that was found away is asked again after half a minute. */
const rest = () => city().server.clock.advance(31_000);
const meant = (q: string) => visitor.http.call(suggestMeant, { query: { q } });

describe('自然语言接口 (DEC-09)', () => {
  it('没有搜到时按语义推荐本市有的事项；引擎忙、拒绝、说不出时按字面，并说明是哪一种', async () => {
    expect(await meant('家里老人过了八十岁有没有补贴')).toMatchObject({ by: 'engine', items: [{ itemId: city().itemId('elderly-allowance') }] });
    expect(await meant('繁忙 城市道路要挖开')).toMatchObject({ by: 'built-in', items: expect.arrayContaining([expect.objectContaining({ itemId: city().itemId('road-excavation') })]) });
    rest();
    expect(await meant('拒绝 城市道路')).toMatchObject({ by: 'built-in' });
    rest();
    expect(await meant('执业注册')).toMatchObject({ by: 'built-in', items: expect.arrayContaining([expect.objectContaining({ name: '护士执业注册（首次）' })]) });
    expect(await meant('怎么办理')).toEqual({ by: 'built-in', items: [] });
    expect(await meant('abc 123')).toEqual({ by: 'built-in', items: [] });
    expect(await refusalOf(meant(''))).toMatchObject({ status: 400 });
  });

  it('迟迟不答的三秒后改按字面，之后半分钟不再问它', async () => {
    const began = Date.now();
    expect(await meant('没有应答 城市道路')).toMatchObject({ by: 'built-in' });
    expect(Date.now() - began).toBeGreaterThanOrEqual(2_900);
    expect((await keeper.http.call(listEngines, {})).items.find(({ kind }) => kind === 'nlp')).toMatchObject({ state: 'away', reason: '没有在规定时间内应答' });
    rest();
    expect((await keeper.http.call(listEngines, {})).items.find(({ kind }) => kind === 'nlp')).toMatchObject({ state: 'ready', name: '自然语言模拟器' });
  });

  it('取出内容、检查用词、归类诉求；只有管理人员能用；不能用时说明', async () => {
    const text = '申请人于2026年11月20日提交“道路图纸”等相关证明。';
    expect((await keeper.http.call(extractValues, { body: { text, fields: [{ name: 'on', label: '日期', type: 'date' }, { name: 'what', label: '材料', type: 'text' }] } })).values).toMatchObject([{ name: 'on', value: '2026年11月20日' }, { name: 'what', value: '道路图纸' }]);
    expect((await keeper.http.call(checkWording, { body: { text } })).findings).toMatchObject([{ length: 5, suggestion: '逐项写明证明的名称' }]);
    expect(await keeper.http.call(classifyText, { body: { text: '马路对面要挖路埋管，需要破路' } })).toMatchObject({ by: 'engine', items: [{ itemId: city().itemId('road-excavation') }] });
    for (const who of [visitor, clerk]) expect(await refusalOf(who.http.call(checkWording, { body: { text } }))).toMatchObject({ status: 403 });
    expect(await refusalOf(keeper.http.call(checkWording, { body: { text: '' } }))).toMatchObject({ status: 400 });
    expect(await refusalOf(keeper.http.call(checkWording, { body: { text: '繁忙' } }))).toMatchObject({ status: 503, code: 'intelligence.engine-away' });
    rest();
  });
});

describe('城市大脑 (DEC-09)', () => {
  const pushes = async (state?: 'queued' | 'sent' | 'failed') => (await keeper.http.call(listPushes, { query: state ? { state } : {} })).items;
  const deliverAll = async () => { for (const { id } of await pushes('queued')) await deliverPush(city().system(), id); };

  it('按区划推送办件数量，一次只收一份；没有个人信息', async () => {
    await applyAsElder(city());
    await pushCaseFigures(city().system());
    const [push] = await pushes('queued');
    await deliverAll();
    await deliverPush(city().system(), push?.id ?? '');
    expect(brain.taken).toMatchObject([{ id: push?.id, to: 'indicators', body: { kind: 'indicators' } }]);
    const { indicators } = brain.taken[0]?.body as { indicators: { code: string; value: number; unit: string }[] };
    expect(indicators.find(({ code }) => code === 'cases.submitted-today')).toMatchObject({ value: expect.any(Number), unit: '件' });
    expect(JSON.stringify(brain.taken)).not.toContain('陈德福');
    expect(await pushes('sent')).toMatchObject([{ id: push?.id, attempts: 1, error: null }]);
  });

  it('对方故障时按 1、2、4…分钟重试，送到为止；拒收的不再试，可以重推', async () => {
    brain.fail = 503;
    await pushCaseFigures(city().system());
    const [push] = await pushes('queued');
    for (const attempts of [1, 2, 3]) {
      await deliverAll();
      expect(await pushes('queued')).toMatchObject([{ id: push?.id, attempts, error: expect.stringContaining('城市大脑接口') }]);
      city().server.clock.advance(2 ** (attempts - 1) * minute);
    }
    brain.fail = undefined;
    await deliverAll();
    expect((await pushes('sent')).map(({ id }) => id)).toContain(push?.id);
    brain.fail = 422;
    await pushCaseFigures(city().system());
    await deliverAll();
    const [failed] = await pushes('failed');
    expect(failed).toMatchObject({ attempts: 1, error: expect.stringContaining('422') });
    brain.fail = undefined;
    for (const who of [clerk, visitor]) expect(await refusalOf(who.http.call(retryPush, { params: { pushId: failed?.id ?? '' } }))).toMatchObject({ status: 403 });
    expect(await keeper.http.call(retryPush, { params: { pushId: failed?.id ?? '' } })).toMatchObject({ state: 'queued', attempts: 0 });
    await deliverAll();
    expect(await pushes('failed')).toEqual([]);
    expect(await refusalOf(keeper.http.call(retryPush, { params: { pushId: failed?.id ?? '' } }))).toMatchObject({ code: 'intelligence.push-not-failed' });
  });

  it('丢了任务的由巡检补上；送到一个月的清掉', async () => {
    const pool = city().server.kernel.db.pool;
    await pushCaseFigures(city().system());
    const [push] = await pushes('queued');
    const jobs = async () => (await pool.query('select 1 from graphile_worker._private_jobs where payload::jsonb @> $1', [JSON.stringify({ pushId: push?.id })])).rowCount;
    await pool.query('delete from graphile_worker._private_jobs where payload::jsonb @> $1', [JSON.stringify({ pushId: push?.id })]);
    city().server.clock.advance(6 * minute);
    await sweepPushes(city().system());
    expect(await jobs()).toBe(1);
    await deliverAll();
    city().server.clock.advance(31 * 24 * 60 * minute);
    await sweepPushes(city().system());
    const { rows } = await pool.query(`select count(*)::int as count from intelligence.push where state = 'sent'`);
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('查询城市指标：没有的、用不了的说明；没有权限的不行', async () => {
    keeper = await city().itemAdministrator('三');
    expect(await keeper.http.call(findIndicator, { params: { code: 'city.population' } })).toMatchObject({ name: '常住人口', unit: '人' });
    expect(await refusalOf(keeper.http.call(findIndicator, { params: { code: 'city.unknown' } }))).toMatchObject({ status: 404, code: 'intelligence.indicator-not-found' });
    expect(await refusalOf(keeper.http.call(findIndicator, { params: { code: '../x' } }))).toMatchObject({ status: 400 });
    brain.fail = 503;
    expect(await refusalOf(keeper.http.call(findIndicator, { params: { code: 'city.population' } }))).toMatchObject({ status: 503, code: 'intelligence.engine-away' });
    brain.fail = undefined;
    const stranger = await city().person();
    expect(await refusalOf(stranger.http.call(findIndicator, { params: { code: 'city.population' } }))).toMatchObject({ status: 403 });
    expect(await refusalOf(stranger.http.call(listPushes, { query: {} }))).toMatchObject({ status: 403 });
    expect(await refusalOf(stranger.http.call(listEngines, {}))).toMatchObject({ status: 403 });
  });
});
