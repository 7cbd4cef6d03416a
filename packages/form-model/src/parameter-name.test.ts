import { expect, test } from 'vitest';
import { parameterNameOf, validateForm } from './index.ts';
import { formOf } from './testing/sample-form.ts';

test.each([['kind', 'kind'], ['work-kind', 'work_kind'], ['with-2-parts', 'with_2_parts'], ['3d', '_3d'], ['3-d', '_3_d']])('引导问题 %s 在表单里叫 %s (GDE-02, FRM-03)', (key, name) => {
  expect(parameterNameOf(key)).toBe(name);
});

test('表单条件读得到标识带连字符的引导问题', () => {
  const form = { ...formOf({ type: 'text', id: 'permit', label: '许可证号', requiredWhen: 'work_kind = "hot"' }), parameters: [parameterNameOf('work-kind')] };
  const issuesOf = (option: string) => validateForm(form, {}, { mode: 'submit', today: '2026-11-28', parameters: { [parameterNameOf('work-kind')]: option } }).issues.map(({ path }) => path);
  expect(issuesOf('hot')).toEqual(['permit']);
  expect(issuesOf('cold')).toEqual([]);
});
