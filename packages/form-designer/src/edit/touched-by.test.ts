import type { FormDefinition } from '@tongban/form-model';
import { expect, test } from 'vitest';
import type { Edited, Target } from './edited.ts';
import { addControl, addSection, moveTo, removeTarget } from './edits.ts';
import { nudge } from './nudge.ts';
import { touchedBy } from './touched-by.ts';

const FORM: FormDefinition = {
  formatVersion: 1, title: '申请表', sections: [
    { id: 'main', title: '基本情况', rows: [
      { cells: [{ kind: 'text', text: '申请人', style: 'vertical', colSpan: 1 }, { kind: 'field', field: { type: 'text', id: 'a', label: '甲' } }] },
      { cells: [{ kind: 'field', field: { type: 'text', id: 'b', label: '乙' } }] },
      { cells: [{ kind: 'field', field: { type: 'text', id: 'c', label: '丙' } }] },
    ] },
    { id: 'more', rows: [{ cells: [{ kind: 'field', field: { type: 'table', id: 'items', label: '明细', columns: [{ type: 'text', id: 'what', label: '品名' }, { type: 'number', id: 'cost', label: '金额' }] } }] }] },
  ],
};
const field = (id: string): Target => ({ kind: 'field', id });
const text: Target = { kind: 'text', sectionId: 'main', row: 0, cell: 0 };
const more: Target = { kind: 'section', id: 'more' };

function made(edit: Edited): { definition: FormDefinition; select: Target } {
  if ('refused' in edit) throw new Error(edit.refused);
  return { definition: edit.definition, select: edit.select ?? { kind: 'form' } };
}

const added = made(addControl(FORM, 'text', { kind: 'row', sectionId: 'main', row: 1 }));
const section = made(addSection(FORM));
const steps: readonly [name: string, edit: Edited, undone: Target, redone: Target][] = [
  ['删除字段', removeTarget(FORM, field('b')), field('b'), field('c')],
  ['删除最后一个字段', removeTarget(FORM, field('c')), field('c'), field('b')],
  ['删除文字', removeTarget(FORM, text), text, field('a')],
  ['删除一列', removeTarget(FORM, field('what')), field('what'), field('cost')],
  ['删除分组，连同里面的字段', removeTarget(FORM, more), more, { kind: 'section', id: 'main' }],
  ['添加字段', { definition: added.definition }, field('b'), added.select],
  ['添加分组', { definition: section.definition }, more, section.select],
  ['移动字段', nudge(FORM, field('c'), 'up', false), field('c'), field('c')],
  ['移到另一个分组', moveTo(FORM, field('b'), { kind: 'row', sectionId: 'more', row: 1 }), field('b'), field('b')],
];

test.each(steps)('撤销和重做%s后，落在这一步改动的地方 (FRM-01)', (_name, edit, undone, redone) => {
  const { definition, select } = made(edit);
  expect(touchedBy(definition, FORM, select)).toEqual(undone);
  expect(touchedBy(FORM, definition, undone)).toEqual(redone);
});

test('改了另一个字段的属性，落在那个字段上 (FRM-01)', () => {
  const renamed: FormDefinition = JSON.parse(JSON.stringify(FORM).replace('"丙"', '"丙丙"')) as FormDefinition;
  expect(touchedBy(renamed, FORM, field('a'))).toEqual(field('c'));
  expect(touchedBy(FORM, FORM, field('a'))).toEqual(field('a'));
});

test('撤销空白分组里的第一个字段，落在分组上 (FRM-01)', () => {
  const { definition: blank, select } = section;
  const { definition, select: first } = made(addControl(blank, 'text', { kind: 'row', sectionId: select.kind === 'section' ? select.id : '', row: 0 }));
  expect(touchedBy(definition, blank, first)).toEqual(select);
  expect(touchedBy(blank, definition, select)).toEqual(first);
});
