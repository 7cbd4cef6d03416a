import { checkDefinition, findField, type FormDefinition, listFields } from '@tongban/form-model';
import { expect, test } from 'vitest';
import type { Edited } from './edited.ts';
import { insertPart, isSamePart, updateFromPart } from './shared.ts';

const FORM: FormDefinition = { formatVersion: 1, title: '表', sections: [{ id: 'section1', rows: [{ cells: [{ kind: 'field', field: { type: 'number', id: 'amount', label: '面积' } }] }] }] };
const PART = {
  id: 'p1', revision: 1, section: { id: 'x', title: '费用', rows: [
    { cells: [{ kind: 'field' as const, field: { type: 'number' as const, id: 'amount', label: '金额' } }] },
    { cells: [{ kind: 'field' as const, field: { type: 'number' as const, id: 'tax', label: '税', computed: 'amount * 0.1' } }] },
  ] },
};

function made(edit: Edited): FormDefinition {
  if ('refused' in edit) throw new Error(edit.refused);
  return edit.definition;
}

test('插入公共字段组：标识重了就换，规则跟着换，记下是哪一版 (FRM-04)', () => {
  const form = made(insertPart(FORM, PART, 'section1'));
  expect(listFields(form).map(({ id }) => id)).toEqual(['amount', 'amount1', 'tax']);
  expect(findField(form, 'tax')?.computed).toBe('amount1 * 0.1');
  expect(form.sections[1]).toMatchObject({ id: 'section2', shared: { part: 'p1', revision: 1 } });
  expect(checkDefinition(form)).toEqual([]);
});

test('换成新版只换这一组，其余不动；一样的看得出来', () => {
  const form = made(insertPart({ ...FORM, sections: [{ id: 'section1', rows: [{ cells: [{ kind: 'field', field: { type: 'text', id: 'name', label: '名称' } }] }] }] }, PART));
  const [first, second] = form.sections;
  expect(second && isSamePart(second, PART.section)).toBe(true);
  const newer = { ...PART, revision: 2, section: { ...PART.section, title: '收费' } };
  const updated = made(updateFromPart(form, 'section2', newer));
  expect(updated.sections[0]).toBe(first);
  expect(updated.sections[1]).toMatchObject({ id: 'section2', title: '收费', shared: { revision: 2 } });
});
