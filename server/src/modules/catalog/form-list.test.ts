import type { FormDefinition } from '@tongban/form-model';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/http-client.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { addFormPart, copyForm, createDraft, getItemVersion, listForms, type StaffForm } from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const list = async ({ http }: Signed, query: object = {}): Promise<StaffForm[]> => (await http.call(listForms, { query: { limit: 100, ...query } })).items;

describe('表单管理 (FRM-04)', () => {
  it('列出全部表单：属于哪个事项的哪个版本、状态、字段数、绑定数、用在哪里；逐页翻看', async () => {
    const administrator = await city().itemAdministrator();
    const forms = await list(administrator);
    expect(forms.find(({ formKey }) => formKey === 'elderly-application')).toMatchObject({
      itemName: '80周岁以上老年人高龄津贴申领', formName: '高龄津贴申请审批表', state: 'published', versionNumber: 1, boundFields: 6, uses: expect.arrayContaining([{ kind: 'usual', name: '' }]) as unknown, parts: [],
    });
    const first = await administrator.http.call(listForms, { query: { limit: 3 } });
    const rest = await list(administrator, { cursor: first.nextCursor ?? '' });
    expect([...first.items, ...rest].map(({ versionId, formKey }) => `${versionId} ${formKey}`)).toEqual(forms.map(({ versionId, formKey }) => `${versionId} ${formKey}`));
  });

  it('按表单、事项、部门的名称查找，按状态、数据元、公共字段组筛选', async () => {
    const administrator = await city().itemAdministrator();
    expect((await list(administrator, { q: '劳务派遣 备案表' })).map(({ formName }) => formName)).toEqual(['劳务派遣单位设立分公司备案表']);
    expect(await list(administrator, { q: '%' })).toEqual([]);
    expect((await list(administrator, { dataElement: 'agent.mobile' })).map(({ formKey }) => formKey)).toEqual(['elderly-application']);
    expect(await list(administrator, { part: 'any' })).toEqual([]);
    const part = await administrator.http.call(addFormPart, { body: { name: '经办人', section: { id: 'contact', title: '经办人', rows: [{ cells: [{ kind: 'field', field: { id: 'contactName', type: 'personName', label: '经办人' } }] }] } } });
    expect(await list(administrator, { part: part.id })).toEqual([]);
    expect(await list(administrator, { state: 'draft' })).toEqual([]);
  });

  it('部门看得到本部门的和别人已发布的，只看自己的也行；申请人看不到', async () => {
    const department = await city().departmentAdministrator('区住建局');
    const forms = await list(department);
    expect(forms.some(({ itemName }) => itemName === '80周岁以上老年人高龄津贴申领')).toBe(true);
    const own = await list(department, { own: true });
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ departmentName }) => departmentName === '区住建局')).toBe(true);
    expect(await refusalOf((await city().person()).http.call(listForms, { query: {} }))).toMatchObject({ status: 403 });
  });

  it('以一份表单为起点给另一个事项加表单：字段和绑定都带过去，各改各的；别的部门的草稿加不了', async () => {
    const administrator = await city().itemAdministrator();
    const department = await city().departmentAdministrator('区住建局');
    const [source] = await list(administrator, { q: '高龄津贴申请审批表' });
    const from = { fromVersionId: source?.versionId ?? '', formKey: source?.formKey ?? '', name: '路灯迁改申请表' };
    const draft = await administrator.http.call(createDraft, { params: { itemId: city().itemId('prepackaged-food-filing') }, body: {} });
    expect(await refusalOf(department.http.call(copyForm, { params: { versionId: draft.versionId }, body: from }))).toMatchObject({ status: 404 });
    expect(await refusalOf(administrator.http.call(copyForm, { params: { versionId: draft.versionId }, body: { ...from, formKey: 'none' } }))).toMatchObject({ code: 'catalog.form-not-found' });
    expect(await refusalOf(administrator.http.call(copyForm, { params: { versionId: source?.versionId ?? '' }, body: from }))).toMatchObject({ status: 422 });
    const { formKey } = await administrator.http.call(copyForm, { params: { versionId: draft.versionId }, body: from });
    const { elements } = await administrator.http.call(getItemVersion, { params: { versionId: draft.versionId } });
    const copy = elements.forms.find(({ key }) => key === formKey);
    expect(copy).toMatchObject({ name: '路灯迁改申请表' });
    expect((copy?.definition as FormDefinition).title).toBe('路灯迁改申请表');
    expect(JSON.stringify(copy?.definition)).toContain('person.address');
    expect((await list(administrator, { state: 'draft' })).map(({ formName }) => formName)).toContain('路灯迁改申请表');
    // A draft of another department is nobody else's business.
    expect((await list(department, { state: 'draft' })).map(({ formName }) => formName)).not.toContain('路灯迁改申请表');
  });
});
