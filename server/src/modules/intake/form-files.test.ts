import type { FormDefinition } from '@tongban/form-model';
import { beforeAll, describe, expect, it } from 'vitest';
import { addElder, beginDraft, fillDraft, handIn } from '../../testing/apply.ts';
import { clearFilesLater, upload } from '../../testing/form-uploads.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { publishChange } from '../../testing/publish-change.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { downloadCaseFile, getCase } from '../cases/contract.ts';
import { deleteDraft, requestSupplement, saveDraft, supplementCase } from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const item = 'elderly-allowance';
const guidance = [{ question: 'who', option: 'self' }];

/** The form with files of all three kinds, as a designer may put them there. */
function withFiles(definition: FormDefinition): FormDefinition {
  const [first, ...others] = definition.sections;
  if (!first) throw new Error('the form has a section');
  const fields = [{ type: 'attachment', id: 'photos', label: '住房照片' }, { type: 'image', id: 'portrait', label: '近照' }, { type: 'signature', id: 'signed', label: '本人签名' }] as const;
  return { ...definition, sections: [{ ...first, rows: [...first.rows, ...fields.map((field) => ({ cells: [{ kind: 'field' as const, field }] }))] }, ...others] };
}

beforeAll(async () => {
  const [editor, reviewer] = [await city().departmentAdministrator('区民政局'), await city().itemAdministrator()];
  await publishChange(city(), { editor, reviewer }, item, (elements) => ({
    ...elements, forms: elements.forms.map((form, index) => (index === 0 ? { ...form, definition: withFiles(form.definition as FormDefinition) } : form)),
  }));
});

const open = (who: Signed, caseId: string, fileId: string) => who.http.download(downloadCaseFile, { params: { caseId, fileId } });

describe('申请表里的附件、图片和签名 (FRM-01)', () => {
  it('随草稿保存，随办件提交：办理的人打得开，过了清理未使用文件的日子也还在；换掉的清理', async () => {
    const [elder, clerk, stranger] = [await addElder(city()), await city().officer('区民政局', 'window'), await city().officer('区住建局', 'window')];
    const [photo, signed, replaced] = [await upload(elder), await upload(elder), await upload(elder)];
    const { draft, revision, answers } = await fillDraft(elder, await beginDraft(city(), elder, item, guidance), item, { photos: [photo, replaced], signed });
    const saved = await elder.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision, answers: { ...answers, photos: [photo] }, materials: await keptMaterials(draft.id) } });
    await clearFilesLater(city());
    expect(await storedOf([photo, signed, replaced])).toEqual([photo.fileId, signed.fileId].toSorted());
    const { caseId } = await handIn(elder, draft.id, saved.revision);
    await clearFilesLater(city());
    expect((await open(clerk, caseId, photo.fileId)).size).toBeGreaterThan(0);
    expect((await open(elder, caseId, signed.fileId)).size).toBeGreaterThan(0);
    expect(await refusalOf(open(stranger, caseId, photo.fileId))).toMatchObject({ status: 404 });
  });

  it('别人上传的文件、不是文件的编号填不进表单，什么都没有保存', async () => {
    const [elder, other] = [await addElder(city()), await addElder(city())];
    const draft = await beginDraft(city(), elder, item, guidance);
    const foreign = await upload(other);
    for (const photos of [[foreign], [{ fileId: 'abc', name: '照片.pdf' }]]) {
      const refused = await refusalOf(elder.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers: { photos }, materials: [] } }));
      expect(refused).toMatchObject({ code: 'intake.file-unknown' });
    }
    expect(await ownerOf(foreign.fileId)).toBe('');
  });

  it('草稿删除后，表单里的文件不再有人用', async () => {
    const elder = await addElder(city());
    const photo = await upload(elder);
    const { draft } = await fillDraft(elder, await beginDraft(city(), elder, item, guidance), item, { photos: [photo] });
    expect(await ownerOf(photo.fileId)).toBe('draft');
    await elder.http.call(deleteDraft, { params: { draftId: draft.id } });
    expect(await ownerOf(photo.fileId)).toBe('');
  });

  it('补正时换上的文件归办件，原来的仍留在前一次提交里', async () => {
    const [elder, clerk] = [await addElder(city()), await city().officer('区民政局', 'window')];
    const [before, after] = [await upload(elder), await upload(elder)];
    const { draft, revision, answers } = await fillDraft(elder, await beginDraft(city(), elder, item, guidance), item, { photos: [before] });
    const { caseId } = await handIn(elder, draft.id, revision);
    const { version } = await clerk.http.call(getCase, { params: { caseId } });
    await clerk.http.call(requestSupplement, { params: { caseId }, body: { version, explanation: '请换一张清楚的住房照片。', items: [{ kind: 'field', key: 'photos', reason: '照片模糊' }] } });
    const { version: asked } = await elder.http.call(getCase, { params: { caseId } });
    const mended = { ...answers, photos: [after] };
    const foreign = await upload(await addElder(city()));
    expect(await refusalOf(elder.http.call(supplementCase, { params: { caseId }, body: { version: asked, answers: { ...mended, photos: [foreign] }, materials: [] } }))).toMatchObject({ code: 'intake.file-unknown' });
    await elder.http.call(supplementCase, { params: { caseId }, body: { version: asked, answers: mended, materials: [] } });
    await clearFilesLater(city());
    for (const { fileId } of [before, after]) expect((await open(clerk, caseId, fileId)).size).toBeGreaterThan(0);
  });
});

async function ownerOf(fileId: string): Promise<string | undefined> {
  const { rows } = await city().server.database.db.pool.query<{ ownerType: string }>('SELECT owner_type AS "ownerType" FROM files.file WHERE id = $1', [fileId]);
  return rows[0]?.ownerType;
}

async function storedOf(files: readonly { fileId: string }[]): Promise<string[]> {
  const { rows } = await city().server.database.db.pool.query<{ id: string }>('SELECT id FROM files.file WHERE id = ANY($1) ORDER BY id', [files.map(({ fileId }) => fileId)]);
  return rows.map(({ id }) => id);
}

/** The materials of a draft as they stand, to be saved again. */
async function keptMaterials(draftId: string): Promise<{ key: string; fileIds: string[]; licenceId?: string; licenceConsent?: boolean }[]> {
  const { rows: [row] } = await city().server.database.db.pool.query<{ materials: { key: string; files: { id: string }[]; licenceId: string | null }[] }>('SELECT materials FROM intake.draft WHERE id = $1', [draftId]);
  return (row?.materials ?? []).map(({ key, files, licenceId }) => ({ key, fileIds: files.map(({ id }) => id), ...(licenceId === null ? {} : { licenceId, licenceConsent: true }) }));
}
