import type { FormDefinition } from '@tongban/form-model';
import { beforeAll, describe, expect, it } from 'vitest';
import { addElder, beginDraft, fillDraft, handIn } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { publishChange } from '../../testing/publish-change.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { retireItem, type ItemElements } from '../catalog/contract.ts';
import { getCase } from '../cases/contract.ts';
import { compareNewerGuide, getDraft, previewDraftChanges, renewDraft, type Draft } from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const item = 'elderly-allowance';
const guidance = [{ question: 'who', option: 'self' }];
const own = { bankAccount: '6222021001116245702', byFamily: false };
let editor: Signed, reviewer: Signed;
/** A draft that was begun before the new version. */
let other: Awaited<ReturnType<typeof fillDraft>> & { elder: Signed };
let newer = '';

beforeAll(async () => { [editor, reviewer] = [await city().departmentAdministrator('区民政局'), await city().itemAdministrator()]; });

const asText: object = { type: 'multiline', pattern: undefined, patternMessage: undefined };

/** The form without the name of the bank, and with the account as a longer text. */
function changed(definition: FormDefinition): FormDefinition {
  return {
    ...definition, sections: definition.sections.map((section) => ({
      ...section, rows: section.rows.map((row) => ({ cells: row.cells.filter((cell) => cell.kind !== 'field' || cell.field.id !== 'bankName')
        .map((cell) => (cell.kind === 'field' && cell.field.id === 'bankAccount' ? { ...cell, field: { ...cell.field, ...asText } as typeof cell.field } : cell)) })).filter(({ cells }) => cells.length > 0),
    })),
  };
}

/** Publishes a version of the item as two people would; what is told before is what `preview` gives. */
async function publish(change: (elements: ItemElements) => ItemElements): Promise<{ versionId: string; preview: Awaited<ReturnType<typeof previewOf>> }> {
  let preview: Awaited<ReturnType<typeof previewOf>> | undefined;
  let formKey = '';
  const versionId = await publishChange(city(), { editor, reviewer }, item, (elements) => {
    formKey = elements.forms[0]?.key ?? '';
    return change(elements);
  }, async (changed) => { preview = await previewOf(changed, formKey); });
  if (!preview) throw new Error('it was asked beforehand');
  return { versionId, preview };
}

const previewOf = (versionId: string, formKey: string) => editor.http.call(previewDraftChanges, { params: { versionId, formKey } });

const withForm = (elements: ItemElements): ItemElements => ({
  ...elements, forms: elements.forms.map((form, index) => (index === 0 ? { ...form, definition: changed(form.definition as FormDefinition), sampleData: Object.fromEntries(Object.entries(form.sampleData ?? {}).filter(([name]) => name !== 'bankName')) } : form)),
});

describe('正在填写的草稿遇到新版本 (FRM-03)', () => {
  it('留在原版本：发布前说了多少份，发布后一字不少，照常提交，办件按原版本', async () => {
    const elder = await addElder(city());
    const { draft, revision, answers } = await fillDraft(elder, await beginDraft(city(), elder, item, guidance), item, own);
    const second = await addElder(city());
    other = { elder: second, ...await fillDraft(second, await beginDraft(city(), second, item, guidance), item, own) };
    expect(await second.http.call(compareNewerGuide, { params: { draftId: other.draft.id } })).toEqual({ versionId: null, reason: null, changes: [], keptAnswers: 0, moved: [], unneeded: [] });
    const { versionId, preview } = await publish(withForm);
    newer = versionId;
    expect(preview).toMatchObject({ openDrafts: 2, withForm: 2, changes: expect.arrayContaining([expect.objectContaining({ path: 'bankName', outcome: 'dropped', drafts: 2 }), expect.objectContaining({ path: 'bankAccount', outcome: 'converted', drafts: 2 })]) });
    const after = await elder.http.call(getDraft, { params: { draftId: draft.id } });
    expect(after).toMatchObject({ outdated: true, itemVersionId: draft.itemVersionId, revision, answers: expect.objectContaining({ bankAccount: own.bankAccount, bankName: answers['bankName'] }) });
    expect(after.itemVersionId).not.toBe(versionId);
    const { caseId } = await handIn(elder, draft.id, revision);
    expect(await elder.http.call(getCase, { params: { caseId } })).toMatchObject({ itemVersionId: draft.itemVersionId });
  });

  it('申请人看到改了什么、自己填的会怎样；改按新版本填写与看到的一致，丢不下的原样告诉本人', async () => {
    const { elder, draft, revision, answers } = other;
    const versionId = newer;
    const told = await elder.http.call(compareNewerGuide, { params: { draftId: draft.id } });
    expect(told).toMatchObject({ versionId, reason: null, unneeded: [], changes: ['“社会保障卡银行账号”的填写方式变了。', '删除“开户银行”。'] });
    expect(told.moved).toEqual([
      { label: '开户银行', outcome: 'dropped', before: answers['bankName'], message: '新版表单没有“开户银行”，原来填写的内容不再需要。' },
      { label: '社会保障卡银行账号', outcome: 'converted', before: own.bankAccount, message: '“社会保障卡银行账号”已按新的填写方式转换，请核对。' },
    ]);
    const stored = await elder.http.call(getDraft, { params: { draftId: draft.id } });
    expect(stored.revision).toBe(revision);
    expect(await refusalOf(elder.http.call(renewDraft, { params: { draftId: draft.id }, body: { revision: revision - 1, versionId } }))).toMatchObject({ code: 'intake.draft-stale' });
    expect(await refusalOf(elder.http.call(renewDraft, { params: { draftId: draft.id }, body: { revision, versionId: draft.itemVersionId ?? '' } }))).toMatchObject({ status: 409, code: 'intake.guide-changed-again' });
    const stranger = await addElder(city());
    expect(await refusalOf(stranger.http.call(compareNewerGuide, { params: { draftId: draft.id } }))).toMatchObject({ status: 404 });
    expect(await refusalOf(stranger.http.call(renewDraft, { params: { draftId: draft.id }, body: { revision, versionId } }))).toMatchObject({ status: 404 });
    const { draft: renewed, done } = await elder.http.call(renewDraft, { params: { draftId: draft.id }, body: { revision, versionId } });
    expect(done).toEqual(told);
    expect(renewed).toMatchObject({ outdated: false, itemVersionId: versionId, revision: revision + 1 });
    const { bankName: _dropped, ...kept } = (await elder.http.call(getDraft, { params: { draftId: draft.id } })).answers;
    expect(renewed.answers).toEqual(kept);
    expect(renewed.answers).toMatchObject({ bankAccount: own.bankAccount, byFamily: false });
    expect(Object.keys(answers).filter((name) => renewed.answers[name] === undefined && stored.answers[name] !== undefined)).toEqual(['bankName']);
    const filesOf = ({ materials }: Draft) => materials.flatMap(({ files }) => files.map(({ id }) => id));
    expect(filesOf(renewed)).toEqual(filesOf(stored));
    expect(filesOf(renewed).length).toBeGreaterThan(0);
    await handIn(elder, draft.id, renewed.revision);
  });

  it('事项取消了：说明不能改按新版本，草稿不变', async () => {
    const elder = await addElder(city());
    const { draft, revision } = await fillDraft(elder, await beginDraft(city(), elder, item, guidance), item, own);
    await reviewer.http.call(retireItem, { params: { itemId: city().itemId(item) }, body: { reason: '国家取消该事项' } });
    await city().server.relay.drain();
    expect(await elder.http.call(compareNewerGuide, { params: { draftId: draft.id } })).toMatchObject({ versionId: null, reason: expect.stringContaining('不能改按新版本填写') });
    expect(await refusalOf(elder.http.call(renewDraft, { params: { draftId: draft.id }, body: { revision, versionId: draft.itemVersionId ?? '' } }))).toMatchObject({ code: 'intake.draft-not-renewable', detail: expect.stringContaining('填写的内容都在') });
    expect(await elder.http.call(getDraft, { params: { draftId: draft.id } })).toMatchObject({ revision, answers: expect.objectContaining({ bankAccount: own.bankAccount }) });
  });
});
