import { findField, type FormDefinition } from '@tongban/form-model';
import { describe, expect, it } from 'vitest';
import { beginDraft, fillDraft } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { createDraft as createVersion, editDraft, getItemVersion, listDictionaries } from '../catalog/contract.ts';
import { previewDraftChanges } from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const item = 'elderly-allowance';
const guidance = [{ question: 'who', option: 'self' }];

/** A new version of the item whose first form is changed; gives where to ask about it. */
async function changeForm(administrator: Signed, change: (definition: FormDefinition) => FormDefinition): Promise<{ versionId: string; formKey: string }> {
  const draft = await administrator.http.call(createVersion, { params: { itemId: city().itemId(item) }, body: {} });
  const { elements } = await administrator.http.call(getItemVersion, { params: { versionId: draft.versionId } });
  const [form, ...others] = elements.forms;
  if (!form) throw new Error('the item has a form');
  const forms = [{ ...form, definition: change(form.definition as FormDefinition) }, ...others];
  await administrator.http.call(editDraft, { params: { versionId: draft.versionId }, body: { revision: draft.revision, elements: { ...elements, forms } } });
  return { versionId: draft.versionId, formKey: form.key };
}

/** The form with one field changed, or taken out. */
function withField(definition: FormDefinition, id: string, change: object | undefined): FormDefinition {
  return {
    ...definition, sections: definition.sections.map((section) => ({
      ...section, rows: section.rows.map((row) => ({ cells: row.cells.flatMap((cell) => {
        if (cell.kind !== 'field' || cell.field.id !== id) return [cell];
        return change === undefined ? [] : [{ ...cell, field: { ...cell.field, ...change } as typeof cell.field }];
      }) })).filter(({ cells }) => cells.length > 0),
    })),
  };
}

describe('发布前看草稿会怎样 (FRM-03)', () => {
  it('按字段数出保留、转换和丢失的；只有数目，没有填写的内容', async () => {
    const elder = await city().person({ name: '陈德福' });
    const { draft } = await fillDraft(elder, await beginDraft(city(), elder, item, guidance), item);
    expect(findField(draft.formDefinition as FormDefinition, 'bankAccount')?.type).toBe('text');
    const administrator = await city().itemAdministrator();
    const at = await changeForm(administrator, (definition) => withField(withField(definition, 'bankName', undefined), 'bankAccount', { type: 'multiline', pattern: undefined, patternMessage: undefined }));
    const changes = await administrator.http.call(previewDraftChanges, { params: at });
    expect(changes).toMatchObject({ openDrafts: 1, examined: 1, withForm: 1, unchangedDrafts: 0 });
    expect(changes.changes.map(({ path, outcome, drafts }) => [path, outcome, drafts])).toEqual(expect.arrayContaining([['bankName', 'dropped', 1], ['bankAccount', 'converted', 1]]));
    expect(changes.changes).toHaveLength(2);
    expect(changes.keptAnswers).toBeGreaterThan(3);
    expect(JSON.stringify(changes)).not.toContain('陈德福');
  });

  it('别的部门、窗口人员和申请人都看不到；没有这份表单时说明', async () => {
    const administrator = await city().itemAdministrator();
    const { versionId } = (await administrator.http.call(getItemVersion, { params: { versionId: await openVersion(administrator) } }));
    const ask = (who: Signed, formKey = 'elderly-application') => refusalOf(who.http.call(previewDraftChanges, { params: { versionId, formKey } }));
    expect(await ask(await city().departmentAdministrator('区住建局'))).toMatchObject({ status: 404 });
    expect(await ask(await city().officer('区民政局', 'window'))).toMatchObject({ status: 403 });
    expect(await ask(await city().person())).toMatchObject({ status: 403 });
    expect(await ask(administrator, 'no-such-form')).toMatchObject({ code: 'intake.form-not-usable' });
  });

  /** The version that is being edited since the first test. */
  async function openVersion({ http }: Signed): Promise<string> {
    const refused = await refusalOf(http.call(createVersion, { params: { itemId: city().itemId(item) }, body: {} }));
    expect(refused).toMatchObject({ status: 409 });
    const { rows: [row] } = await city().server.database.db.pool.query<{ id: string }>(`SELECT id FROM catalog.item_version WHERE item_id = $1 AND state = 'draft'`, [city().itemId(item)]);
    return row?.id ?? '';
  }
});

describe('代码表 (FRM-02)', () => {
  it('编制人员能列出代码表供选择题取用；申请人不能', async () => {
    const { dictionaries } = await (await city().itemAdministrator()).http.call(listDictionaries, {});
    expect(dictionaries).toContainEqual({ code: 'task-type', name: expect.any(String) as string });
    expect(await refusalOf((await city().person()).http.call(listDictionaries, {}))).toMatchObject({ status: 403 });
  });
});
