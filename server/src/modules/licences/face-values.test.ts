import type { FormDefinition } from '@tongban/form-model';
import { describe, expect, test } from 'vitest';
import { fillFace, type FaceSources } from './face-values.ts';
import type { LicenceType } from './licence-type.contract.ts';

const definition: FormDefinition = {
  formatVersion: 1, title: '申请表',
  sections: [{
    id: 'extent', rows: [{ cells: [{
      kind: 'field', field: {
        id: 'segments', type: 'table', label: '挖掘路段', columns: [
          { id: 'roadName', type: 'text', label: '道路名称' }, { id: 'cutLength', type: 'number', label: '长', unit: '米' }, { id: 'deposit', type: 'money', label: '押金' },
        ],
      },
    }] }],
  }],
};

function faceOf(rows: readonly Record<string, unknown>[]): string | undefined {
  const type: Pick<LicenceType, 'face'> = { face: [{ key: 'segments', label: '挖掘路段', from: 'form.segments' }] };
  const sources: FaceSources = {
    holder: { name: '', documentNumber: '' }, form: { definition, answers: { segments: rows } }, item: { name: '' },
    licence: { number: '', validFrom: '2026-11-28', validTo: null, issuedOn: '2026-11-28', issuer: '', remark: null },
  };
  return fillFace(type as LicenceType, sources)[0]?.value;
}

describe('LIC-01 照面内容', () => {
  test('表格逐行写出，数字写明量的是什么', () => {
    expect(faceOf([{ roadName: '示范路', cutLength: 180, deposit: 120_000 }, { roadName: '和平巷', cutLength: 14.5 }]))
      .toBe('示范路，长180米，押金¥1,200.00；和平巷，长14.5米');
  });
});
