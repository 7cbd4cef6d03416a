import { beforeAll, describe, expect, it } from 'vitest';
import { applyAsElder } from './apply.ts';
import { refusalOf, visit } from './http-client.ts';
import { accept, approve, deliver, look, review, taskOf } from './office.ts';
import { useTestCity, type Signed } from './test-city.ts';
import { createDraft, getItemVersion } from '../modules/catalog/contract.ts';
import { getCase, listCases, type CaseView } from '../modules/cases/contract.ts';
import { decideCase } from '../modules/handling/contract.ts';
import { listMessages } from '../kernel/messaging/contract.ts';
import { signInTestStaff } from '../kernel/identity/testing/test-accounts.ts';
import { listOrganizations } from '../kernel/organization/contract.ts';
import { listMergers, mergeOrganization, previewMerger } from '../kernel/organization/merging/merging.contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const former = '区民政局';
const successor = '区人社局';
let administrator: Signed;
beforeAll(async () => {
  const account = await signInTestStaff(city().server.kernel, { roles: ['system-administrator'] });
  administrator = { ...account, http: visit(city().origin, account.headers.authorization.slice('Bearer '.length)) };
});

type Step = CaseView['tasks'][number]['step'];

/** A case of the department that waits for a step. */
async function caseAt(step: Step): Promise<{ caseId: string; elder: Signed }> {
  const { elder, receipt: { caseId } } = await applyAsElder(city());
  for (;;) {
    await city().server.relay.drain();
    const [task] = (await look(elder, caseId)).tasks;
    if (!task || task.step === step) return { caseId, elder };
    await advance(former, caseId, task.step);
  }
}

const posts = ['window', 'preliminary-review', 'review', 'decision', 'delivery'] as const;

/** The officer of a department whose turn it is takes the step. @throws Error when nobody there may */
async function advance(department: typeof former | typeof successor, caseId: string, step: Step): Promise<void> {
  for (const post of posts) {
    const officer = await city().officer(department, post);
    const view = await officer.http.call(getCase, { params: { caseId } }).catch(() => undefined);
    if (!view?.tasks.some((task) => task.mine && task.step === step)) continue;
    if (step === 'acceptance') await accept(officer, caseId);
    else if (step === 'review') await review(officer, caseId);
    else if (step === 'decision') await approve(officer, caseId);
    else await deliver(officer, caseId);
    return;
  }
  throw new Error(`nobody of ${department} may take ${step}`);
}

const ids = () => ({ from: city().organizationId(former), to: city().organizationId(successor) });
const preview = (who: Signed) => who.http.call(previewMerger, { params: { organizationId: ids().from }, query: { into: ids().to } });
const merge = (who: Signed, revision: number) => who.http.call(mergeOrganization, { params: { organizationId: ids().from }, body: { into: ids().to, revision, reason: '机构改革，职责整体并入' } });

describe('机构合并，在办的工作由承接机构继续 (ORG-01)', () => {
  it('先看会转什么，别人不能看也不能合并；合并后每个环节的件都由承接机构的人办完，期限不变，历史留原名', async () => {
    const steps: Step[] = ['acceptance', 'review', 'decision', 'delivery'];
    const open = new Map<Step, Awaited<ReturnType<typeof caseAt>>>();
    for (const step of steps) open.set(step, await caseAt(step));
    const before = new Map<Step, CaseView>();
    for (const [step, { caseId, elder }] of open) before.set(step, await look(elder, caseId));
    const formerName = before.get('review')?.organizationName ?? '';

    const clerk = await city().officer(former, 'window');
    const formerDecider = await city().officer(former, 'decision');
    for (const who of [clerk, await city().itemAdministrator()]) {
      expect(await refusalOf(preview(who))).toMatchObject({ status: 403 });
      expect(await refusalOf(merge(who, 1))).toMatchObject({ status: 403 });
      expect(await refusalOf(who.http.call(listMergers, {}))).toMatchObject({ status: 403 });
    }
    const outsider = await city().officer(successor, 'decision');
    expect(await refusalOf(outsider.http.call(getCase, { params: { caseId: open.get('decision')?.caseId ?? '' } }))).toMatchObject({ status: 404 });

    const seen = await preview(administrator);
    const countOf = (name: string) => seen.parts.find((part) => part.name === name)?.count;
    expect([countOf('cases.cases'), countOf('workflow.tasks'), countOf('organization.staff')]).toEqual([4, 4, 5]);
    expect(countOf('time-accounts.accounts')).toBe(2);
    expect(await refusalOf(merge(administrator, seen.revision + 1))).toMatchObject({ status: 409 });
    const merged = await merge(administrator, seen.revision);
    expect(merged.parts).toEqual(seen.parts);
    await city().server.relay.drain();
    await city().moveTo('2026-11-20T10:02');

    const { items } = await administrator.http.call(listOrganizations, { query: {} });
    expect(items.some(({ id }) => id === ids().from)).toBe(false);
    expect((await administrator.http.call(listMergers, {})).items[0]).toMatchObject({ from: { name: formerName }, parts: seen.parts, reason: '机构改革，职责整体并入' });

    for (const [step, { caseId, elder }] of open) {
      const old = before.get(step);
      const view = await look(elder, caseId);
      expect(view.clock.promisedDueOn).toBe(old?.clock.promisedDueOn);
      expect([view.acceptanceDueOn, view.deliveryDueOn]).toEqual([old?.acceptanceDueOn, old?.deliveryDueOn]);
      expect(view.organizationName).not.toBe(formerName);
      expect(view.timeline.at(-1)?.label).toContain('机构合并');
      expect(view.timeline.slice(0, old?.timeline.length)).toEqual(old?.timeline);
      expect(view.notices).toEqual(old?.notices);
      expect((await elder.http.call(listMessages, { query: {} })).items.filter(({ title }) => title.includes('改由')).map(({ body }) => body)).toEqual([expect.stringContaining(`原由${formerName}办理`)]);
    }
    // Who came along still does what was theirs; a department that took no part sees nothing.
    expect((await look(formerDecider, open.get('decision')?.caseId ?? '')).tasks.some(({ mine }) => mine)).toBe(true);
    const stranger = await city().officer('区住建局', 'decision');
    const decidable = open.get('decision')?.caseId ?? '';
    expect(await refusalOf(stranger.http.call(decideCase, { params: { caseId: decidable }, body: { taskId: taskOf(await look(formerDecider, decidable), 'decision'), outcome: 'approved', opinion: '同意。' } }))).toMatchObject({ status: 404 });
    expect((await outsider.http.call(listCases, { query: {} })).items.map(({ id }) => id)).toEqual(expect.arrayContaining([...open.values()].map(({ caseId }) => caseId)));

    for (const [, { caseId, elder }] of open) {
      for (let [task] = (await look(elder, caseId)).tasks; task; [task] = (await look(elder, caseId)).tasks) {
        await advance(successor, caseId, task.step);
        await city().server.relay.drain();
      }
      const view = await look(elder, caseId);
      expect(view).toMatchObject({ status: 'closed', outcome: 'approved' });
    }
    const decided = await look(open.get('review')?.elder ?? administrator, open.get('review')?.caseId ?? '');
    const issuers = new Map(decided.notices.map(({ kind, organizationName }) => [kind, organizationName]));
    expect(issuers.get('acceptance-notice')).toBe(formerName);
    expect(issuers.get('approval-decision')).not.toBe(formerName);
  });

  it('新来的申请也由承接机构办；已经合并的不能再合并，不能并入自己', async () => {
    const { elder, receipt } = await applyAsElder(city());
    await city().server.relay.drain();
    for (let [task] = (await look(elder, receipt.caseId)).tasks; task; [task] = (await look(elder, receipt.caseId)).tasks) {
      await advance(successor, receipt.caseId, task.step);
      await city().server.relay.drain();
    }
    expect((await look(elder, receipt.caseId)).status).toBe('closed');
    expect(await refusalOf(preview(administrator))).toMatchObject({ code: 'organization.closed' });
    const { to } = ids();
    expect(await refusalOf(administrator.http.call(previewMerger, { params: { organizationId: to }, query: { into: to } }))).toMatchObject({ code: 'organization.merges-into-itself' });
  });

  it('起草事项的下一版时，实施主体和办理部门已经改为承接机构 (CAT-02)', async () => {
    const keeper = await city().itemAdministrator();
    const { from, to } = ids();
    const { versionId } = await keeper.http.call(createDraft, { params: { itemId: city().itemId('elderly-allowance') }, body: {} });
    const { elements } = await keeper.http.call(getItemVersion, { params: { versionId } });
    expect(elements.organizationId).toBe(to);
    expect(elements.handlingDepartments.map(({ organizationId }) => organizationId)).toEqual(expect.arrayContaining([to]));
    expect(JSON.stringify(elements)).not.toContain(from);
    const named = (await administrator.http.call(listOrganizations, { query: {} })).items.find(({ id }) => id === to)?.name;
    expect(elements.departmentName).toBe(named);
  });
});
