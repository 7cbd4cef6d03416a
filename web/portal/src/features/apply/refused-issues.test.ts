import type { FormDefinition } from '@tongban/form-model';
import { describe, expect, it } from 'vitest';
import { formIssuesOf, materialFaultsOf } from './refused-issues.ts';

const definition: FormDefinition = {
  formatVersion: 1, title: '申请表',
  sections: [{ id: 'main', rows: [{ cells: [{ kind: 'field', field: { type: 'text', id: 'projectName', label: '工程名称' } }] }] }],
};
const issues = [
  { path: 'projectName', code: 'required', message: '请填写“工程名称”。' },
  { path: 'members[2].amount', code: 'range', message: '金额应大于 0。' },
  { path: 'materials.business-licence', code: 'required', message: '请上传“营业执照”。' },
];

describe('服务器退回的问题回到各自的位置', () => {
  it('表单的问题带着字段名，材料的问题不混进表单', () => {
    expect(formIssuesOf(issues, definition)).toEqual([
      { path: 'projectName', fieldId: 'projectName', code: 'required', message: '请填写“工程名称”。', label: '工程名称' },
      { path: 'members[2].amount', fieldId: 'members', code: 'range', message: '金额应大于 0。', label: '' },
    ]);
  });

  it('材料的问题按材料归类', () => {
    expect(materialFaultsOf(issues)).toEqual({ 'business-licence': '请上传“营业执照”。' });
  });
});
