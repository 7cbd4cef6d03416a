import { describe, expect, it } from 'vitest';
import { parseLocalTaskCode } from './local-task-code.ts';
import { parseTaskCode } from './task-code.ts';

describe('实施编码', () => {
  it('splits a national permit of a county', () => {
    expect(parseTaskCode('11450721MB155808114000104002000')).toEqual({
      ok: true, normalized: '11450721MB155808114000104002000', kind: 'task', taskCode: '11450721MB155808114000104002000',
      departmentCode: '11450721MB15580811', level: 4, catalogCode: '000104002000', catalogRegion: '00', taskType: '01',
      guidanceDepartment: '04', mainItem: '002', subItem: '000', findings: [],
    });
  });

  it('splits a provincial item and a handling item', () => {
    expect(parseTaskCode('11440100007482575H3440118009000')).toMatchObject({ level: 3, catalogRegion: '44' });
    expect(parseTaskCode('11370800MB28559184300011711200001')).toMatchObject({
      kind: 'handling-item', handlingItem: '01', taskCode: '11370800MB285591843000117112000',
    });
  });

  it('accepts 00Y as sub-item and reports a department code that fails its check', () => {
    const parsed = parseTaskCode('11450721MB155808124000104002 00y');
    expect(parsed).toMatchObject({ ok: true, subItem: '00Y', findings: [{ code: 'department-wrong-check-character' }] });
  });

  it.each([
    ['', 'empty'],
    ['1145072', 'wrong-length'],
    ['11450721MB155808118000104002000', 'wrong-format'],
    ['11370800MB28559184300011711200000', 'wrong-format'],
  ])('%s → %s', (text, code) => expect(parseTaskCode(text)).toMatchObject({ ok: false, code }));
});

describe('四川地方编码', () => {
  it('splits the common form', () => {
    expect(parseLocalTaskCode('511Z07001006-511602000000-000-11511301008778183N-1-00')).toEqual({
      normalized: '511Z07001006-511602000000-000-11511301008778183N-1-00', itemCode: '511Z07001006', itemShape: 'provincial',
      taskTypeHint: '10', areaCode: '511602000000', branch: '000', edition: '1', suffix: '00', findings: [],
      department: { kind: 'unified-social-credit-code', normalized: '11511301008778183N', organizationCode: '008778183' },
    });
  });

  it.each([
    ['512C0107400001-511602000000-000-00877868-5-1-00', '512C0107400001', 'provincial', '20', '008778685', ['department-organization-code']],
    ['511A0126800000-511602000000-000-76726532-X-1-00', '511A0126800000', 'provincial', '01', '76726532X', ['department-organization-code']],
    ['512B0053300006-511602000000-000-083372204-1-00', '512B0053300006', 'provincial', '20', '083372204', ['department-organization-code']],
    ['511A0900300012-511602000000-000-1151130000877869M-1-00', '511A0900300012', 'provincial', '01', '1151130000877869M', ['department-truncated']],
    ['511A0014100002-511602000000-000-2222222222222-1-00', '511A0014100002', 'provincial', '01', '2222222222222', ['department-placeholder']],
    ['511F0118100001-511602000000-000-0087790701-1-00', '511F0118100001', 'provincial', '07', '0087790701', ['department-unknown-shape']],
    ['511A62001004-511602000000-000-TE5116020105116050-1-00', '511A62001004', 'provincial', '01', 'TE5116020105116050', ['department-wrong-check-character']],
    ['511F0045400001-511602000000-000-11511301452259996u-1-00', '511F0045400001', 'provincial', '07', '11511301452259996U', ['lower-case']],
    ['511Z16016002-511602000000-000-11511301MB1D685275-2-00', '511Z16016002', 'provincial', '10', '11511301MB1D685275', []],
    ['513A64031001-511602000000-000-11511301MB1P96705T-1-00', '513A64031001', 'provincial', undefined, '11511301MB1P96705T', []],
    ['G-000007-001-511602000000-000-115113010833722043-1-00', 'G-000007-001', 'legacy', '05', '115113010833722043', []],
    ['A-005818-5818-511602000000-000-115113010087783353-1-00', 'A-005818-5818', 'legacy', undefined, '115113010087783353', []],
    ['1J-5100-00027-511602000000-000-11511301008778386B-1-00', '1J-5100-00027', 'municipal', undefined, '11511301008778386B', []],
    ['E-000004-001-11511301008778386B', 'E-000004-001', 'legacy', '09', '11511301008778386B', ['short-form']],
    ['H-000185-001-4444444444', 'H-000185-001', 'legacy', '08', '4444444444', ['short-form', 'department-placeholder']],
    ['512014018003-511602000000-000-1151130108778239R_6391-1-00', '512014018003', 'provincial', '20', '1151130108778239R_6391', ['department-system-code']],
  ])('%s', (text, itemCode, itemShape, taskTypeHint, department, findings) => {
    const parsed = parseLocalTaskCode(text);
    expect(parsed).toMatchObject({ itemCode, itemShape, department: { normalized: department } });
    expect(parsed.taskTypeHint).toBe(taskTypeHint);
    expect(parsed.findings.map(({ code }) => code)).toEqual(findings);
  });

  it.each(['', '乱码', '511A-1'])('reports %j instead of throwing', (text) => {
    expect(parseLocalTaskCode(text).findings.map(({ code }) => code)).toEqual(['unknown-shape', 'unknown-item-shape', 'department-missing']);
  });
});
