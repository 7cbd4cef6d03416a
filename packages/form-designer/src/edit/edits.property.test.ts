import { checkDefinition, columnsOf, type FormDefinition, isFormDefinition, listPlacedFields, placeCells } from '@tongban/form-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTROL_GROUPS } from './controls.ts';
import type { Edited, Spot, Target } from './edited.ts';
import { addControl, addSection, changeCell, changeField, changeId, changeKind, duplicate, moveTo, removeTarget } from './edits.ts';
import { listCells, targetOf } from './locate.ts';
import { nudge } from './nudge.ts';
import { merge, setColumns, setRows, split } from './spans.ts';

const START: FormDefinition = {
  formatVersion: 1, title: '申请表',
  sections: [{
    id: 's1', title: '申请人', rows: [
      { cells: [
        { kind: 'text', text: '申请人', style: 'vertical', colSpan: 1, rowSpan: 2 },
        { kind: 'field', colSpan: 5, field: { type: 'personName', id: 'name', label: '姓名', required: true } },
        { kind: 'field', colSpan: 6, field: { type: 'residentId', id: 'number', label: '身份证号码' } },
      ] },
      { cells: [{ kind: 'field', field: { type: 'boolean', id: 'married', label: '已婚' } }, { kind: 'field', field: { type: 'personName', id: 'spouse', label: '配偶', visibleWhen: 'married' } }] },
      { cells: [{ kind: 'field', labelSpan: 0, field: { type: 'table', id: 'members', label: '成员', columns: [{ type: 'personName', id: 'member', label: '姓名' }, { type: 'number', id: 'income', label: '收入' }] } }] },
    ],
  }, { id: 's2', rows: [{ cells: [{ kind: 'field', field: { type: 'number', id: 'sum', label: '合计', computed: 'total(members.income)' } }] }] }],
  checks: [{ id: 'limit', expression: 'sum < 100', message: '太多。', fieldIds: ['sum', 'name'] }],
};

const controls = CONTROL_GROUPS.flatMap((group) => group.controls.map(({ control }) => control));
const kinds = ['text', 'number', 'choice', 'date', 'table', 'image'] as const;

/** A step is drawn as numbers, so that it means something whatever the form is by then. */
const step = fc.record({ action: fc.integer({ min: 0, max: 15 }), at: fc.nat(40), to: fc.nat(40), place: fc.nat(12) });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function targets(definition: FormDefinition): readonly Target[] {
  return [
    ...definition.sections.map(({ id }): Target => ({ kind: 'section', id })), ...listCells(definition).map(targetOf),
    ...listPlacedFields(definition).flatMap(({ field }) => columnsOf(field).map(({ id }): Target => ({ kind: 'field', id }))),
  ];
}

function spots(definition: FormDefinition): readonly Spot[] {
  return [
    ...definition.sections.flatMap(({ id, rows }) => [...rows, undefined].flatMap((row, at): Spot[] => [
      { kind: 'row', sectionId: id, row: at }, ...(row === undefined ? [] : [...row.cells, undefined].map((_, cell): Spot => ({ kind: 'cell', sectionId: id, row: at, cell }))),
    ])),
    ...listPlacedFields(definition).flatMap(({ field }) => (field.type === 'table' ? [...field.columns, undefined].map((_, index): Spot => ({ kind: 'column', tableId: field.id, index })) : [])),
  ];
}

function pick<T>(list: readonly T[], number: number): T {
  const chosen = list[number % list.length];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

function take(definition: FormDefinition, { action, at, to, place }: Step): Edited {
  const target = pick(targets(definition), at);
  const field = pick(listPlacedFields(definition), at)?.field;
  switch (action) {
    case 0: case 1: return addControl(definition, pick(controls, at), pick(spots(definition), to));
    case 2: case 3: case 4: return moveTo(definition, target, pick(spots(definition), to));
    case 5: return listPlacedFields(definition).length > 3 ? removeTarget(definition, target) : addSection(definition);
    case 6: return duplicate(definition, target);
    case 7: case 8: return nudge(definition, target, pick(['up', 'down', 'left', 'right'], to), place % 2 === 0);
    case 9: return merge(definition, target, place % 2 === 0 ? 'right' : 'down');
    case 10: return split(definition, target);
    case 11: return setColumns(definition, target, place);
    case 12: return setRows(definition, target, place);
    case 13: return changeField(definition, field.id, { label: `名称${to}`, required: place % 2 === 0 ? true : undefined });
    case 14: return changeKind(definition, field.id, pick(kinds, to));
    default: return place % 2 === 0 ? changeId(definition, field.id, `改名${to}`) : changeCell(definition, target, { labelSpan: place % 12 });
  }
}

/** Faults that an edit may leave for its author to mend: rules that read what is gone or of another kind now. */
const MENDABLE = new Set(['unknown-name', 'circular', 'not-computable', 'invalid-type']);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

test('随机编辑 (FRM-01)：结果总是完整的表单，要么说明为什么不行；原来的不变，所以撤销能完全恢复', () => {
  let made = 0;
  fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
    let current = frozen(structuredClone(START));
    const past: { kept: FormDefinition; copy: string }[] = [];
    for (const one of steps) {
      if (listPlacedFields(current).length === 0) break;
      const edit = take(current, one);
      if ('refused' in edit) {
        expect(edit.refused).toMatch(/。$/);
        continue;
      }
      made += 1;
      past.push({ kept: current, copy: JSON.stringify(current) });
      current = frozen(edit.definition);
      expect(isFormDefinition(current)).toBe(true);
      expect(checkDefinition(current).filter(({ code }) => !MENDABLE.has(code))).toEqual([]);
      for (const section of current.sections) expect(placeCells(section).overflowing).toEqual([]);
    }
    for (const { kept, copy } of past.toReversed()) expect(JSON.stringify(kept)).toBe(copy);
  }), { numRuns: 300 });
  expect(made).toBeGreaterThan(500);
});

test('移动、排版和改属性不改任何字段的标识，也不丢字段', () => {
  const ids = (definition: FormDefinition): readonly string[] => listPlacedFields(definition).map(({ field }) => field.id).toSorted();
  const moves = step.filter(({ action }) => [2, 3, 4, 7, 8, 9, 10, 11, 12, 13].includes(action));
  fc.assert(fc.property(fc.array(moves, { minLength: 1, maxLength: 25 }), (steps) => {
    let current = START;
    for (const one of steps) {
      const edit = take(current, one);
      if (!('refused' in edit)) current = edit.definition;
    }
    expect(ids(current)).toEqual(ids(START));
  }), { numRuns: 200 });
});
