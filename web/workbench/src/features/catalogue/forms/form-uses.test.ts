import type { ApplicationMaterial, ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import { expect, it } from 'vitest';
import { blankElements } from '../management/blank-elements.ts';
import { listFormUses, withoutForm } from './form-uses.ts';

const material = (parts: Partial<ApplicationMaterial>) => parts as ApplicationMaterial;
const elements: ItemElements = {
  ...blankElements,
  forms: [{ key: 'main', name: '申请表', definition: {} }, { key: 'other', name: '另一份', definition: {} }],
  handling: { mode: 'platform', formKey: 'main' },
  questionnaire: { questions: [], situations: [{ key: 'a', name: '甲', when: [], notes: [], formKey: 'main' }, { key: 'b', name: '乙', when: [], notes: [], formKey: 'other' }] },
  materials: [material({ key: 'm', name: '申请表', formKey: 'main', sample: { kind: 'form', formKey: 'main' } }), material({ key: 'n', name: '照片', sample: { kind: 'text', text: '白底' } })],
};

it('列出用到表单的每一处；删除表单时，这些地方不再指着它，其他不变 (FRM-04)', () => {
  expect(listFormUses(elements, 'main').map(({ path }) => path)).toEqual(['handling', 'questionnaire.situations.a', 'materials.m', 'materials.m']);
  const left = withoutForm(elements, 'main');
  expect(listFormUses({ ...elements, ...left }, 'main')).toEqual([]);
  expect(listFormUses({ ...elements, ...left }, 'other')).toEqual(listFormUses(elements, 'other'));
  expect([left.forms.map(({ key }) => key), left.materials[1], left.handling]).toEqual([['other'], elements.materials[1], { mode: 'platform' }]);
});
