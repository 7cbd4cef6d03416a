import { findField, type FormDefinition } from '@tongban/form-model';
import { describe, expect, it } from 'vitest';
import { beginDraft } from '../../testing/apply.ts';
import { registerTestCompany } from '../../testing/companies.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { useTestCity } from '../../testing/test-city.ts';
import { createDraft as createVersion, editDraft, getItemVersion } from '../catalog/contract.ts';
import type { Draft } from '../intake/contract.ts';
import {
  addElement, editElement, elementTypes, getElement, listElementChoices, listElements, listSharingServices, removeElement, saveSharingService, type DataElement, type ElementContent,
} from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const administrator = () => city().itemAdministrator();
const content: ElementContent = {
  name: '注册商标', definition: '商标注册证上的商标名称', type: 'text', format: '', minLength: 1, maxLength: 60, dictionary: null, sensitivity: 'general', sources: [{ kind: 'past-case' }], databaseField: null,
};
const contentOf = ({ code: _code, revision: _revision, editedAt: _at, editedByName: _by, ...rest }: DataElement): ElementContent => rest;

describe('数据元字典 (FRM-02)', () => {
  it.each([
    ['个人', async () => beginDraft(city(), await city().person(), 'elderly-allowance', [{ question: 'who', option: 'self' }])],
    ['企业', async () => beginDraft(city(), (await registerTestCompany(city())).agent, 'prepackaged-food-filing')],
  ] as const)('%s自动填入的每一项，字典里都有，放得进那个控件，来源是字典里的', async (_who, begin) => {
    const { prefilled, formDefinition } = await (begin() as Promise<Draft>);
    const { elements } = await (await administrator()).http.call(listElementChoices, {});
    expect(Object.keys(prefilled).length).toBeGreaterThan(2);
    for (const [fieldId, { sourceId }] of Object.entries(prefilled)) {
      const field = findField(formDefinition as FormDefinition, fieldId);
      const element = elements.find(({ code }) => code === field?.dataElement);
      expect(element?.sourceOptions.map(({ id }) => id)).toContain(sourceId);
      expect(elementTypes[element?.type ?? 'text'].controls).toContain(field?.type);
    }
  });

  it('按名称、代码、含义查找，按类型、敏感程度、来源、是否在用筛选，逐页翻看', async () => {
    const { http } = await administrator();
    const codes = async (query: object): Promise<string[]> => (await http.call(listElements, { query })).items.map(({ code }) => code);
    expect(await codes({ q: '信用代码' })).toEqual(['company.creditCode']);
    expect(await codes({ q: 'company. 住所' })).toEqual(['company.address']);
    expect(await codes({ q: '100%' })).toEqual([]);
    expect(await codes({ sensitivity: 'sensitive' })).toEqual(['person.idNumber', 'person.identityDocument']);
    expect(await codes({ source: 'licence' })).toEqual(['licence.labour-dispatch-licence.number', 'licence.labour-dispatch-licence.validTo']);
    expect(await codes({ type: 'region', used: false })).toEqual(['company.region']);
    const first = await http.call(listElements, { query: { limit: 4 } });
    const second = await http.call(listElements, { query: { limit: 100, cursor: first.nextCursor ?? '' } });
    expect(first.items).toHaveLength(4);
    expect(second.nextCursor).toBeNull();
    expect(new Set([...first.items, ...second.items].map(({ code }) => code)).size).toBe(first.items.length + second.items.length);
    expect([...first.items, ...second.items].find(({ code }) => code === 'company.name')?.forms).toBeGreaterThan(3);
  });

  it('谁在用：已发布的和正在编制的表单都算，列的绑定也算', async () => {
    const { http } = await administrator();
    const { uses } = await http.call(getElement, { params: { code: 'agent.mobile' } });
    expect(uses).toMatchObject([{ state: 'published', formName: '高龄津贴申请审批表', fields: [{ id: 'agentMobile', label: '代办人电话', type: 'mobile' }] }]);
    const draft = await http.call(createVersion, { params: { itemId: city().itemId('food-business-licence') }, body: {} });
    const { elements } = await http.call(getItemVersion, { params: { versionId: draft.versionId } });
    const forms = elements.forms.map((form) => ({ ...form, definition: JSON.parse(JSON.stringify(form.definition).replace('"id":"employeeName"', '"id":"employeeName","dataElement":"agent.name"')) as typeof form.definition }));
    await http.call(editDraft, { params: { versionId: draft.versionId }, body: { revision: draft.revision, elements: { ...elements, forms } } });
    const names = (await http.call(getElement, { params: { code: 'agent.name' } })).uses;
    expect(names).toContainEqual(expect.objectContaining({ state: 'draft', versionId: draft.versionId, fields: [{ id: 'employeeName', label: '姓名', type: 'personName', dictionary: null }] }));
  });

  it('在用的不能删、不能改成放不下的类型，说出是哪些表单；没人用的可以', async () => {
    const { http } = await administrator();
    expect(await refusalOf(http.call(removeElement, { params: { code: 'agent.mobile' } }))).toMatchObject({ code: 'data-elements.in-use', title: '有 1 个表单正在使用这个数据元，不能删除', detail: expect.stringContaining('“高龄津贴申请审批表”') as string });
    const { element } = await http.call(getElement, { params: { code: 'agent.mobile' } });
    const changed = (type: ElementContent['type']) => http.call(editElement, { params: { code: 'agent.mobile' }, body: { revision: element.revision, content: { ...contentOf(element), type } } });
    expect(await refusalOf(changed('date'))).toMatchObject({ code: 'data-elements.type-in-use', detail: expect.stringContaining('“80周岁以上老年人高龄津贴申领”') as string });

    const added = await http.call(addElement, { body: { code: 'company.trademark', content } });
    expect(added).toMatchObject({ code: 'company.trademark', revision: 1 });
    expect(await refusalOf(http.call(addElement, { body: { code: 'company.trademark', content } }))).toMatchObject({ code: 'data-elements.code-taken' });
    const edited = await http.call(editElement, { params: { code: 'company.trademark' }, body: { revision: 1, content: { ...content, type: 'date', minLength: null, maxLength: null } } });
    expect(edited).toMatchObject({ revision: 2, type: 'date' });
    expect(await refusalOf(http.call(editElement, { params: { code: 'company.trademark' }, body: { revision: 1, content } }))).toMatchObject({ code: 'data-elements.stale' });
    await http.call(removeElement, { params: { code: 'company.trademark' } });
    expect(await refusalOf(http.call(getElement, { params: { code: 'company.trademark' } }))).toMatchObject({ status: 404 });
    const { rows } = await city().server.database.db.pool.query(`SELECT action FROM kernel.audit_entry WHERE object_id = 'company.trademark' ORDER BY at, action`);
    expect(rows.map(({ action }: { action: string }) => action).toSorted()).toEqual(['data-elements.add-element', 'data-elements.edit-element', 'data-elements.remove-element']);
  });

  it.each([
    ['长度颠倒', { minLength: 9, maxLength: 3 }, 'data-elements.length-order'],
    ['代码没有代码表', { type: 'code' }, 'data-elements.dictionary-missing'],
    ['没有这个代码表', { type: 'code', dictionary: 'no-such-list' }, 'data-elements.dictionary-unknown'],
    ['来源重复', { sources: [{ kind: 'past-case' }, { kind: 'past-case' }] }, 'data-elements.source-doubled'],
    ['没有这个证照', { sources: [{ kind: 'licence', licenceType: 'none', value: 'number' }] }, 'data-elements.source-unknown'],
    ['证照没有这一项', { sources: [{ kind: 'licence', licenceType: 'labour-dispatch-licence', value: 'colour' }] }, 'data-elements.source-unknown'],
    ['没有这个接口', { sources: [{ kind: 'sharing', service: 'none', field: 'a' }] }, 'data-elements.source-unknown'],
    ['用户空间没有这一项', { sources: [{ kind: 'profile', fact: 'person.shoe' }] }, 'data-elements.source-unknown'],
  ] as [string, Partial<ElementContent>, string][])('%s：不能保存', async (_name, change, code) => {
    expect((await refusalOf((await administrator()).http.call(addElement, { body: { code: 'company.other', content: { ...content, ...change } } }))).code).toBe(code);
  });

  it('部门管理员能看不能改；窗口能看；申请人看不到；没有接入共享平台时说明', async () => {
    const department = await city().departmentAdministrator('区住建局');
    expect((await department.http.call(getElement, { params: { code: 'company.name' } })).abilities).toEqual({ edit: false });
    expect(await refusalOf(department.http.call(addElement, { body: { code: 'company.other', content } }))).toMatchObject({ status: 403 });
    expect(await refusalOf(department.http.call(removeElement, { params: { code: 'company.region' } }))).toMatchObject({ status: 403 });
    expect(await refusalOf(department.http.call(saveSharingService, { params: { service: 'tax' }, body: { revision: 0, name: '纳税信息', provider: '税务部门', enabled: true } }))).toMatchObject({ status: 403 });
    expect(await refusalOf((await city().officer('区民政局', 'window')).http.call(addElement, { body: { code: 'company.other', content } }))).toMatchObject({ status: 403 });
    expect(await refusalOf((await city().person()).http.call(listElements, { query: {} }))).toMatchObject({ status: 403 });
    expect(await department.http.call(listSharingServices, {})).toMatchObject({ connected: false, services: [{ code: 'company-registration' }, { code: 'population' }] });
    const { http } = await administrator();
    await http.call(saveSharingService, { params: { service: 'tax' }, body: { revision: 0, name: '纳税信息', provider: '税务部门', enabled: true } });
    expect(await refusalOf(http.call(saveSharingService, { params: { service: 'tax' }, body: { revision: 0, name: '纳税', provider: '税务部门', enabled: true } }))).toMatchObject({ code: 'data-elements.service-stale' });
  });
});
