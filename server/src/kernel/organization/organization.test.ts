import { describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { send } from '../identity/testing/http.ts';
import { signInTestPerson, signInTestStaff } from '../identity/testing/test-accounts.ts';
import { seedRegions } from './index.ts';

describe('行政区划（ORG-01）', () => {
  const server = useTestServer();
  const get = (url: string) => send(server(), 'GET', url);
  const names = (body: Record<string, unknown>) => (body['items'] as { name: string }[]).map(({ name }) => name);

  test('五级可逐级选取，全称略去统计用的分组；再次初始化不改动', async () => {
    expect(await seedRegions(server().database.db)).toBeGreaterThan(78_000);
    expect(await seedRegions(server().database.db)).toBe(0);
    const provinces = await get('/api/v1/regions');
    expect(names(provinces.body)).toHaveLength(34);
    expect(names((await get('/api/v1/regions?parent=510000')).body)).toContain('广安市');
    expect(names((await get('/api/v1/regions?parent=511600')).body)).toEqual(['广安区', '前锋区', '岳池县', '武胜县', '邻水县', '华蓥市']);
    const towns = await get('/api/v1/regions?parent=511602000000');
    const [town] = towns.body['items'] as { code: string; hasChildren: boolean }[];
    expect(town?.hasChildren).toBe(true);
    const [village] = (await get(`/api/v1/regions?parent=${town?.code}`)).body['items'] as { code: string; fullName: string; hasChildren: boolean }[];
    expect(village).toMatchObject({ fullName: expect.stringMatching(/^四川省广安市广安区.+/), hasChildren: false });
    const found = await get(`/api/v1/regions/${village?.code}`);
    expect((found.body['ancestors'] as { level: number }[]).map(({ level }) => level)).toEqual([1, 2, 3, 4]);
    expect((await get('/api/v1/regions/110101')).body).toMatchObject({ region: { fullName: '北京市东城区' } });
    expect((await get('/api/v1/regions/999999')).status).toBe(404);
  });
});

describe('机构与人员（ORG-01）', () => {
  const server = useTestServer();
  const administrator = () => signInTestStaff(server().kernel, { roles: ['system-administrator'] });
  const fields = (name: string, parentId: string | null = null) =>
    ({ parentId, name, shortName: null, code: null, kind: 'department', regionCode: '511602', duties: null });

  async function addRegion() {
    await server().database.db.pool.query(`insert into organization.region values ('511602000000', '广安区', '四川省广安市广安区', 3, null) on conflict do nothing`);
  }

  test('更名后旧名留存，按日期可查当时的机构；下级随上级移动', async () => {
    await addRegion();
    let { headers } = await administrator();
    const add = async (name: string, parentId: string | null = null) => (await send(server(), 'POST', '/api/v1/organizations', fields(name, parentId), headers)).body as { id: string; revision: number; path: string };
    const [government, bureau] = [await add('广安区人民政府'), await add('城乡建设局')];
    const office = await add('建管股', bureau.id);
    server().clock.advance(86_400_000);
    ({ headers } = await administrator());
    const changed = await send(server(), 'PUT', `/api/v1/organizations/${bureau.id}`, { revision: bureau.revision, ...fields('住房和城乡建设局', government.id) }, headers);
    expect(changed.body).toMatchObject({ name: '住房和城乡建设局', path: `/${government.id}/${bureau.id}/`, validFrom: '2026-11-21', revision: 2 });
    const list = async (query: string) => ((await send(server(), 'GET', `/api/v1/organizations?${query}`, undefined, headers)).body['items'] as { id: string; name: string; path: string }[]);
    expect((await list(`underId=${government.id}`)).map(({ id }) => id)).toEqual([government.id, bureau.id, office.id]);
    expect((await list('onDate=2026-11-20')).find(({ id }) => id === bureau.id)?.name).toBe('城乡建设局');
    expect((await send(server(), 'PUT', `/api/v1/organizations/${bureau.id}`, { revision: 1, ...fields('又一次更名') }, headers)).body['code']).toBe('kernel.conflict');
    expect((await send(server(), 'PUT', `/api/v1/organizations/${government.id}`, { revision: 1, ...fields('广安区人民政府', office.id) }, headers)).body['code']).toBe('organization.moves-below-itself');
    expect((await send(server(), 'POST', `/api/v1/organizations/${bureau.id}/close`, { validTo: '2026-12-01' }, headers)).body['code']).toBe('organization.not-empty');
    expect((await send(server(), 'POST', `/api/v1/organizations/${office.id}/close`, { validTo: '2026-11-21' }, headers)).body).toMatchObject({ validTo: '2026-11-21' });
    expect((await list(`underId=${bureau.id}`)).map(({ id }) => id)).toEqual([bureau.id]);
  });

  test('同一地区不能有两个同名的现存机构', async () => {
    await addRegion();
    const { headers } = await administrator();
    expect((await send(server(), 'POST', '/api/v1/organizations', fields('民政局'), headers)).status).toBe(201);
    expect((await send(server(), 'POST', '/api/v1/organizations', fields('民政局'), headers)).body).toMatchObject({ code: 'organization.name-taken', status: 409 });
    expect((await send(server(), 'POST', '/api/v1/organizations', { ...fields('外地机构'), regionCode: '990000' }, headers)).body['code']).toBe('organization.unknown-region');
  });

  test('调岗从今天起，原岗位留存；会话随即按新岗位', async () => {
    await addRegion();
    const { headers } = await administrator();
    const staff = await signInTestStaff(server().kernel, { name: '调岗人', posts: ['window'] });
    const bureau = (await send(server(), 'POST', '/api/v1/organizations', fields('卫生健康局'), headers)).body as { id: string };
    const moved = await send(server(), 'PUT', `/api/v1/staff/${staff.id}/posts`, { organizationId: bureau.id, postCodes: ['review', 'decision'] }, headers);
    expect(moved.body).toMatchObject({ organization: { name: '卫生健康局' }, posts: [{ code: 'review' }, { code: 'decision' }] });
    const session = (await send(server(), 'GET', '/api/v1/session', undefined, staff.headers)).body['session'];
    expect(session).toMatchObject({ account: { organization: { name: '卫生健康局' }, posts: [{ code: 'review' }, { code: 'decision' }] } });
    const { rows } = await server().database.db.pool.query('select post_code, valid_to from organization.staff_post where staff_id = $1 order by post_code', [staff.id]);
    expect(rows).toHaveLength(3);
    expect(rows.find((row) => row.post_code === 'window').valid_to).toBe('2026-11-21');
    expect((await send(server(), 'PUT', `/api/v1/staff/${staff.id}/posts`, { organizationId: bureau.id, postCodes: ['pilot'] }, headers)).body['code']).toBe('organization.unknown-post');
  });

  test('只有系统管理员能改机构；普通职员在人员列表里只看到本单位同事、看不到登录账号，自然人什么都看不到', async () => {
    const [staff, person] = [await signInTestStaff(server().kernel), await signInTestPerson(server().kernel)];
    expect((await send(server(), 'POST', '/api/v1/organizations', fields('私设机构'), staff.headers)).status).toBe(403);
    expect((await send(server(), 'PUT', `/api/v1/staff/${staff.id}/posts`, { organizationId: staff.organizationId, postCodes: ['window'] }, staff.headers)).status).toBe(403);
    const colleague = await signInTestStaff(server().kernel, { organizationId: staff.organizationId });
    const seen = (await send(server(), 'GET', '/api/v1/staff', undefined, staff.headers)).body['items'] as { id: string; accountName: string | null }[];
    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set([staff.id, colleague.id]));
    expect(seen.map(({ accountName }) => accountName)).toEqual([null, null]);
    expect((await send(server(), 'GET', '/api/v1/staff?search=测试', undefined, (await administrator()).headers)).body['items']).not.toHaveLength(0);
    for (const url of ['/api/v1/staff', '/api/v1/organizations', '/api/v1/posts']) expect((await send(server(), 'GET', url, undefined, person.headers)).status).toBe(403);
  });
});
