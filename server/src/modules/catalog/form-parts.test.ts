import { describe, expect, it } from 'vitest';
import { useItemOffice } from '../../testing/item-office.ts';
import type { ItemForm } from './contract.ts';

const office = useItemOffice();
const url = '/api/v1/catalog/form-parts';
const field = (id: string, more: object = {}) => ({ cells: [{ kind: 'field', field: { type: 'text', id, label: `字段${id}`, ...more } }] });
const section = (...rows: object[]) => ({ id: 'account', title: '收款账户', rows });

describe('公共字段库 (FRM-04)', () => {
  it('存入、改版；在用的表单保持原来的版本，列得出谁在用', async () => {
    const { editor, other } = office();
    const added = await office().call(editor, 'POST', url, { name: '收款账户', section: section(field('bank'), field('account')) });
    expect(added).toMatchObject({ status: 201, body: { name: '收款账户', revision: 1, editable: true } });
    const { id } = added.body;
    const elements = office().elements();
    const [form] = elements.forms;
    if (!form) throw new Error('the item has a form');
    const sections = form.definition['sections'] as object[];
    const forms: ItemForm[] = [{ ...form, definition: { ...form.definition, sections: [...sections, { ...added.body.section, id: 'taken', shared: { part: id, revision: 1 } }] } }];
    const draft = (await office().create({ ...elements, forms })).body;

    const edited = await office().call(editor, 'PUT', `${url}/${id}`, { revision: 1, name: '收款账户', section: section(field('bank', { required: true })) });
    expect(edited).toMatchObject({ status: 200, body: { revision: 2 } });
    const version = await office().call(editor, 'GET', `/api/v1/catalog/versions/${draft.versionId}`);
    expect(version.body.elements.forms[0].definition.sections.at(-1)).toMatchObject({ shared: { part: id, revision: 1 }, rows: [{}, {}] });
    const uses = await office().call(other, 'GET', `${url}/${id}/uses`);
    expect(uses.body.uses).toMatchObject([{ itemName: elements.name, formKey: form.key, revision: 1, state: 'draft' }]);
    expect((await office().call(other, 'GET', url)).body.parts).toMatchObject([{ id, revision: 2, editable: false }]);
  });

  it('别的单位能用不能改，过时的修改、重名、不能单独使用的分组都拒绝并说明', async () => {
    const { editor, other } = office();
    const { id } = (await office().call(editor, 'POST', url, { name: '联系人', section: section(field('who')) })).body;
    const change = { revision: 1, name: '联系人', section: section(field('name')) };
    expect(await office().call(other, 'PUT', `${url}/${id}`, change)).toMatchObject({ status: 403, body: { code: 'catalog.form-part-not-yours' } });
    expect((await office().call(editor, 'PUT', `${url}/${id}`, change)).status).toBe(200);
    expect(await office().call(editor, 'PUT', `${url}/${id}`, change)).toMatchObject({ status: 409, body: { code: 'catalog.form-part-stale' } });
    expect(await office().call(editor, 'POST', url, { name: '联系人', section: section(field('x')) })).toMatchObject({ status: 409, body: { code: 'catalog.form-part-name' } });
    const outside = await office().call(editor, 'POST', url, { name: '条件', section: section(field('x', { visibleWhen: 'elsewhere = "1"' })) });
    expect(outside).toMatchObject({ status: 422, body: { code: 'catalog.form-part-invalid' } });
    expect(outside.body.detail).toContain('elsewhere');
    expect((await office().call(undefined, 'GET', url)).status).toBe(401);
    expect((await office().call(editor, 'GET', `${url}/01900000-0000-7000-8000-000000000000/uses`)).status).toBe(404);
  });
});
