import { fileIdsIn, type Field, type FormDefinition } from '@tongban/form-model';
import { beforeAll, describe, expect, it } from 'vitest';
import { fillBundle, handInBundle, publishBundle } from '../../testing/bundles.ts';
import { registerTestCompany, type TestCompany } from '../../testing/companies.ts';
import { clearFilesLater, upload } from '../../testing/form-uploads.ts';
import { refusalOf } from '../../testing/http-client.ts';
import type { DepartmentName } from '../../seed/content/index.ts';
import { accept, approve, findTurn, look, review } from '../../testing/office.ts';
import { publishChange } from '../../testing/publish-change.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { downloadCaseFile, getCaseApplication } from '../cases/contract.ts';
import { createBundleDraft, requestSupplement, saveDraft } from '../intake/contract.ts';
import { downloadBundleFile, getBundleApplication, getJointSupplement, supplementBundle, type BundleReceipt } from './contract.ts';

const city = useTestCity({ now: '2026-11-20T10:00:00+08:00' });
const first = 'labour-dispatch-licence';
const second = 'labour-dispatch-branch';
const beside = 'outdoor-advertising';
const both = [first, beside];
let bundleId: string;
let company: TestCompany;

const photos = { type: 'attachment', id: 'photos', label: '经营场所照片' } as const;
const signed = { type: 'signature', id: 'signed', label: '法定代表人签名' } as const;
const shops: Field = { type: 'table', id: 'shops', label: '分公司', columns: [{ type: 'text', id: 'shop', label: '名称' }, { type: 'attachment', id: 'plan', label: '平面图' }] };

function withFields(definition: FormDefinition, fields: readonly Field[]): FormDefinition {
  const [start, ...others] = definition.sections;
  if (!start) throw new Error('the form has a section');
  return { ...definition, sections: [{ ...start, rows: [...start.rows, ...fields.map((field) => ({ cells: [{ kind: 'field' as const, field, ...(field.type === 'table' ? { labelSpan: 0 } : {}) }] }))] }, ...others] };
}

beforeAll(async () => {
  const reviewer = await city().itemAdministrator();
  const changes: [string, DepartmentName, Field[]][] = [
    [first, '区人社局', [photos, signed]], [second, '区人社局', [shops]], [beside, '区综合执法局', [{ ...photos, maximumFiles: 2, extensions: ['pdf', 'jpg'] }]],
  ];
  for (const [item, department, fields] of changes) {
    await publishChange(city(), { editor: await city().departmentAdministrator(department), reviewer }, item, (elements) => ({
      ...elements, forms: elements.forms.map((form, index) => (index === 0 ? { ...form, definition: withFields(form.definition as FormDefinition, fields) } : form)),
    }));
  }
  bundleId = await publishBundle(city(), 'PQ-02', '区人社局', { sharedFields: [{ label: '场所照片', fields: both.map((item) => ({ item, key: 'photos' })) }] }, [
    { key: first, when: [], dependsOn: [], answers: [] },
    { key: second, when: [], dependsOn: [first], answers: [] },
    { key: beside, when: [], dependsOn: [], answers: [{ question: 'carrier', option: 'wall', when: [] }, { question: 'screen', option: 'no', when: [] }] },
  ]);
  company = await registerTestCompany(city());
});

const settle = () => city().server.relay.drain();
const caseAt = (receipt: BundleReceipt, at: number): string => receipt.children[at]?.caseId ?? '';
const open = (who: Signed, caseId: string, fileId: string) => who.http.download(downloadCaseFile, { params: { caseId, fileId } });
async function formOf(who: Signed, caseId: string): Promise<Record<string, unknown>> {
  return (await who.http.call(getCaseApplication, { params: { caseId }, query: { purpose: '核对' } })).answers;
}
async function opensAll(who: Signed, caseId: string, value: unknown): Promise<void> {
  const ids = fileIdsIn(value);
  expect(ids).not.toEqual([]);
  for (const id of ids) expect((await open(who, caseId, id)).size).toBeGreaterThan(0);
}

describe('一件事合并表单里的附件、签名和表格里的附件（BDL-02、FRM-01）', () => {
  it('合并的附件取各事项都收的：份数取少的，文件类型取共同的', async () => {
    const draft = await company.agent.http.call(createBundleDraft, { params: { bundleId }, body: { guidance: [] } });
    const cells = (draft.formDefinition as FormDefinition).sections.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(cells.find((cell) => cell.kind === 'field' && cell.field.label === '场所照片')).toMatchObject({ field: { maximumFiles: 2, extensions: ['pdf', 'jpg'] } });
    const four = await Promise.all([1, 2, 3, 4].map(() => upload(company.agent)));
    const saved = await company.agent.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers: { ...draft.answers, photos: four }, materials: [] } });
    expect(saved.issues.filter(({ path }) => path === 'photos').map(({ message }) => message)).toEqual(['“场所照片”最多上传 2 个文件，请删除多余的文件。']);
  });

  it('各事项各得自己的一份，办理人打得开；后办的事项开始时还在；无关的人打不开', async () => {
    const [photo, sign, plan] = [await upload(company.agent), await upload(company.agent), await upload(company.agent)];
    const { draft, revision } = await fillBundle(company.agent, bundleId, [], { photos: [photo], signed: sign, shops: [{ shop: '东街店', plan: [plan] }] });
    await clearFilesLater(city());
    const receipt = await handInBundle(company.agent, draft.id, revision);
    await clearFilesLater(city());
    const [clerk, inspector, stranger] = [await city().officer('区人社局', 'window'), await city().officer('区综合执法局', 'window'), await city().officer('区民政局', 'window')];
    const [mine, other] = [await formOf(clerk, caseAt(receipt, 0)), await formOf(inspector, caseAt(receipt, 2))];
    await opensAll(clerk, caseAt(receipt, 0), [mine['photos'], mine['signed']]);
    await opensAll(company.agent, caseAt(receipt, 0), mine['photos']);
    await opensAll(inspector, caseAt(receipt, 2), other['photos']);
    expect(fileIdsIn(mine).filter((id) => fileIdsIn(other).includes(id))).toEqual([]);
    expect(other).not.toHaveProperty('signed');
    expect(await refusalOf(open(stranger, caseAt(receipt, 0), fileIdsIn(mine)[0] ?? ''))).toMatchObject({ status: 404 });
    expect(await refusalOf(open(inspector, caseAt(receipt, 2), fileIdsIn(mine)[0] ?? ''))).toMatchObject({ status: 404 });

    for (let turn = await findTurn(city(), caseAt(receipt, 0)); turn && turn.step !== 'delivery'; turn = await findTurn(city(), caseAt(receipt, 0))) {
      if (turn.step === 'acceptance') await accept(turn.officer, caseAt(receipt, 0));
      else if (turn.step === 'review') await review(turn.officer, caseAt(receipt, 0));
      else await approve(turn.officer, caseAt(receipt, 0), (await look(turn.officer, caseAt(receipt, 0))).licenceValidity === 'decided' ? { validFrom: '2026-12-01', validTo: '2027-11-30' } : undefined);
      await settle();
    }
    const { children } = await company.agent.http.call(getBundleApplication, { params: { applicationId: receipt.applicationId } });
    const opened = children.find(({ key }) => key === second)?.caseId ?? '';
    const later = await formOf(clerk, opened);
    expect(later['shops']).toMatchObject([{ shop: '东街店', plan: [{ name: plan.name }] }]);
    await clearFilesLater(city());
    await opensAll(clerk, opened, later['shops']);
  });

  it('别人的文件填不进合并的表单', async () => {
    const draft = await company.agent.http.call(createBundleDraft, { params: { bundleId }, body: { guidance: [] } });
    const foreign = await upload(await city().person());
    const refused = refusalOf(company.agent.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers: { shops: [{ shop: '东街店', plan: [foreign] }] }, materials: [] } }));
    expect(await refused).toMatchObject({ code: 'intake.file-unknown' });
  });

  it('汇总补正时表单里原有的文件申请人打得开，换上的归要求补正的办件，别的办件不动', async () => {
    const [photo, after, sign] = [await upload(company.agent), await upload(company.agent), await upload(company.agent)];
    const { draft, revision } = await fillBundle(company.agent, bundleId, [], { photos: [photo], signed: sign });
    const receipt = await handInBundle(company.agent, draft.id, revision);
    const params = { applicationId: receipt.applicationId };
    const [clerk, inspector] = [await city().officer('区人社局', 'window'), await city().officer('区综合执法局', 'window')];
    const [caseId, untouched] = [caseAt(receipt, 0), caseAt(receipt, 2)];
    const before = await formOf(clerk, caseId);
    const { version } = await look(clerk, caseId);
    await clerk.http.call(requestSupplement, { params: { caseId }, body: { version, explanation: '请换一张清楚的照片。', items: [{ kind: 'field', key: 'photos', reason: '照片模糊' }] } });
    await settle();
    const { answers } = await company.agent.http.call(getJointSupplement, { params });
    for (const fileId of fileIdsIn(answers)) expect((await company.agent.http.download(downloadBundleFile, { params: { ...params, fileId } })).size).toBeGreaterThan(0);
    const [stranger, shown] = [await city().person(), fileIdsIn(answers)[0] ?? ''];
    expect(await refusalOf(stranger.http.download(downloadBundleFile, { params: { ...params, fileId: shown } }))).toMatchObject({ status: 404 });
    expect(await refusalOf(company.agent.http.download(downloadBundleFile, { params: { ...params, fileId: after.fileId } }))).toMatchObject({ status: 404 });
    const foreign = await upload(stranger);
    const send = (given: unknown) => company.agent.http.call(supplementBundle, { params, body: { caseIds: [caseId], answers: { ...answers, photos: given }, materials: [] } });
    expect(await refusalOf(send([foreign]))).toMatchObject({ code: 'intake.file-unknown' });
    await send([after]);
    await clearFilesLater(city());
    const now = await formOf(clerk, caseId);
    expect(now['photos']).toMatchObject([{ name: after.name }]);
    await opensAll(clerk, caseId, [before['photos'], now['photos'], now['signed']]);
    await opensAll(inspector, untouched, (await formOf(inspector, untouched))['photos']);
    expect(now['signed']).toEqual(before['signed']);
  });
});
