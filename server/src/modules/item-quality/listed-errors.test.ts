import { describe, expect, test } from 'vitest';
import { useTestCity } from '../../testing/test-city.ts';
import { listStaffItems } from '../catalog/contract.ts';
import { importItems } from '../catalog/index.ts';
import { noteAllErrors } from './index.ts';
import { qualityDesk } from './testing/quality-desk.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const desk = qualityDesk(city);
const query = (text: string, values: unknown[] = []) => city().server.kernel.db.pool.query(text, values);
const imported = '示范局便民服务登记';

/** The staff list narrowed to what checks say of items. */
async function listed(quality: 'faulty' | 'clean' | 'unchecked', q?: string) {
  return (await (await city().itemAdministrator()).http.call(listStaffItems, { query: { quality, ...(q === undefined ? {} : { q }), limit: 100 } })).items;
}

describe('事项清单的“质量”与检查结果一致 (CAT-04)', () => {
  test('直接发布的清单导入后，检查完就能按“有必须修改的”筛出来，个数是现有错误的个数', async () => {
    await importItems(city().system(), { digest: 'list', rows: [{
      department: '示范局', name: imported, areaCode: '511602000000', taskType: '20', localTaskCode: '512B0000000001-511602000000-000-008778175-1-00',
    }] });
    expect((await listed('unchecked', imported)).map(({ name }) => name)).toEqual([imported]);
    await desk.settle();
    const [row] = await listed('faulty', imported);
    const errors = await desk.findings(await city().itemAdministrator(), { itemId: row?.id ?? '', severity: 'error', state: 'current' });
    expect(errors.length).toBeGreaterThan(5);
    expect(row).toMatchObject({ name: imported, state: 'published', errorCount: errors.length });
    expect((await listed('unchecked', imported))).toEqual([]);
  });

  test('检查全部之后，查出新问题的在用事项不再显示“没有问题”，改好后恢复', async () => {
    const admin = await city().itemAdministrator();
    const name = '城镇污水排入排水管网许可';
    expect((await listed('clean', name)).map((item) => item.name)).toContain(name);
    const checkAll = async () => {
      await desk.check(admin);
      await noteAllErrors(city().system());
    };
    await query(`UPDATE kernel.dictionary_entry SET active = false WHERE dictionary = 'special-procedure' AND code = 'detection'`);
    const { rows: [before] } = await query('SELECT max(updated_at) AS at FROM catalog.item');
    await checkAll();
    const found = await desk.findings(admin, { rule: 'unknown-code', state: 'current', track: 'in-use' });
    const faulty = await listed('faulty');
    expect(new Set(found.map(({ itemId }) => itemId)).size).toBeGreaterThan(0);
    for (const { itemId } of found) expect(faulty.map(({ id }) => id)).toContain(itemId);
    // To be checked is no change of the item.
    expect((await query('SELECT max(updated_at) AS at FROM catalog.item')).rows[0]).toEqual(before);
    await query(`UPDATE kernel.dictionary_entry SET active = true WHERE dictionary = 'special-procedure' AND code = 'detection'`);
    await checkAll();
    expect((await listed('faulty')).map((item) => item.name)).toEqual([imported]);
  });

  test('有草稿的事项显示草稿的问题，不被在用版本的检查结果盖掉', async () => {
    const editor = await city().departmentAdministrator('区住建局');
    const itemId = city().itemId('drainage-licence');
    await desk.draft(editor, itemId, (elements) => ({ ...elements, conditions: ['法律、法规规定的其他条件。'] }));
    await desk.check(await city().itemAdministrator());
    await noteAllErrors(city().system());
    const errors = await desk.findings(editor, { itemId, track: 'in-preparation', severity: 'error', state: 'current' });
    expect((await listed('faulty')).find(({ id }) => id === itemId)).toMatchObject({ state: 'draft', errorCount: errors.length });
  });
});
