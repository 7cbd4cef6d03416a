import type { FormDefinition } from '@tongban/form-model';
import { describe, expect, it } from 'vitest';
import { useItemOffice } from '../../testing/item-office.ts';
import type { ItemElements } from './contract.ts';

const office = useItemOffice();

type Field = Extract<FormDefinition['sections'][number]['rows'][number]['cells'][number], { kind: 'field' }>['field'];

/** Complete elements whose first form has these fields in front, and no example that would miss them. */
function withFields(...fields: Field[]): ItemElements {
  const elements = office().elements();
  const [first, ...others] = elements.forms;
  if (!first) throw new Error('the item has a form');
  const definition = first.definition as FormDefinition;
  const rows = fields.map((field) => ({ cells: [{ kind: 'field' as const, field }] }));
  const { sampleData: _sample, ...form } = first;
  return { ...elements, forms: [{ ...form, definition: { ...definition, sections: [{ id: 'added', rows }, ...definition.sections] } }, ...others] };
}

describe('表单随版本保存，用不了的提交不了 (FRM-03)', () => {
  it.each([
    ['循环计算', [{ type: 'number', id: 'a', label: '甲', computed: 'b + 1' }, { type: 'number', id: 'b', label: '乙', computed: 'a + 1' }], '“甲”的自动计算用到“乙”，“乙”的自动计算用到“甲”，互相等待，谁也算不出来。请改掉其中一处。'],
    ['算不完的表达式', [
      { type: 'table', id: 'rows', label: '明细', columns: [{ type: 'number', id: 'n', label: '数' }] },
      { type: 'number', id: 'c', label: '丙', computed: 'count(for x in rows, y in rows, z in rows return x.n + y.n + z.n)' },
    ], '循环和筛选最多套 2 层，请拆成几个字段。'],
    ['没有的字段', [{ type: 'number', id: 'c', label: '丙', computed: 'area * 2' }], '没有名为“area”的字段或变量'],
  ] as const)('%s：存得下，提交时说明在哪里、怎样改', async (_name, fields, message) => {
    const elements = withFields(...(JSON.parse(JSON.stringify(fields)) as Field[]));
    const draft = (await office().create(elements)).body;
    const refused = await office().act(office().editor, draft, 'submit');
    expect(refused.body).toMatchObject({ code: 'catalog.not-ready' });
    expect(refused.body.issues.map((issue: { message: string }) => issue.message).join()).toContain(message);
  });

  it('别的部门的人不能改这份表单 (FRM-04)', async () => {
    const elements = withFields({ type: 'image', id: 'photo', label: '现场照片' });
    const draft = (await office().create(elements)).body;
    expect(await office().save(draft, elements, office().other)).toMatchObject({ status: 404 });
    expect((await office().save(draft, elements)).status).toBe(200);
    expect((await office().act(office().editor, { ...draft, revision: draft.revision + 1 }, 'submit')).status).toBe(200);
  });
});
