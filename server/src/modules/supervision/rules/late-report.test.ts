import { expect, it } from 'vitest';
import { systemActor } from '../../../kernel/access/index.ts';
import { systemContext } from '../../../kernel/context.ts';
import { createId } from '../../../kernel/db/index.ts';
import { addTestOrganization, signInTestStaff } from '../../../kernel/identity/testing/test-accounts.ts';
import { createRuleSet, publishVersion } from '../../../kernel/rules/index.ts';
import { advanceAccounts } from '../../../kernel/time-accounts/index.ts';
import { applyAsElder } from '../../../testing/apply.ts';
import { visit } from '../../../testing/http-client.ts';
import { accept, look, review } from '../../../testing/office.ts';
import { useTestCity, type Signed } from '../../../testing/test-city.ts';
import { dispatchContent, inputOf } from '../../dispatch/index.ts';
import { listSignals } from '../contract.ts';
import { advanceWatch } from '../signals/advance-watch.ts';

const city = useTestCity({ now: '2026-11-02T10:00:00+08:00' });

async function on(time: string): Promise<void> {
  await city().moveTo(time);
  await advanceAccounts(city().system());
  await city().server.relay.drain();
  await advanceWatch(city().system());
  await city().server.relay.drain();
}

/** Has the first examination done by an organisation, as rules of dispatch say. */
async function sendReviewsTo(name: string): Promise<void> {
  const rules = [{ id: 'r1', inputs: ['"审查"'], outputs: [`"${name}"`, '"审查岗"', 'null', 'null'], annotation: '由乡镇先行审查' }];
  const draft = await createRuleSet(city().system(), {
    code: 'dispatch-approval-town', name: '乡镇先行审查', description: '', legalBasis: '', content: dispatchContent('approval', [inputOf('环节')], [{ id: 'c1', expression: '环节' }], rules),
    testCases: [{ id: 't1', name: '示例', inputs: { 环节: '审查' }, expected: { 去向: { 机构: name, 岗位: '审查岗', 人员: null, 分派: null } } }],
  }, { organizationPath: '', regionCode: '' });
  const publisher = systemContext(city().server.kernel, systemActor('test-publisher', '发布人'), createId());
  await publishVersion(publisher, draft.id, draft.revision);
  await city().server.relay.drain();
}

/** A township below the district, with one who examines applications there. */
async function addTown(name: string): Promise<Signed> {
  const { kernel } = city().server;
  const town = await addTestOrganization(kernel, { name, regionCode: '511602100000' });
  const examiner = await signInTestStaff(kernel, { name: '镇审查员', organizationId: town.id, posts: ['preliminary-review'], roles: [{ code: 'reviewer', scope: { kind: 'own' } }] });
  return { ...examiner, http: visit(city().origin, examiner.headers.authorization.slice('Bearer '.length)) };
}

it('乡镇先行审查满三个工作日没有报送区里的，亮迟报上级黄牌并告诉乡镇经办和监督员；报送后解除 (SUP-01, 行政许可法第三十五条)', async () => {
  const town = '广安市广安区协兴镇人民政府';
  const examiner = await addTown(town);
  const supervisor = await city().officer('区民政局', 'supervision');
  await sendReviewsTo(town);
  const { receipt: { caseId } } = await applyAsElder(city());
  await accept(await city().officer('区民政局', 'window'), caseId);
  await city().server.relay.drain();
  expect((await look(examiner, caseId)).tasks).toMatchObject([{ name: '审查', mine: true }]);
  const late = async () => (await supervisor.http.call(listSignals, { query: { caseId, open: true } })).items.filter(({ rule }) => rule.name === '迟报上级');

  await on('2026-11-05T23:59');
  expect(await late()).toEqual([]);
  await on('2026-11-06T00:00');
  expect(await late()).toMatchObject([{ level: 'yellow', dueOn: '2026-11-05', says: '下级机关的“审查”自 2026年11月2日 起满 3 个工作日，仍未报送上级', advice: expect.stringContaining('报送上级机关') }]);
  const { rows } = await city().server.database.db.pool.query<{ recipientId: string }>(`SELECT recipient_id AS "recipientId" FROM messaging.message WHERE dedupe_key = $1 AND channel = 'in-site'`, [`signal:${caseId}:JC21`]);
  expect(rows.map(({ recipientId }) => recipientId).toSorted()).toEqual([examiner.id, supervisor.id].toSorted());

  await review(examiner, caseId);
  await city().server.relay.drain();
  expect((await look(await city().officer('区民政局', 'review'), caseId)).tasks).toMatchObject([{ name: '审核' }]);
  expect(await late()).toEqual([]);
  // What waits in the district itself is no late report, however long.
  await on('2026-11-20T10:00');
  expect(await late()).toEqual([]);
});
