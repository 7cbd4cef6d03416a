import type { QueryOf } from '@tongban/contract-kit';
import { describe, expect, test } from 'vitest';
import { openSpreadsheet } from '../../kernel/spreadsheets/index.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { createItem, type ItemElements } from '../catalog/contract.ts';
import { getPublishedItem } from '../catalog/index.ts';
import { addLicenceType } from '../licences/index.ts';
import { exportLicenceCoverage, listLicenceCoverage, type LicenceCoverage } from './contract.ts';
import { qualityDesk } from './testing/quality-desk.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const desk = qualityDesk(city);
const drainage = 'drainage-licence';

const read = (who: Signed, query: QueryOf<typeof listLicenceCoverage> = {}) =>
  who.http.call(listLicenceCoverage, { query: { limit: 100, ...query } });
const find = (items: readonly LicenceCoverage[], code = drainage) => items.find((one) => one.code === code);
const namesAt = (one: LicenceCoverage | undefined, stage: string) => one?.stages.find((step) => step.stage === stage)?.items.map(({ name }) => name);

let serial = 0;

/** Publishes another item like the one that issues the drainage licence. */
async function publish(name: string, change: Partial<ItemElements>): Promise<void> {
  const [editor, reviewer] = [await city().itemAdministrator(), await city().itemAdministrator('复核')];
  const { elements } = await getPublishedItem(city().system(), city().itemId(drainage));
  serial += 1;
  await desk.publish(editor, reviewer, await editor.http.call(createItem, { body: { elements: { ...elements, name, localTaskCode: `COVER-${serial}`, ...change } } }));
}

const stageOf = (licenceStage: string): Partial<ItemElements> =>
  ({ results: [{ name: '城镇污水排入排水管网许可证', type: '10', licenceTypeCode: drainage, licenceStage, sample: '载明排水户。' }], handling: { mode: 'window' } });

describe('证照各环节由哪些事项办 (CAT-07)', () => {
  test('没有事项的环节列为缺口；发布办理它的事项后补上；长期有效的证照不要求延续，年检不算缺口', async () => {
    const admin = await city().itemAdministrator();
    const before = await read(admin);
    expect(before.region).toMatchObject({ code: '511602000000' });
    expect([find(before.items)?.missing, namesAt(find(before.items), 'issue')]).toEqual([['change', 'renew', 'replace', 'end'], ['城镇污水排入排水管网许可']]);
    expect(find(before.items, 'prepackaged-food-filing')?.missing).toEqual(['change', 'replace', 'end']);
    await publish('排水许可证变更', stageOf('change'));
    const after = await read(admin);
    expect([find(after.items)?.missing, namesAt(find(after.items), 'change')]).toEqual([['renew', 'replace', 'end'], ['排水许可证变更']]);
    expect([before.total, before.incomplete]).toEqual([after.total, after.incomplete]);
  });

  test('本级和上级的事项算数，别的区的不算；别的区看自己的', async () => {
    const admin = await city().itemAdministrator();
    await publish('外区排水许可证延续', { ...stageOf('renew'), regionCode: '511603000000' });
    await publish('市级排水许可证补发', { ...stageOf('replace'), regionCode: '511600000000' });
    expect(find((await read(admin)).items)?.missing).toEqual(['renew', 'end']);
    const elsewhere = find((await read(admin, { regionCode: '511603' })).items);
    expect([namesAt(elsewhere, 'renew'), namesAt(elsewhere, 'replace'), elsewhere?.missing]).toEqual([['外区排水许可证延续'], ['市级排水许可证补发'], ['issue', 'change', 'end']]);
  });

  test('按名称、按缺的环节筛选，逐页翻完不重不漏；导出与列表一致', async () => {
    const admin = await city().itemAdministrator();
    const all = (await read(admin)).items;
    expect((await read(admin, { q: '排水' })).items.map(({ code }) => code)).toEqual([drainage]);
    expect((await read(admin, { missing: 'renew' })).items.map(({ code }) => code)).toEqual(all.filter(({ missing }) => missing.includes('renew')).map(({ code }) => code));
    expect((await read(admin, { missing: 'issue' })).items).toEqual([]);
    const codes: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await admin.http.call(listLicenceCoverage, { query: { limit: 5, ...(cursor === undefined ? {} : { cursor }) } });
      codes.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(codes).toEqual(all.map(({ code }) => code));
    const file = await city().server.app.inject({ method: 'GET', url: `${exportLicenceCoverage.path}?q=${encodeURIComponent('排水')}`, headers: admin.headers });
    const rows: string[][] = [];
    for await (const { cells } of (await openSpreadsheet({ fileName: 'a.xlsx', content: file.rawPayload })).rows('证照各环节')) rows.push([...cells.values()].map(({ text }) => text));
    expect(rows).toEqual([
      ['证照', '核发', '变更', '延续', '补发换发', '年检年报', '注销', '缺少的环节'],
      ['城镇污水排入排水管网许可证', '城镇污水排入排水管网许可（区住建局）', '排水许可证变更（区住建局）', '没有事项', '市级排水许可证补发（区住建局）', '没有事项', '延续、注销'],
    ]);
  });

  test('部门只看到自己定的、自己办的证照，别的部门怎么办的看得到名称；没有事项的证照归定它的部门', async () => {
    const { kernel } = city().server;
    const own = await read(await city().departmentAdministrator('区住建局'));
    expect(own.items.map(({ code }) => code).toSorted()).toEqual(['drainage-licence', 'road-excavation-permit', 'road-occupation-permit']);
    const [known] = (await kernel.db.pool.query(`SELECT definition FROM licences.licence_type WHERE code = $1`, [drainage])).rows;
    await addLicenceType(city().system(), { ...known.definition, code: 'never-handled', name: '从没有事项办的证', typeCode: `${known.definition.typeCode.slice(0, 18)}999` });
    const listed = async (who: Signed) => find((await read(who)).items, 'never-handled');
    expect(await listed(await city().departmentAdministrator('区住建局'))).toMatchObject({ missing: ['issue', 'change', 'renew', 'replace', 'end'] });
    expect(await listed(await city().departmentAdministrator('区民政局'))).toBeUndefined();
    await publish('排水许可证年检', { ...stageOf('inspect'), organizationId: city().organizationId('区民政局'), departmentName: '区民政局' });
    const shared = find((await read(await city().departmentAdministrator('区民政局'))).items);
    expect(shared?.stages.flatMap(({ items }) => items.map(({ name, within }) => [name, within]))).toContainEqual(['排水许可证变更', false]);
    expect(shared?.stages.flatMap(({ items }) => items.map(({ name, within }) => [name, within]))).toContainEqual(['排水许可证年检', true]);
  });

  test('窗口人员和没有登录的人被拒绝', async () => {
    const clerk = await city().officer('区住建局', 'window');
    expect((await refusalOf(clerk.http.call(listLicenceCoverage, { query: {} }))).kind).toBe('forbidden');
    expect((await refusalOf(clerk.http.call(exportLicenceCoverage, { query: {} }))).kind).toBe('forbidden');
    expect((await refusalOf(city().stranger().call(listLicenceCoverage, { query: {} }))).kind).toBe('unauthenticated');
  });
});
