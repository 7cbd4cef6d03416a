import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { createId } from '../../../kernel/db/index.ts';
import { addTestOrganization, signInTestStaff, type TestAccount } from '../../../kernel/identity/testing/test-accounts.ts';
import { follow } from '../../../kernel/live/testing/follower.ts';

const server = useTestServer();
const county = '511602000000';
let origin: string;
let government: { id: string; path: string; name: string };
let bureau: { id: string; path: string; name: string };

beforeAll(async () => {
  origin = await server().app.listen({ port: 0, host: '127.0.0.1' });
  government = await addTestOrganization(server().kernel);
  bureau = await addTestOrganization(server().kernel, { parent: government });
});

const query = (text: string, values: unknown[]) => server().database.db.pool.query(text, values);
const watched = (level = 'normal') => query(`
  INSERT INTO supervision.watched_case (case_id, number, item_name, organization_id, organization_name, organization_path, region_code, applicant_name, state, level, submitted_at, case_version)
  VALUES ($1, $2, '事项', $3, $4, $5, $6, '张*', 'running', $7, now(), 1)`, [createId(), createId(), bureau.id, bureau.name, bureau.path, county, level]);

function supervisor(scope: Parameters<typeof signInTestStaff>[1]): Promise<TestAccount> {
  return signInTestStaff(server().kernel, scope);
}

describe('监察页面随时更新 (SUP-01, SUP-02, SUP-03)', () => {
  it('本部门、上级机构、所在区划和全市的监督员都得到提示；别的部门、别的区划的得不到', async () => {
    const role = (scope: { kind: 'all' } | { kind: 'own' } | { kind: 'region'; regionCode: string } | { kind: 'organization'; organizationPath: string }, organizationId?: string) => ({ code: 'supervisor', scope, ...(organizationId ? { organizationId } : {}) });
    const concerned = [
      await supervisor({ roles: ['supervisor'] }), await supervisor({ organizationId: bureau.id, roles: [role({ kind: 'own' })] }),
      await supervisor({ roles: [role({ kind: 'organization', organizationPath: government.path }, government.id)] }), await supervisor({ roles: [role({ kind: 'region', regionCode: '511600000000' })] }),
    ];
    const others = [await supervisor({ roles: [role({ kind: 'own' })] }), await supervisor({ roles: [role({ kind: 'region', regionCode: '511621000000' })] })];
    const [near, far] = [await Promise.all(concerned.map(({ headers }) => follow(origin, 'supervision.board', headers))), await Promise.all(others.map(({ headers }) => follow(origin, 'supervision.board', headers)))];
    await watched();
    for (const one of near) await one.until(({ topic }) => topic === 'supervision.board');
    await delay(900);
    expect(far.map(({ changes }) => changes)).toEqual([[], []]);
    for (const one of [...near, ...far]) one.stop();
  });

  it('只提示有变化，不带内容；不影响数字的改动不提示', async () => {
    const { headers } = await supervisor({ roles: ['supervisor'] });
    await watched('warning');
    await delay(900);
    const page = await follow(origin, 'supervision.board', headers);
    await query('UPDATE supervision.watched_case SET legal_due_on = now() WHERE organization_id = $1', [bureau.id]);
    await delay(900);
    expect(page.changes).toEqual([]);
    await query(`UPDATE supervision.watched_case SET level = 'yellow' WHERE organization_id = $1 AND level = 'warning'`, [bureau.id]);
    await page.until(() => true);
    expect(page.changes[0]).toEqual({ topic: 'supervision.board' });
    page.stop();
  });

  it('督办单：承办部门和指名的责任人得到提示；规则改了也提示', async () => {
    const lead = await supervisor({ roles: [{ code: 'decider', scope: { kind: 'own' } }] });
    const { headers } = await supervisor({ roles: ['supervisor'] });
    const [theirs, page] = [await follow(origin, 'supervision.orders', lead.headers), await follow(origin, 'supervision.orders,supervision.rules', headers)];
    await query(`INSERT INTO supervision.supervision_order (id, number, version, state, source, about, content, demands, organization_id, organization_name, organization_path, region_code, lead_id, lead_name, limit_on, issued_by_id, issued_by_name, issued_at)
      VALUES ($1, $2, 1, 'issued', 'free', '督办', '内容', '要求', $3, $4, $5, $6, $7, '张三', '2026-12-31', 'x', '监督员', now())`, [createId(), createId(), bureau.id, bureau.name, bureau.path, county, lead.id]);
    await Promise.all([theirs, page].map((one) => one.until(({ topic }) => topic === 'supervision.orders')));
    await query(`UPDATE supervision.rule SET name = name WHERE rule_no = 'JC01'`, []);
    await page.until(({ topic }) => topic === 'supervision.rules');
    for (const one of [theirs, page]) one.stop();
  });

  it.each(['supervision.board', 'supervision.orders', 'supervision.spot-checks', 'supervision.rules'])('没有权限的人不能关注 %s', async (topic) => {
    const clerk = await supervisor({ roles: ['window-clerk'] });
    expect((await follow(origin, topic, clerk.headers)).status).toBe(403);
    expect((await follow(origin, topic)).status).toBe(401);
  });
});
