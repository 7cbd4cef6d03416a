import { expect, test } from 'vitest';
import { signInTestPerson, signInTestStaff } from '../../kernel/identity/testing/test-accounts.ts';
import { useTestCity } from '../../testing/test-city.ts';
import { startRun } from '../item-quality/contract.ts';
import { runChecks } from '../item-quality/index.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const call = async (who: { headers: Record<string, string> }, method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await city().server.app.inject({ method, url: `/api/v1${url}`, headers: who.headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
};

/** A report about an item, closed with the guide found wrong. */
async function reportWrongGuide(itemId: string) {
  const { kernel } = city().server;
  const organizationId = city().organizationId('区民政局');
  const [person, supervisor, handler] = [await signInTestPerson(kernel), await signInTestStaff(kernel, { roles: ['supervisor'] }), await signInTestStaff(kernel, { organizationId, roles: ['decider'] })];
  const reported = (await call(person, 'POST', '/my-stuck-matters', { content: '指南上没有写要健在证明，窗口却一定要。', reasonCode: 'beyond-the-guide', mobile: '13900001234', itemId })).body;
  const step = async (who: typeof handler, payload: object) => {
    const { version } = (await call(supervisor, 'GET', `/stuck-matters/${reported.id}`)).body;
    return call(who, 'POST', `/stuck-matters/${reported.id}/steps`, { version, ...payload });
  };
  await step(supervisor, { action: 'assign', organizationId, text: '请核实指南。' });
  await step(handler, { action: 'take' });
  await step(handler, { action: 'answer', text: '指南漏写了代办人的材料，窗口不应要求健在证明。' });
  const pass = { action: 'pass', text: '同意办结。', causeCode: 'guide-wrong', causeText: '材料清单没有写清代办人材料' };
  expect((await step(supervisor, pass)).body.code).toBe('stuck-matters.element-needed');
  expect((await step(supervisor, { ...pass, element: 'materials' })).body).toMatchObject({ state: 'awaiting-word', cause: { name: '办事指南有误', elementLabel: '申请材料' } });
  const { version } = (await call(person, 'GET', `/my-stuck-matters/${reported.id}`)).body;
  await call(person, 'POST', `/my-stuck-matters/${reported.id}/steps`, { action: 'give-word', version, word: 'satisfied' });
  return { supervisor, handler, number: reported.number as string, closed: (await call(supervisor, 'GET', `/stuck-matters/${reported.id}`)).body };
}

test('认定办事指南有误的，办结时列入事项质量清单；检查不会关掉它，可以下达整改，核实后办结 (STK-01, CAT-04)', async () => {
  const itemId = city().itemId('elderly-allowance');
  const admin = await city().itemAdministrator();
  const check = async () => runChecks(city().system(), (await admin.http.call(startRun, { body: {} })).id);
  await check();
  const { supervisor, handler, number, closed } = await reportWrongGuide(itemId);
  expect(closed).toMatchObject({ state: 'closed', findingId: expect.any(String) });
  const finding = async () => (await call(supervisor, 'GET', `/item-quality/findings?itemId=${itemId}&rule=reported-by-people`)).body.items[0];
  expect(await finding()).toMatchObject({
    id: closed.findingId, ruleTitle: '群众反映办事指南有误', group: 'materials', severity: 'warning', state: 'open', message: `群众反映（${number}）：材料清单没有写清代办人材料`,
    abilities: { accept: false, settle: true, assign: true },
  });
  await check();
  expect((await finding()).state).toBe('open');
  const settle = (who: typeof handler) => call(who, 'POST', `/item-quality/findings/${closed.findingId}/settle`, { outcome: 'mended', reason: '新版本已写清代办人材料。' });
  expect((await settle(handler)).status).toBe(403);
  expect((await call(supervisor, 'POST', `/item-quality/findings/${closed.findingId}/accept`, { reason: '暂时不改这个问题' })).body.code).toBe('item-quality.reported');
  const ordered = await call(supervisor, 'POST', '/item-quality/rectifications', { findingIds: [closed.findingId], workingDays: 5, requirement: '请补充材料清单。' });
  expect(ordered.body).toMatchObject({ findings: 1, rectifications: [{ organizationName: '区民政局', remaining: 1 }] });
  expect((await settle(supervisor)).body).toMatchObject({ state: 'mended', abilities: { settle: false } });
  expect((await call(supervisor, 'GET', `/item-quality/rectifications/${ordered.body.rectifications[0].id}`)).body).toMatchObject({ state: 'closed', remaining: 0 });
  expect((await settle(supervisor)).body.code).toBe('item-quality.finding-closed');
});
