import type { Draft } from '@tongban/server/src/modules/intake/contract.ts';
import { describe, expect, it } from 'vitest';
import type { DraftContent } from './draft/draft-backup.ts';
import { missingMaterials, sourceOf, withFile, withLicence, withoutFile } from './material-state.ts';

type Slot = Draft['materials'][number];

function slot(key: string, change: Partial<Slot> = {}, material: Partial<Slot['material']> = {}): Slot {
  return {
    material: {
      key, name: key, type: '1', form: '2', necessity: '1', source: '10', originals: 1, copies: 0, acceptanceStandard: '清晰', replacedByLicenceTypes: [],
      fileTypes: ['pdf'], maxFiles: 5, reviewPoints: [], ...material,
    },
    reason: null, required: true, licences: [], files: [], licenceId: null, licenceConsent: false, paperReceived: false, ...change,
  };
}

const licence = { id: 'l1', name: '营业执照', number: '1', validTo: null };
const file = { id: 'f1', name: 'a.pdf', size: 1 };
const content = (materials: DraftContent['materials']): DraftContent => ({ answers: {}, materials, files: { f1: file } });

describe('材料是否齐全', () => {
  const cases: [string, Slot, DraftContent['materials'], ReturnType<typeof sourceOf>, boolean][] = [
    ['没给', slot('m'), [], 'none', true],
    ['上传了', slot('m'), [{ key: 'm', fileIds: ['f1'] }], 'upload', false],
    ['同意用证照', slot('m', { licences: [licence] }), [{ key: 'm', fileIds: [], licenceId: 'l1', licenceConsent: true }], 'licence', false],
    ['选了证照没同意', slot('m', { licences: [licence] }), [{ key: 'm', fileIds: [], licenceId: 'l1', licenceConsent: false }], 'none', true],
    ['由表单生成', slot('m', {}, { formKey: 'main' }), [], 'form', false],
    ['非必要', slot('m', { required: false }), [], 'none', false],
    ['容缺后补', slot('m', {}, { necessity: '3' }), [], 'none', false],
  ];
  it.each(cases)('%s', (_when, one, materials, source, missing) => {
    expect(sourceOf(one, content(materials))).toBe(source);
    expect('m' in missingMaterials([one], content(materials))).toBe(missing);
  });

  it('有证照可用时，提示也说可以用证照', () => {
    expect(missingMaterials([slot('m', { licences: [licence] })], content([]))['m']).toContain('电子证照');
  });

  it('改用证照就不再提交文件，改回上传就收回同意', () => {
    const uploaded = withFile('f1')({ key: 'm', fileIds: [] });
    const licensed = withLicence('l1')(uploaded);
    expect(licensed).toMatchObject({ fileIds: [], licenceId: 'l1', licenceConsent: true });
    expect(withFile('f2')(licensed)).toMatchObject({ fileIds: ['f2'], licenceId: null, licenceConsent: false });
    expect(withoutFile('f1')(uploaded).fileIds).toEqual([]);
  });
});
